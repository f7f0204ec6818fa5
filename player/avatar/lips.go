// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

import (
	"slices"
	"strings"
)

// Event is a mouth that a line asks for from an instant on.
type Event struct {
	At int // ms from the line's start
	V  Viseme
}

// Holds of a mouth, ms: a shape that lasts less than minHold is not seen and
// goes, but lips must be seen to close (m, b, p) and to touch the teeth (f, v).
const (
	minHold  = 100
	touch    = 80
	leftover = 60 // what a neighbour keeps when a touch takes time from it
)

// Lips appends the mouths of a spoken Italian line lasting length ms, evenly
// by characters, and the closed mouth at its end.
func Lips(spoken string, length int, out []Event) []Event {
	text := []rune(strings.ToLower(spoken))
	last := visemes
	for i := range text {
		if v, ok := sound(text, i); ok && v != last {
			out = append(out, Event{i * length / len(text), v})
			last = v
		}
	}
	return append(hold(out, length), Event{length, X})
}

// sound returns the mouth of the letter at i; ok is false when the letter
// keeps the mouth as it is.
func sound(t []rune, i int) (v Viseme, ok bool) {
	switch t[i] {
	case 'a', 'à', 'ä':
		return D, true
	case 'e', 'è', 'é', 'ì', 'y':
		return C, true
	case 'i':
		return C, !softens(t, i)
	case 'o', 'ò', 'ö':
		return E, true
	case 'u', 'ù', 'ü', 'w', 'q':
		return F, true
	case 'm', 'b', 'p':
		return A, true
	case 'f', 'v':
		return G, true
	case 'l', 'r':
		return H, true
	case 'g':
		if at(t, i+1) == 'l' && at(t, i+2) == 'i' {
			return H, true // gli: one palatal sound
		}
		return B, true
	case 'h', '\'', '’', ' ', '-':
		return X, false
	case '.', ',', ':', ';', '?', '!', '…':
		return X, true
	}
	return B, true
}

// softens reports whether the i at i is only spelling: it softens c, g, sc or
// gl before another vowel (ciao, già, sciopero, figlio).
func softens(t []rune, i int) bool {
	before := at(t, i-1)
	soft := before == 'c' || before == 'g' || before == 'l' && at(t, i-2) == 'g'
	return soft && strings.ContainsRune("aeouàèéòù", at(t, i+1))
}

func at(t []rune, i int) rune {
	if i < 0 || i >= len(t) {
		return ' '
	}
	return t[i]
}

// track is a line's mouths while their times are being settled.
type track struct {
	ev  []Event
	end int
}

// hold makes every mouth last: weak consonants between two different vowels
// go first, then short ones take time from longer neighbours, and what is
// still too short goes, except lips that must touch.
func hold(ev []Event, end int) []Event {
	t := &track{ev, end}
	t.sweep(func(i int) bool { return weak(t.ev[i].V) && t.span(i) < minHold && !t.between(i) })
	t.sweep(func(i int) bool { return weak(t.ev[i].V) && !t.widen(i, minHold, minHold) })
	t.sweep(func(i int) bool { return !must(t.ev[i].V) && !t.pressed(i) && !t.widen(i, minHold, minHold) })
	for i := range t.ev {
		if must(t.ev[i].V) {
			t.widen(i, touch, leftover)
		}
	}
	return t.ev
}

func weak(v Viseme) bool { return v == B || v == H }
func must(v Viseme) bool { return v == A || v == G }

// span returns how long the mouth at i lasts.
func (t *track) span(i int) int {
	if i+1 < len(t.ev) {
		return t.ev[i+1].At - t.ev[i].At
	}
	return t.end - t.ev[i].At
}

// between reports whether the mouth at i separates two equal ones.
func (t *track) between(i int) bool {
	return i > 0 && i+1 < len(t.ev) && t.ev[i-1].V == t.ev[i+1].V
}

// pressed reports whether the mouth at i opens between two touches (papà) or
// at the end: it may be short, or the lips would not part.
func (t *track) pressed(i int) bool {
	if i+1 == len(t.ev) {
		return !weak(t.ev[i].V)
	}
	return i > 0 && must(t.ev[i-1].V) && must(t.ev[i+1].V)
}

// widen lets the mouth at i last want ms at the expense of neighbours, which
// keep at least spare ms; it reports whether that was enough.
func (t *track) widen(i, want, spare int) bool {
	if i+1 < len(t.ev) {
		if give := min(want-t.span(i), t.span(i+1)-spare); give > 0 {
			t.ev[i+1].At += give
		}
	}
	if i > 0 {
		if give := min(want-t.span(i), t.span(i-1)-spare); give > 0 {
			t.ev[i].At -= give
		}
	}
	return t.span(i) >= want
}

// sweep removes the mouths that drop names; their time goes to the next one,
// or to the one before when that is all there is.
func (t *track) sweep(drop func(i int) bool) {
	for i := 0; i < len(t.ev); i++ {
		if !drop(i) {
			continue
		}
		if i+1 < len(t.ev) {
			t.ev[i+1].At = t.ev[i].At
		}
		t.ev = slices.Delete(t.ev, i, i+1)
		if i > 0 && i < len(t.ev) && t.ev[i-1].V == t.ev[i].V {
			t.ev = slices.Delete(t.ev, i, i+1)
		}
		i--
	}
}
