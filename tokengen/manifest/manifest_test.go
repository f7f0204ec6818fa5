// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package manifest

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var good = Manifest{
	Format: Format, MadeBy: "batch", Batch: "2026-11", Shard: "1/4", Issued: "2026-11-24", Base: "https://guida.example/", Kid: "kmxUZnF",
	Rows: 10, Rejected: 2, Letters: 8, Tokens: 16,
	Counts:   []Count{{"2026-11", "qr", "naspi", 8}, {"", "io", "naspi", 8}},
	Versions: map[string]int{"10": 8}, Proof: Proof{4, 4, 1}, Files: []File{{"tokens.csv", 131072, "9f86"}},
}

func text(t testing.TB, m Manifest) string {
	t.Helper()
	b, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestRead(t *testing.T) {
	got, err := Read(strings.NewReader(text(t, good)))
	if err != nil || !cmp.Equal(got, good) {
		t.Errorf("%v %s", err, cmp.Diff(good, got))
	}
	later := strings.Replace(text(t, good), `"rows"`, `"colour":"red","rows"`, 1)
	if _, err := Read(strings.NewReader(later)); err != nil {
		t.Errorf("a member of tomorrow: %v", err)
	}
}

// TestReadRefuses: what does not add up is named, not repeated.
func TestReadRefuses(t *testing.T) {
	tests := []struct {
		want   string
		change func(m *Manifest)
	}{
		{"format", func(m *Manifest) { m.Format = "canarino" }},
		{"batch", func(m *Manifest) { m.Batch = "canarino <b>" }},
		{"shard", func(m *Manifest) { m.Shard = "canarino" }},
		{"issued", func(m *Manifest) { m.Issued = "canarino" }},
		{"rows", func(m *Manifest) { m.Letters = 9 }},
		{"rows", func(m *Manifest) { m.Rows, m.Letters = 1, -1 }},
		{"tokens", func(m *Manifest) { m.Tokens = 17 }},
		{"counts", func(m *Manifest) { m.Counts[0].Channel = "canarino!" }},
		{"counts", func(m *Manifest) { m.Counts[0].Tokens, m.Counts[1].Tokens = 20, -4 }},
	}
	for _, tt := range tests {
		m := good
		m.Counts = append([]Count(nil), good.Counts...)
		tt.change(&m)
		_, err := Read(strings.NewReader(text(t, m)))
		if err == nil || err.Error() != "manifest: "+tt.want+" does not hold" {
			t.Errorf("%v, want %s", err, tt.want)
		}
	}
	for _, in := range []string{"", "[]", "null", `{"rows":"10"}`, strings.Repeat(" ", maxSize) + "{}"} {
		if _, err := Read(strings.NewReader(in)); err == nil {
			t.Errorf("%.20q was read", in)
		}
	}
}

func TestAdd(t *testing.T) {
	var counts []Count
	for range 3 {
		counts = Add(counts, Count{"a", "qr", "naspi", 1})
	}
	counts = Add(counts, Count{"a", "io", "naspi", 2})
	if want := []Count{{"a", "qr", "naspi", 3}, {"a", "io", "naspi", 2}}; !cmp.Equal(counts, want) {
		t.Errorf("%v", counts)
	}
}

// FuzzRead: what is accepted adds up and is read again the same.
func FuzzRead(f *testing.F) {
	f.Add(text(f, good))
	f.Add("{}")
	f.Fuzz(func(t *testing.T, in string) {
		m, err := Read(strings.NewReader(in))
		if err != nil {
			return
		}
		if bad := m.wrong(); bad != "" {
			t.Errorf("%s does not hold", bad)
		}
		if again, err := Read(strings.NewReader(text(t, m))); err != nil || text(t, again) != text(t, m) {
			t.Errorf("read again: %v", err)
		}
	})
}
