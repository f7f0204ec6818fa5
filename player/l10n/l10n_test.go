// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package l10n

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"videoguida/player/facts"
)

var (
	slotRE = regexp.MustCompile(`\{([A-Za-z0-9]+):[a-z-]+\}`)
	markRE = regexp.MustCompile(`\[\[([a-z0-9]+)\]\]`)
)

func names(re *regexp.Regexp, s string) []string {
	var out []string
	for _, m := range re.FindAllStringSubmatch(s, -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return out
}

// TestLanguagesAgree: every id in every language, with the same slots and
// markers, and the spoken form too.
func TestLanguagesAgree(t *testing.T) {
	it := Lookup("it")
	for _, lang := range Langs() {
		c := Lookup(lang)
		if !slices.Equal(c.IDs(), it.IDs()) {
			t.Errorf("%s and it do not have the same ids", lang)
		}
		for _, id := range c.IDs() {
			e, ok := find(c.words, id)
			src, _ := find(it.words, id)
			same(t, lang, id, e.text, src.text)
			if said, _ := find(c.spoken(), id); said.text != "" {
				same(t, lang+" spoken", id, said.text, e.text)
			}
			if !ok || (e.alt == "") != (src.alt == "") {
				t.Errorf("%s %s: audio description in one language only", lang, id)
			}
		}
	}
}

// inEveryLanguage are the texts that are the same in Italian and another
// language: names, languages' own names, figures, words that they share.
var inEveryLanguage = map[string]string{
	"set-lingua-it": "de en", "set-lingua-de": "de en", "set-lingua-en": "de en",
	"spot-lbl-myinps": "de en", "spot-lbl-mobile": "de en", "spot-lbl-io": "de",
	"pens-lbl-cu": "de en", "pens-lbl-z3": "de",
	"naspi-lbl-75": "en", "naspi-lbl-25": "en", "naspi-inf-o-no": "en", "ui-volume": "en",
}

// TestTranslated: no text or audio description is missing or left in Italian.
func TestTranslated(t *testing.T) {
	it := Lookup("it")
	for _, lang := range []string{"de", "en"} {
		c := Lookup(lang)
		for _, id := range it.IDs() {
			src, _ := find(it.words, id)
			e, _ := find(c.words, id)
			if e.text == "" || e.text == src.text && !strings.Contains(inEveryLanguage[id], lang) {
				t.Errorf("%s %s: %q for %q", lang, id, e.text, src.text)
			}
			if src.alt != "" && (e.alt == "" || e.alt == src.alt) {
				t.Errorf("%s %s: the description is %q for %q", lang, id, e.alt, src.alt)
			}
		}
	}
}

func same(t *testing.T, lang, id, got, want string) {
	t.Helper()
	for _, re := range []*regexp.Regexp{slotRE, markRE} {
		if g, w := names(re, got), names(re, want); !slices.Equal(g, w) {
			t.Errorf("%s %s: %v, want %v", lang, id, g, w)
		}
	}
}

// TestSpokenVectors compares with a second implementation's output.
func TestSpokenVectors(t *testing.T) {
	data, err := os.ReadFile("testdata/spoken.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		v, _ := strconv.ParseInt(f[1], 10, 64)
		kind := strings.Replace(f[0], "number", "int", 1)
		got := strings.Join(sayItalian(kind, facts.Value{N: v}), "")
		if got != f[2] {
			t.Errorf("%s %d = %q, want %q", f[0], v, got, f[2])
		}
		n++
	}
	if n < 200 {
		t.Errorf("only %d vectors", n)
	}
}

func TestFormats(t *testing.T) {
	it, de, en := Lookup("it"), Lookup("de"), Lookup("en")
	day := facts.Value{Kind: facts.Date, N: 20765}
	tests := []struct{ got, want string }{
		{it.Money(128544), "1.285,44\u00a0€"},
		{de.Money(128544), "1.285,44\u00a0€"},
		{en.Money(128544), "€1,285.44"},
		{it.Money(5), "0,05\u00a0€"},
		{it.Money(99999999), "999.999,99\u00a0€"},
		{it.prose(850000), "8.500 euro"},
		{it.Date(20765), "8 novembre 2026"},
		{it.Date(20788), "1° dicembre 2026"},
		{de.Date(20820), "2. Jänner 2027"},
		{en.Date(20788), "1 December 2026"},
		{it.write("date-il", day), "l'8 novembre 2026"},
		{it.write("date-dal", day), "dall'8 novembre 2026"},
		{it.write("date-al", facts.Value{N: 20766}), "al 9 novembre 2026"},
		{it.write("days", facts.Value{N: 1}), "1 giorno"},
		{de.write("months", facts.Value{N: 12}), "12 Monate"},
		{it.ShortDate(20765), "08/11/2026"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

// TestFind: every message is found, and nothing between them.
func TestFind(t *testing.T) {
	c := Lookup("it")
	for _, id := range c.IDs() {
		if e, ok := find(c.words, id); !ok || e.text == "" {
			t.Errorf("%s: %+v", id, e)
		}
		for _, other := range []string{id + "-", id[:len(id)-1] + "\x00", strings.ToUpper(id)} {
			if c.Has(other) {
				t.Errorf("%q was found", other)
			}
		}
	}
	for _, id := range []string{"", "\t", "\n", "a", "zzz", "acc-cosa\tLa"} {
		if c.Has(id) {
			t.Errorf("%q was found", id)
		}
	}
}

func TestRender(t *testing.T) {
	c := Lookup("it")
	f := facts.Set{"importo": {Kind: facts.Money, N: 114471}}
	r := c.Caption("naspi-quanto-1", f)
	want := "All'inizio, ogni mese, ti spettano 1.144,71 euro."
	if r.Text != want || len(r.Marks) != 1 || len(r.Figures) != 1 || r.Text[r.Marks[0].At:] != "1.144,71 euro." {
		t.Errorf("got %+v", r)
	}
	if got := c.Text("no-such-id", nil); got != "⟦no-such-id⟧" {
		t.Errorf("unknown id gives %q", got)
	}
}

// TestGeneratedTablesAreFresh fails when a table is older than its catalog.
func TestGeneratedTablesAreFresh(t *testing.T) {
	dir := t.TempDir()
	if msg, err := exec.Command("go", "run", "./gen", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, msg)
	}
	for _, lang := range Langs() {
		name := "catalog_" + lang + "_gen.go"
		fresh, _ := os.ReadFile(filepath.Join(dir, name))
		kept, _ := os.ReadFile(name)
		if len(fresh) == 0 || string(fresh) != string(kept) {
			t.Errorf("%s is stale: go generate ./player/l10n", name)
		}
	}
}

func FuzzRender(f *testing.F) {
	f.Add("Ciao, {nome:name}. [[ok]]", "Maria")
	f.Add("{{[[", "")
	c := Lookup("it")
	f.Fuzz(func(t *testing.T, pattern, name string) {
		r := render(pattern, facts.Set{"nome": {S: name}}, c.read)
		for _, m := range r.Marks {
			if m.At > len(r.Text) {
				t.Errorf("marker beyond the text")
			}
		}
	})
}

func BenchmarkCaption(b *testing.B) {
	c, f := Lookup("it"), facts.Set{"importo": {Kind: facts.Money, N: 114471}}
	for b.Loop() {
		c.Caption("naspi-quanto-1", f)
	}
}
