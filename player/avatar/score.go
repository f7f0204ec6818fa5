// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

// Line is one told line, as the avatar needs it. Times are ms of the guide.
type Line struct {
	Start, Said, End int // the speech ends at Said, its pause at End
	Spoken           string
	Words            []Word  // when the words of Spoken are said; nil: evenly by letters
	Mouths           []Event // as the voice has them, from Start; nil: by the spelling
	Gestures         []Gesture
	Accents          []int // instants of the key words
	Hold             bool  // the guide waits for the person at its end
}

// Word says when the words of a line from a byte of Spoken on are said: ms
// from the line's start.
type Word struct{ Offset, At int }

// Gesture asks for a pose or a face from an instant on.
type Gesture struct {
	At   int    // ms of the guide
	Name string // "present-left", "nod", "smile"; unknown names rest
}

// Score is a performance: what the avatar does when. It never changes, so any
// instant can be asked for in any order.
type Score struct {
	Sober   bool // nobody smiles: the guide is about a loss
	keys    []key
	glances []glance
	mouths  []mouthKey
	blinks  []int // ms of the guide at which the lids start to close
	words   []beat
	accents []beat
}

// Compose makes the performance of a guide.
func Compose(lines []Line) *Score {
	s := &Score{keys: composeKeys(lines)}
	s.words, s.accents = composeBeats(lines)
	s.glances = composeGlances(s.keys, s.accents)
	s.mouths = composeMouths(lines, s.keys)
	s.blinks = composeBlinks(lines)
	return s
}

// Moment is the instant of a frame.
type Moment struct {
	T       int  // ms of the guide
	Held    int  // ms since a hold began
	Hold    bool // the guide waits at T, the end of a line
	Reduced bool // less motion: lips move, poses change without travelling
	Stage   Stage
}

// Settled is how long after the beginning of a hold, ms, the avatar has folded
// her hands and waits.
const Settled = 700

// at is the instant of the guide whose performance shows: a hold belongs to
// the line it ends.
func (m Moment) at() int {
	if m.Hold {
		return m.T - 1
	}
	return m.T
}

// life is the clock of the idle motions, s: it runs on while held.
func (m Moment) life() float64 { return float64(m.T+m.Held) / 1000 }

// last returns the index of the last of n items that begins at or before t,
// or 0. Items are sorted by the instant that begin returns.
func last(n, t int, begin func(int) int) int {
	lo, hi := 0, n
	for lo < hi {
		if mid := (lo + hi) / 2; begin(mid) > t {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return max(lo-1, 0)
}

// random returns a number in 0…1 that depends on n alone.
func random(n int) float32 {
	x := uint32(n)*0x9E3779B1 + 0x7F4A7C15
	x = (x ^ x>>15) * 0x85EBCA6B
	x = (x ^ x>>13) * 0xC2B2AE35
	return float32((x^x>>16)>>8) / (1 << 24)
}
