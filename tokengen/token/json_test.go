package token

import (
	"bytes"
	"encoding/json"
	"testing"
	"unicode/utf8"
)

// FuzzFlat compares the scanner with encoding/json: whatever it accepts is
// JSON with the same strings and numbers.
func FuzzFlat(f *testing.F) {
	for _, s := range []string{
		`{"v":1,"name":"Mar\u00eca","linked":["14a"],"x":null,"y":[1,{"a":false}],"z":1.5e3}`,
		`{}`, `{"a":[]}`, `{"a":-0}`, `{"a":01}`, `{"a":"\ud83d\ude00"}`, `[]`, `{"a":1,"A":2}`, `{"a"`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		fields, ok := parseFlat(in)
		if !ok {
			return
		}
		d := json.NewDecoder(bytes.NewReader(in))
		d.UseNumber()
		var m map[string]any
		if err := d.Decode(&m); err != nil || !utf8.Valid(in) {
			t.Fatalf("accepted what is no JSON object: %v", err)
		}
		if len(m) != len(fields) {
			t.Fatalf("%d fields, want %d", len(fields), len(m))
		}
		for _, fl := range fields {
			if fl.kind == 's' && m[fl.name] != fl.s || fl.kind == 'b' && m[fl.name] != fl.b {
				t.Fatalf("field %q differs", fl.name)
			}
		}
	})
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
