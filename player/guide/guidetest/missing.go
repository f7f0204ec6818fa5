// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package guidetest

import (
	"regexp"
	"testing"

	"videoguida/player"
	"videoguida/player/a11y"
	"videoguida/player/l10n"
	"videoguida/player/paint"
	"videoguida/player/script"
	"videoguida/tokengen/token"
)

// invented is what a text tells when it makes a figure up.
var invented = regexp.MustCompile(`19(69|70)|\b0,00|€0\.00|\b0 (giorni|mesi|Tage|Monate|days|months)|\b0 (euro|Euro)|⟦|\{|  | ,| \.`)

// Missing: the guide of a letter that lacks a fact tells the rest, at least
// least lines, film and text tell the same, and neither says nor paints a
// figure that nobody knows.
func (s Suite) Missing(t *testing.T, from Profile, least int, without map[string]func(c *token.Claims)) {
	for name, withhold := range without {
		for _, lang := range l10n.Langs() {
			p := Profile{name, from.Claims, from.Today}
			withhold(&p.Claims)
			s.sameLines(t, p, lang, least)
			s.inventsNothing(t, p, lang)
		}
	}
}

func (s Suite) sameLines(t *testing.T, p Profile, lang string, least int) {
	tl := s.Compile(t, p, lang)
	var told []string
	for _, ch := range script.Read(s.Board(), s.facts(p), l10n.Lookup(lang)) {
		for _, l := range ch.Lines {
			told = append(told, l.ID)
		}
	}
	if len(told) != len(tl.Lines) || len(told) < least {
		t.Errorf("without %s the text has %d lines, the film %d", p.Name, len(told), len(tl.Lines))
	}
	for i, l := range tl.Lines {
		if i < len(told) && told[i] != l.ID {
			t.Fatalf("without %s the text tells %s, the film %s", p.Name, told[i], l.ID)
		}
		for _, text := range []string{l.Text, l.Describe} {
			if m := invented.FindString(text); m != "" {
				t.Errorf("without %s, %s %s tells %q: %s", p.Name, lang, l.ID, m, text)
			}
		}
	}
}

// inventsNothing looks at what is painted and announced.
func (s Suite) inventsNothing(t *testing.T, p Profile, lang string) {
	var o paint.Ops
	var tree a11y.Tree
	EveryMark(s.Player(t, p, lang), func(pl *player.Player, line, marker string) {
		pl.Paint(&o)
		o.Texts(func(text string) {
			if m := invented.FindString(text); m != "" {
				t.Errorf("without %s, %s %s [[%s]] paints %q", p.Name, lang, line, marker, text)
			}
		})
		pl.Describe(&tree)
		for _, n := range tree.Nodes {
			if m := invented.FindString(n.Name + "\n" + n.Value); m != "" {
				t.Errorf("without %s, %s %s [[%s]] announces %q", p.Name, lang, line, marker, n.Name)
			}
		}
	})
}
