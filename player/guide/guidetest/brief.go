// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package guidetest

import (
	"strings"
	"testing"
	"unicode/utf8"

	"videoguida/player"
	"videoguida/player/l10n"
	"videoguida/player/paint"
)

// Brief: the shorter form of a line is shorter in every language and has the
// line's markers, so that whatever waits for one still comes.
func (s Suite) Brief(t *testing.T) {
	brief := 0
	for _, sc := range s.Board().Scenes {
		for _, l := range sc.Lines {
			if l.Brief == "" {
				continue
			}
			brief++
			for _, lang := range l10n.Langs() {
				words := l10n.Lookup(lang)
				full, short := words.Caption(l.ID, nil), words.Caption(l.ID+"-breve", nil)
				if utf8.RuneCountInString(short.Text) >= utf8.RuneCountInString(full.Text) || markers(short) != markers(full) {
					t.Errorf("%s %s: %q (%s) for %q (%s)", lang, l.ID, short.Text, markers(short), full.Text, markers(full))
				}
			}
		}
	}
	if brief == 0 {
		t.Error("no line has a shorter form")
	}
}

func markers(r l10n.Rendered) string {
	var names []string
	for _, m := range r.Marks {
		names = append(names, m.Name)
	}
	return strings.Join(names, " ")
}

// longestEmpty is how long a scene may take to show something, ms.
const longestEmpty = 1600

// NeverLongEmpty: every scene soon shows something beside the officer.
func (s Suite) NeverLongEmpty(t *testing.T) {
	var o paint.Ops
	for _, pr := range s.Profiles {
		p := s.Player(t, pr, "it")
		for _, ch := range p.Timeline().Chapters {
			shown := false
			for ms := ch.Start + 300; ms <= ch.Start+longestEmpty && !shown; ms += 100 {
				p.Advance(0, player.Input{Kind: player.Seek, Ms: min(ms, ch.End-1)})
				p.Paint(&o)
				o.Texts(func(string) { shown = true })
			}
			if !shown {
				t.Errorf("%s: %s shows nothing for %d ms", pr.Name, ch.Scene.ID, longestEmpty)
			}
		}
	}
}
