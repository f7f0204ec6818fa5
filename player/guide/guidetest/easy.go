// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package guidetest

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"videoguida/player/l10n"
	"videoguida/player/script"
)

// The Gulpease index of Italian: 100 is easiest, 80 suits primary school, 60
// lower secondary.
const (
	EasyGuide = 70 // the whole guide of one person
	EasyBlock = 60 // a scene, a line, a text of the interface
)

var sentenceEnd = regexp.MustCompile(`[.!?…]+(?:[\s»"”)]|$)`)

// Gulpease returns the index of a text, as the script's own check computes it:
// words are what spaces part and holds a letter or digit.
func Gulpease(text string) float64 {
	words, letters := 0, 0
	for _, w := range strings.Fields(text) {
		if strings.IndexFunc(w, alphanumeric) >= 0 {
			words++
		}
	}
	for _, r := range text {
		if alphanumeric(r) {
			letters++
		}
	}
	if words == 0 {
		return 100
	}
	sentences := max(1, len(sentenceEnd.FindAllString(text, -1)))
	return min(100, 89+float64(300*sentences-10*letters)/float64(words))
}

func alphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// EasyToRead holds every line, scene and guide to the index.
func (s Suite) EasyToRead(t *testing.T) {
	for _, p := range s.Profiles {
		var guide []string
		for _, ch := range script.Read(s.Board(), s.facts(p), l10n.Lookup("it")) {
			var scene []string
			for _, l := range ch.Lines {
				scene = append(scene, l.Text)
				if g := Gulpease(l.Text); g < EasyBlock {
					t.Errorf("%s, %s: %.1f: %s", p.Name, l.ID, g, l.Text)
				}
			}
			guide = append(guide, scene...)
			if g := Gulpease(strings.Join(scene, " ")); g < EasyBlock {
				t.Errorf("%s, scene %s: %.1f", p.Name, ch.Scene.ID, g)
			}
		}
		g := Gulpease(strings.Join(guide, " "))
		t.Logf("%-32s %.1f", p.Name, g)
		if g < EasyGuide {
			t.Errorf("%s: the guide has %.1f, want %d", p.Name, g, EasyGuide)
		}
	}
}
