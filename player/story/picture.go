// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package story

import (
	"videoguida/player/a11y"
	"videoguida/player/facts"
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/typeset"
)

// Picture is what a scene shows. Painting and describing live together so
// that what is drawn and what is announced cannot part ways: a test fails when
// a painted number or label has no node.
type Picture interface {
	Paint(o *paint.Ops, m *Moment)
	Describe(t *a11y.Tree, m *Moment)
}

// Clock tells how long ago something was named.
type Clock interface {
	// Since returns the ms since the cue: negative when it is yet to come,
	// Absent when it is not part of this person's guide.
	Since(c Cue) int
}

// Absent is what a Clock answers for a cue that this person's guide lacks.
const Absent = -1 << 31

// Words gives the person's own texts, formatted once. An id is a message's,
// "#" and the name of an amount among the facts, "€" and cents for an amount,
// or "=" and a whole number.
type Words interface {
	Text(id string) string
}

// Moment is everything a frame depends on. A frame is a pure function of it.
type Moment struct {
	Scene   *Scene
	Facts   facts.Set
	Words   Words
	Clock   Clock
	Fonts   *typeset.Fonts
	Icons   *icon.Set
	W, H    float32 // the stage, CSS px
	Bottom  float32 // height kept free at the bottom, beside the officer, CSS px
	Held    *Hold   // the hold being waited on, or nil
	HeldFor int     // ms since the hold began, at most 20,000
	Reduced bool    // less motion
	Choices Choices
	Turning int // ms until the screen of a new answer stands; 0: it stands
}

// Choices is what the person chose in the pictures. The zero value is nothing.
type Choices struct {
	Month   int    // column of the chart, 1-based; 0 for none
	Page    int    // page of a long list, 1-based; 0 for the one being spoken of
	Stars   int    // rating, 1 to 5; 0 for none
	Topic   string // explanation that is open, by its Text; empty for none
	Answers string // given to a hold's quiz, in order, with commas: "dip,breve"
}
