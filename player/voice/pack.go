// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package voice

import (
	"cmp"
	"slices"
	"sort"
	"strings"
)

// Pack is a file of recorded clips, sorted by text and form.
type Pack struct {
	Lang, Name string
	Rate       int // samples a second
	Delay      int // samples that a decoder which drops none puts before the sound
	Clips      []Clip
	Blobs      []byte // the clips' MP3s back to back, then padding
}

// Clip is one recorded unit.
type Clip struct {
	Unit
	Offset, Length int // bytes of its MP3 within the pack's Blobs
	Samples        int // of the wanted sound
	Head           int // samples that a decoder which drops none puts before it
	Gain           int // in thousandths: 1000 plays it as encoded
	Words          []Word
	Mouths         []Mouth
}

// Word is a word of a clip: its bytes in the clip's text, and the ms at which
// it begins.
type Word struct{ At, From, To int }

// Mouth is a mouth shape taken At ms after the beginning of a clip. Shapes are
// numbered as package avatar does: X A B C D E F G H Smile.
type Mouth struct {
	At    int
	Shape byte
}

// Shapes is how many mouth shapes there are.
const Shapes = 10

// Data returns the clip's MP3.
func (p *Pack) Data(c *Clip) []byte { return p.Blobs[c.Offset : c.Offset+c.Length] }

// Length returns how long the clip sounds, ms.
func (p *Pack) Length(c *Clip) int { return c.Samples * 1000 / p.Rate }

// Find returns the clip of a unit.
func (p *Pack) Find(u Unit) (*Clip, bool) {
	i, ok := sort.Find(len(p.Clips), func(i int) int { return order(u, p.Clips[i].Unit) })
	if !ok {
		return nil, false
	}
	return &p.Clips[i], true
}

// order compares units by text, then form.
func order(a, b Unit) int {
	return cmp.Or(strings.Compare(a.Text, b.Text), cmp.Compare(a.Form, b.Form))
}

// sorted reports whether the clips can be searched, each unit once.
func (p *Pack) sorted() bool {
	return slices.IsSortedFunc(p.Clips, func(b, a Clip) int {
		return cmp.Or(order(b.Unit, a.Unit), -1) // equal ones are not in order
	})
}
