// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

import (
	"strings"
	"unicode"
)

// beat is a stressed syllable or a key word.
type beat struct {
	at       int // ms of the guide
	strength float32
}

// Spacing of beats, ms: speech has more, but a head that follows them all bobs.
const (
	wordGap   = 450
	accentGap = 700
)

func composeBeats(lines []Line) (words, accents []beat) {
	for i := range lines {
		l := &lines[i]
		for _, at := range l.Accents {
			accents = spaced(accents, beat{at, 1}, accentGap)
		}
		words = stresses(l, words)
	}
	return words, accents
}

func spaced(list []beat, b beat, gap int) []beat {
	if n := len(list); n > 0 && b.at < list[n-1].at+gap {
		return list
	}
	return append(list, b)
}

// stresses appends the stressed syllables of the longer words of a line.
func stresses(l *Line, list []beat) []beat {
	text := []rune(strings.ToLower(l.Spoken))
	for i := 0; i < len(text); {
		end := i
		for end < len(text) && unicode.IsLetter(text[end]) {
			end++
		}
		if end-i >= 5 {
			at := l.Start + (l.Said-l.Start)*(i+stress(text[i:end]))/len(text)
			list = spaced(list, beat{at, .3 + .7*random(at)}, wordGap)
		}
		i = max(end, i+1)
	}
	return list
}

// stress returns the index of a word's stressed vowel: the accented one, else
// that of the last syllable but one.
func stress(word []rune) int {
	seen := 0
	for i := len(word) - 1; i >= 0; i-- {
		switch {
		case strings.ContainsRune("àèéìòù", word[i]):
			return i
		case strings.ContainsRune("aeiou", word[i]) && (i == 0 || !strings.ContainsRune("iu", word[i-1])):
			if seen++; seen == 2 {
				return i
			}
		}
	}
	return 0
}

// swell is how a beat comes and goes, ms.
type swell struct{ up, stay, down int }

// The swells of head, brows and arms.
var (
	perWord   = swell{110, 0, 220}
	perAccent = swell{120, 60, 230}
	browRaise = swell{120, 200, 220}
)

// at returns the strength of the beat at t ms of the guide.
func (s swell) at(t int, list []beat) float32 {
	if len(list) == 0 {
		return 0
	}
	b := list[last(len(list), t, func(i int) int { return list[i].at })]
	switch ms := t - b.at; {
	case ms < 0:
		return 0
	case ms < s.up:
		return b.strength * smooth(float32(ms)/float32(s.up))
	case ms < s.up+s.stay:
		return b.strength
	default:
		return b.strength * (1 - smooth(float32(ms-s.up-s.stay)/float32(s.down)))
	}
}
