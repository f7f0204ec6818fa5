// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package carrier

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/player/l10n"
)

func choose(t *testing.T, takes int) []Carrier {
	t.Helper()
	all, err := Choose(l10n.Lookup("it"), []Spelling{{"Sara", "Sara"}, {"Omar", "Òmar"}}, takes)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestChoose: every clip comes from one carrier, every carrier brings one; no
// phrase is an isolated number.
func TestChoose(t *testing.T) {
	seen, names := map[key]string{}, map[string]bool{}
	for _, c := range choose(t, 1) {
		if names[c.Name] || len(c.Used()) == 0 {
			t.Errorf("%s is twice there, or for nothing", c.Name)
		}
		names[c.Name] = true
		for _, i := range c.Used() {
			k := key{c.Parts[i].Pack, c.Parts[i].Unit}
			if seen[k] != "" {
				t.Errorf("%v is cut from %s and %s", k, seen[k], c.Name)
			}
			seen[k] = c.Name
			if c.Parts[i].Kind != "" && len(c.Parts) < 2 {
				t.Errorf("%s: %q stands alone", c.Name, c.Text)
			}
		}
	}
	if len(seen) < 400 || len(choose(t, 3)) < len(names)+50 {
		t.Errorf("%d clips, %d carriers with three takes", len(seen), len(choose(t, 3)))
	}
}

// TestWords: what the reference reads is the phrase, numbers in pieces; what an
// engine reads is spelled for it.
func TestWords(t *testing.T) {
	for _, c := range choose(t, 1) {
		var said []string
		for _, w := range c.Words() {
			said = append(said, w.Text)
			if p := c.Parts[w.Part]; w.To > len(p.Text) || w.From >= w.To {
				t.Errorf("%s: word %q at %d to %d of %q", c.Name, w.Text, w.From, w.To, p.Text)
			}
		}
		squeeze := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if squeeze(strings.Join(said, "")) != squeeze(c.Say()) {
			t.Errorf("%s: the reference says %q, the engine %q", c.Name, said, c.Say())
		}
		if strings.Contains(c.Text, "Omar") && c.Say() != "Ciao, Òmar." {
			t.Errorf("%q is spelled %q", c.Text, c.Say())
		}
	}
}

func TestWordsOfAnAmount(t *testing.T) {
	for _, c := range choose(t, 1) {
		if c.Name != "naspi-quanto-1" {
			continue
		}
		var said []string
		for _, w := range c.Words() {
			said = append(said, w.Text)
		}
		if d := cmp.Diff("All'inizio, ogni mese, ti spettano mille cento trentaquattro euro e cinquantasei centesimi.", strings.Join(said, " ")); d != "" {
			t.Errorf("(-want +got):\n%s", d)
		}
	}
}
