// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package voice

import (
	"strings"
	"unicode/utf8"

	"videoguida/player/timeline"
)

// Utterance is a sentence of a line that a device's own voice says at once, and
// when the silent guide tells it, ms of the guide.
type Utterance struct {
	From, To int
	Text     string
}

// Utterances splits a told line at the ends of its sentences, evenly in time by
// characters.
func Utterances(l *timeline.Line) (out []Utterance) {
	total := max(utf8.RuneCountInString(l.Spoken), 1)
	when := func(runes int) int { return l.Start + (l.Said-l.Start)*runes/total }
	done := 0
	for rest := l.Spoken; rest != ""; {
		n := sentence(rest)
		runes := utf8.RuneCountInString(rest[:n])
		out = append(out, Utterance{when(done), when(done + runes), strings.TrimSpace(rest[:n])})
		done, rest = done+runes, rest[n:]
	}
	return out
}

// sentence is the length in bytes of the first sentence of a text, with the
// space after it.
func sentence(text string) int {
	for i := range text {
		if i > 0 && text[i] == ' ' && strings.IndexByte(".?!", text[i-1]) >= 0 {
			return i + 1
		}
	}
	return len(text)
}
