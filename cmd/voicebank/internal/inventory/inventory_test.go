// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package inventory

import (
	"math/rand/v2"
	"strings"
	"testing"

	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/player/l10n"
	"videoguida/player/voice"
)

// units adds the units of the slots of a line, as it is said with a value for each.
func units(into map[voice.Unit]bool, r l10n.Rendered) {
	for _, p := range voice.Units(r) {
		if p.Kind != "" && p.Kind != "name" {
			into[p.Unit] = true
		}
	}
}

// random returns any value that a letter may bring for a kind of slot.
func random(r *rand.Rand, kind string) (facts.Value, bool) {
	switch kind {
	case "money":
		return facts.Value{Kind: facts.Money, N: 1 + r.Int64N([...]int64{9_999, 999_999, 99_999_999}[r.IntN(3)])}, true
	case "date", "date-il", "date-al", "date-dal":
		return facts.Value{Kind: facts.Date, N: int64(civil.Date(2020, 1, 1)) + r.Int64N(9000)}, true
	case "days", "months":
		return facts.Value{Kind: facts.Count, N: 1 + r.Int64N(999)}, true
	}
	return facts.Value{}, false
}

// TestSamplesNeedEveryUnit: whatever a letter brings, the samples of its slot
// already needed each unit, in the form in which that line needs it.
func TestSamplesNeedEveryUnit(t *testing.T) {
	c := l10n.Lookup("it")
	r := rand.New(rand.NewPCG(4, 11))
	needed, forms, kinds := map[voice.Unit]bool{}, map[string]voice.Unit{}, map[string]bool{}
	var lines []Line
	for _, guide := range Guides() {
		lines = append(lines, Lines(c, guide)...)
	}
	for _, l := range lines {
		for _, filled := range l.Filled() {
			units(needed, filled)
		}
	}
	for _, l := range lines {
		for range 200 {
			f, all := facts.Set{}, true
			for _, s := range l.Slots {
				v, ok := random(r, s.Kind)
				f[s.Name], all = v, all && ok
				kinds[s.Kind] = true
			}
			if len(l.Slots) == 0 || !all {
				break
			}
			asked := map[voice.Unit]bool{}
			units(asked, l.Render(f))
			for u := range asked {
				if !needed[u] {
					forms[l.Name()] = u
				}
			}
		}
	}
	for line, u := range forms {
		t.Errorf("%s needs %q (%c), which no sample needs", line, u.Text, u.Form)
	}
	if !kinds["money"] || !kinds["date"] && !kinds["date-il"] {
		t.Errorf("only slots of %v were tried", kinds)
	}
}

// TestLines: labels and titles are read, never said; descriptions come after
// the lines of their guide.
func TestLines(t *testing.T) {
	for _, guide := range Guides() {
		alt := false
		for _, l := range Lines(l10n.Lookup("it"), guide) {
			if alt && !l.Alt {
				t.Errorf("%s comes after a description", l.Name())
			}
			alt = l.Alt
			if strings.HasPrefix(l.ID, guide+"-lbl") || strings.HasSuffix(l.Name(), ".ad") != l.Alt {
				t.Errorf("%s is not a line of %s", l.Name(), guide)
			}
		}
		if !alt && guide != "spot" { // its pictures show nothing that is not said
			t.Errorf("%s has no description", guide)
		}
	}
}
