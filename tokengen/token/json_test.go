// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package token

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzFlat holds the scanner against encoding/json, both ways: what it accepts
// is JSON with the same members, and what it refuses breaks one of its rules.
func FuzzFlat(f *testing.F) {
	for _, s := range []string{
		`{"v":1,"name":"Mar\u00eca","linked":["14a"],"x":null,"y":[1,{"a":false}],"z":1.5e3}`,
		`{}`, `{"a":[]}`, `{"a":-0}`, `{"a":01}`, `{"a":"\ud83d\ude00"}`, `[]`, `{"a":1,"A":2}`, `{"a"`,
		`{"a":["b","c\n"],"d":true}`, `{"a":9223372036854775808}`, `{"a":[[[[[[[[[1]]]]]]]]]}`, `{"a":"\ud800"}`,
		"{\"a\":\"\xff\"}", `{"a":1}{}`, `{"a":[1,"b"]}`, `{"a":["b",]}`, `{"a":["]"]}`, `{"a":[                ]}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		fields, ok := parseFlat(in)
		names, values, valid := oracle(in)
		if !ok {
			if valid && len(names) == len(values) && len(names) <= maxFields && depth(in) <= 8 && !bytes.Contains(in, []byte(`\u`)) {
				t.Fatal("refused an object that breaks no rule")
			}
			return
		}
		if !valid || len(names) != len(fields) || len(names) != len(values) {
			t.Fatalf("accepted %d members; encoding/json finds %d, %d of them different", len(fields), len(names), len(values))
		}
		for i, fl := range fields {
			if fl.name != names[i] || !reflect.DeepEqual(plain(fl), typed(values[lowered(fl.name)])) {
				t.Errorf("member %d is %q %v, encoding/json says %q %v", i, fl.name, plain(fl), names[i], values[fl.name])
			}
		}
	})
}

// oracle reads one object with encoding/json: its names in order, and its
// values by name in small letters, so that a variant spelling counts as a
// duplicate.
func oracle(in []byte) (names []string, values map[string]any, ok bool) {
	if !json.Valid(in) || !utf8.Valid(in) {
		return nil, nil, false
	}
	d := json.NewDecoder(bytes.NewReader(in))
	d.UseNumber()
	if open, err := d.Token(); err != nil || open != json.Delim('{') {
		return nil, nil, false
	}
	values = map[string]any{}
	for d.More() {
		name, _ := d.Token()
		var v any
		if err := d.Decode(&v); err != nil {
			return nil, nil, false
		}
		names = append(names, name.(string))
		values[lowered(name.(string))] = v
	}
	return names, values, true
}

// plain and typed bring a field and an oracle's value to the same form; what no
// claim can use is nil in both.
func plain(f field) any {
	switch f.kind {
	case 's':
		return f.s
	case 'n':
		return f.n
	case 'b':
		return f.b
	case 'a':
		return strings.Join(f.list, "\x00")
	}
	return nil
}

func typed(v any) any {
	switch v := v.(type) {
	case string, bool:
		return v
	case json.Number:
		if n, err := strconv.ParseInt(v.String(), 10, 64); err == nil {
			return n
		}
	case []any:
		return texts(v)
	}
	return nil
}

// texts joins a list of texts; a list of anything else, or a very long one, is
// nil.
func texts(list []any) any {
	out := make([]string, len(list))
	for i, item := range list {
		s, ok := item.(string)
		if !ok || len(list) > maxFields {
			return nil
		}
		out[i] = s
	}
	return strings.Join(out, "\x00")
}

// depth is how deep the values of an object are nested.
func depth(in []byte) int {
	d, deepest := json.NewDecoder(bytes.NewReader(in)), 0
	for now := 0; ; {
		token, err := d.Token()
		if err != nil {
			return deepest
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			now++
		case json.Delim('}'), json.Delim(']'):
			now--
		}
		deepest = max(deepest, now)
	}
}

func TestCleanName(t *testing.T) {
	tests := map[string]string{
		"Maria": "Maria", "Anna  Maria ": "Anna Maria", "D'Angelo": "D'Angelo", "Noè-Élise": "Noè-Élise",
		"<b>Eva</b>": "bEvab", "Lu\u202eca": "Luca", "Ma\x00ra": "Mara", "李": "李", "{nome:name}": "nomename",
		"123": "", "  ": "",
	}
	for in, want := range tests {
		if got := CleanName(in); got != want {
			t.Errorf("CleanName(%q) = %q, want %q", in, got, want)
		}
	}
	if n := utf8.RuneCountInString(CleanName(string(bytes.Repeat([]byte("a"), 300)))); n != MaxName {
		t.Errorf("a long name keeps %d characters", n)
	}
}

func TestClock(t *testing.T) {
	if Clock(10, 0, 5) != 10 || Clock(10, 0, 20) != 20 || Clock(10, 15, 99) != 15 || Clock(10, 5, 99) != 10 {
		t.Error("the clock is the latest of build and server, or device")
	}
}

func lowered(s string) string {
	b := []byte(s)
	for i := range b {
		b[i] = lower(b[i])
	}
	return string(b)
}
