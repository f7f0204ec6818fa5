// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package qc

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"videoguida/cmd/voicebank/internal/inventory"
	"videoguida/player/facts"
	"videoguida/player/guide/naspi"
	"videoguida/player/l10n"
	"videoguida/player/voice"
)

const committed = "../../../../static/site/voice/it"

func open(t *testing.T) *Listener {
	t.Helper()
	l, err := Open(committed)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestBank: the committed bank has no fault: sizes, missing units, clipping,
// pace, joins, loudness and true peak.
func TestBank(t *testing.T) {
	whole(t)
	r, err := open(t).Judge(l10n.Lookup("it"))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Faults) > 0 || r.Joins < 500 || r.Pitched < 400 {
		t.Errorf("%d joins, %d pitched, faults:\n%s", r.Joins, r.Pitched, strings.Join(r.Faults, "\n"))
	}
}

// TestBankSaysEverything: every line and description of both guides, for 1,000
// random facts each and without any, has all its units, in their form.
func TestBankSaysEverything(t *testing.T) {
	l, c, r := open(t), l10n.Lookup("it"), rand.New(rand.NewPCG(1000, 4))
	said := map[string]int{}
	check := func(line inventory.Line, text l10n.Rendered) {
		said[line.Guide]++
		if err := l.missing(text); err != nil {
			t.Fatalf("%s: %v", line.Name(), err)
		}
	}
	for _, guide := range inventory.Guides() {
		for _, line := range inventory.Lines(c, guide) {
			for range 1000 {
				f := facts.Set{}
				for _, s := range line.Slots {
					f[s.Name] = Value(s.Kind, r)
					if s.Kind == "name" {
						f[s.Name] = facts.Value{Kind: facts.Text, S: []string{"Maria", "giovanni", "Maria Teresa", "Amina"}[r.IntN(4)]}
					}
				}
				check(line, line.Render(f))
				if len(line.Slots) == 0 || line.Has("name") {
					check(line, line.Render(nil))
				}
			}
		}
	}
	if said["naspi"] < 64_000 || said["pens"] < 76_000 {
		t.Errorf("only %v lines were said", said)
	}
}

// TestLinesAreTheGuides: the inventory has every line of the guide's board.
func TestLinesAreTheGuides(t *testing.T) {
	var have []string
	for _, l := range inventory.Lines(l10n.Lookup("it"), "naspi") {
		have = append(have, l.Name())
	}
	lines := 0
	for _, s := range naspi.Board().Scenes {
		for _, line := range s.Lines {
			lines++
			if !slices.Contains(have, line.ID) {
				t.Errorf("%s is not in the inventory", line.ID)
			}
		}
	}
	if lines < 60 {
		t.Errorf("only %d lines", lines)
	}
}

// TestMissingUnitIsAFault: a bank without its numbers says what it lacks.
func TestMissingUnitIsAFault(t *testing.T) {
	whole(t)
	l := open(t)
	l.Packs = slices.DeleteFunc(l.Packs, func(p *voice.Pack) bool { return p.Name == "figures" })
	l.bank = voice.NewBank(l.Packs...)
	r, err := l.Judge(l10n.Lookup("it"))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(r.Faults, `naspi-quanto-1: no clip of "euro" (m)`) {
		t.Errorf("faults: %q", r.Faults)
	}
}

// TestMouthsAndWords: mouths rest at the end of each clip, words are in order,
// lips that touch are there: a text with m, b, p, f or v shuts them.
func TestMouthsAndWords(t *testing.T) {
	for _, p := range open(t).Packs {
		for i := range p.Clips {
			c := &p.Clips[i]
			if n := len(c.Mouths); n < 2 || c.Mouths[n-1].Shape != 0 || c.Mouths[n-1].At > p.Length(c)+10 {
				t.Errorf("pack %s: %q: mouths %v", p.Name, c.Text, c.Mouths)
			}
			if n := len(strings.Fields(c.Text)); n > 1 && len(c.Words) != n {
				t.Errorf("pack %s: %q: %d words of %d", p.Name, c.Text, len(c.Words), n)
			}
			const lips, teeth = 1, 7
			if strings.ContainsAny(c.Text, "mbp") && !slices.ContainsFunc(c.Mouths, func(m voice.Mouth) bool { return m.Shape == lips || m.Shape == teeth }) {
				t.Errorf("pack %s: %q: the lips never touch", p.Name, c.Text)
			}
		}
	}
}

// whole leaves a test of the whole bank, a minute's work, to "make test".
func whole(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("the whole bank is judged without -short")
	}
}
