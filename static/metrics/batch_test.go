// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package metrics

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/static/metrics/declared"
)

const (
	today = "2026-11-26"
	nonce = "3q2-7wAAAAAAAAAAAAAAAA"
	whole = `{"v":1,"b":"3q2-7wAAAAAAAAAAAAAAAA","c":"2026q4","ch":"qr","va":"b","e":[["start"],["scene",7],["ttff",5]]}`
)

func TestParse(t *testing.T) {
	got, err := Parse([]byte(whole))
	if err != nil {
		t.Fatal(err)
	}
	c := "2026q4"
	want := Batch{nonce, []Count{
		{Key{c, "start", "", "", ""}, 1}, {Key{c, "start", "", "ch", "qr"}, 1}, {Key{c, "start", "", "va", "b"}, 1},
		{Key{c, "scene", "", "", ""}, 1}, {Key{c, "scene", "7", "", ""}, 1},
		{Key{c, "ttff", "", "", ""}, 1}, {Key{c, "ttff", "5", "", ""}, 1},
	}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestParseTwoWays: an error's code is counted within its browser, and nothing
// else is.
func TestParseTwoWays(t *testing.T) {
	got, err := Parse([]byte(swap(`["start"]`, `["error","webgl","safari"]`)))
	if err != nil {
		t.Fatal(err)
	}
	want := Count{Key{"2026q4", "error", "webgl", "browser", "safari"}, 1}
	if !slices.Contains(got.Counts, want) || len(got.Counts) != 7 {
		t.Errorf("got %v", got.Counts)
	}
}

// TestEverythingAcceptedIsCounted: no event of the list is accepted and thrown
// away, whatever the day is.
func TestEverythingAcceptedIsCounted(t *testing.T) {
	for _, m := range declared.Metrics {
		event := []any{m.Name}
		for _, a := range m.Args {
			var v any = a.Values[0]
			if a.Number {
				v = json.Number(a.Values[0])
			}
			event = append(event, v)
		}
		e, err := json.Marshal([]any{event})
		if err != nil {
			t.Fatal(err)
		}
		body := `{"v":1,"b":"3q2-7wAAAAAAAAAAAAAAAA","c":"2026q4","ch":"qr","e":` + string(e) + `}`
		if got, err := Parse([]byte(body)); err != nil || len(got.Counts) == 0 {
			t.Errorf("%s: %d counts, %v", m.Name, len(got.Counts), err)
		}
	}
}

func swap(old, with string) string { return strings.Replace(whole, old, with, 1) }

// refusals are batches that are wrong in one thing, and what is said.
var refusals = []struct{ name, body, want string }{
	{"empty", ``, "not {…}"},
	{"other shape", `[]`, "not {…}"},
	{"missing members", `{}`, "v: missing"},
	{"version", swap(`"v":1`, `"v":2`), "v: another version"},
	{"version as a word", swap(`"v":1`, `"v":"1"`), "v: not a whole number in range"},
	{"nonce", swap(nonce, "short"), "b: not 22 base64url characters"},
	{"campaign", swap("2026q4", "<script>"), "c: not a campaign's name"},
	{"channel", swap(`"qr"`, `"sms"`), "ch: unknown channel"},
	{"variant", swap(`"va":"b"`, `"va":"z"`), "va: unknown variant"},
	{"empty variant", swap(`"va":"b"`, `"va":""`), "va: unknown variant"},
	{"unknown member", swap(`"va"`, `"url"`), "unknown member"},
	{"duplicate member", swap(`"va":"b"`, `"ch":"io"`), "ch: twice"},
	{"duplicate unknown member", `{"x":1,"x":1}`, "unknown member"},
	{"event", swap(`"start"`, `"finish"`), "e[0]: unknown event"},
	{"event twice", swap(`["scene",7]`, `["start"]`), "e[1]: twice"},
	{"argument missing", swap(`["scene",7]`, `["scene"]`), "e[1]: wrong number of arguments"},
	{"argument too many", swap(`["scene",7]`, `["scene",7,7]`), "e[1]: wrong number of arguments"},
	{"three arguments", swap(`["scene",7]`, `["scene",7,7,7]`), "e[1]: wrong number of arguments"},
	{"range", swap(`["scene",7]`, `["scene",99]`), "e[1]: unknown scene"},
	{"conditional scene", swap(`["scene",7]`, `["scene",8]`), "e[1]: unknown scene"},
	{"number as a word", swap(`["scene",7]`, `["scene","7"]`), "e[1]: unknown scene"},
	{"fraction", swap(`7`, `7.0`), "not"},
	{"exponent", swap(`["scene",7]`, `["scene",1e309]`), "e[1]: not a whole number in range"},
	{"negative", swap(`["scene",7]`, `["scene",-7]`), "e[1]: not a whole number in range"},
	{"leading zero", swap(`["scene",7]`, `["scene",07]`), "e[1]: not a whole number in range"},
	{"long number", swap(`["scene",7]`, `["scene",77777777777777777777]`), "e[1]: not a whole number in range"},
	{"null", swap(`["scene",7]`, `["scene",null]`), "e[1]: not a whole number in range"},
	{"deep", swap(`["scene",7]`, strings.Repeat("[", 4000)), "e[1]: not a string"},
	{"object inside", swap(`["scene",7]`, `{"scene":7}`), "e[1]: not […]"},
	{"no events", swap(`["start"],["scene",7],["ttff",5]`, ``), "e: no events"},
	{"empty event", swap(`["start"]`, `[]`), "e[0]: unknown event"},
	{"escape", swap(`"start"`, `"st\u0061rt"`), "e[0]: a character that no word here has"},
	{"bad UTF-8", swap(`"start"`, "\"st\xffart\""), "e[0]: a character that no word here has"},
	{"zero byte", swap(`"start"`, "\"st\x00art\""), "e[0]: a character that no word here has"},
	{"after", whole + `{}`, "something after the batch"},
	{"zero after", whole + "\x00", "something after the batch"},
	{"cut", whole[:len(whole)-1], "neither a comma nor }"},
	{"cut in a word", whole[:20], "b: a string without an end"},
	{"trailing comma", swap(`["ttff",5]`, `["ttff",5],`), "e[3]: not […]"},
	{"65 events", swap(`["start"]`, strings.Repeat(`["start"],`, 64)+`["start"]`), "e: more than 64 events"},
}

func TestParseRefuses(t *testing.T) {
	for _, test := range refusals {
		_, err := Parse([]byte(test.body))
		var r *Refusal
		if !errors.As(err, &r) || !strings.HasPrefix(r.Error()+" ", test.want) && !strings.Contains(r.Error(), test.want) {
			t.Errorf("%s: got %v, want %s", test.name, err, test.want)
		}
	}
}

// FuzzParse: what is taken is JSON that says the same to a whole parser, holds
// declared words only, and no refusal repeats what was sent.
func FuzzParse(f *testing.F) {
	f.Add([]byte(whole))
	for _, test := range refusals {
		f.Add([]byte(test.body))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		b, err := Parse(body)
		if err != nil {
			if !quiet(err.Error()) {
				t.Errorf("%q repeats the sender's text", err)
			}
			return
		}
		var m struct {
			V  int
			B  string
			E  [][]any
			C  string
			Ch string
			Va *string
		}
		d := json.NewDecoder(bytes.NewReader(body))
		d.DisallowUnknownFields()
		if err := d.Decode(&m); err != nil || m.V != 1 || m.B != b.Nonce || len(m.E) == 0 || len(m.E) > declared.MaxEvents {
			t.Errorf("%v, %+v", err, m)
		}
		for _, c := range b.Counts {
			if _, ok := declared.Find(c.Metric); !ok || c.Campaign != m.C || c.N != 1 {
				t.Errorf("%v was counted", c)
			}
		}
	})
}

// quiet reports whether a refusal consists of this package's own words.
func quiet(s string) bool {
	field, why, ok := strings.Cut(s, ": ")
	if !ok {
		field, why = "", s
	}
	fields := []string{"", "v", "b", "c", "ch", "va", "e"}
	for i := range declared.MaxEvents {
		fields = append(fields, at(i))
	}
	return slices.Contains(fields, field) && len(why) < 60 && why != ""
}
