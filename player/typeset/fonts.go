// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package typeset measures, wraps and rasterises text in the product's one
// typeface.
//
// Software raster and GPU film draw the same glyph masks at the same quarter
// pixel phases, so both show the same text; wrapping uses the same advances.
// The font files and their parser live in package titillium: a program that
// only tells a guide as text must not carry them, nor the parser's types.
package typeset

import "videoguida/player/paint"

const weights = 3

// Fonts is the typeface in its three weights, with its metrics and the glyphs
// rasterised so far. It is not safe for concurrent use.
type Fonts struct {
	weight [weights]Metrics
	faces  map[faceKey]*Face
	blocks map[blockKey][]Run
}

type faceKey struct {
	w  paint.Weight
	px float32
}

// Metrics are one weight's measures, in font units, and its glyphs.
type Metrics struct {
	Units   float32 // per em
	Advance map[rune]float32
	Kern    func(a, b rune) float32     // how much b moves after a
	Face    func(px float32) Rasterizer // at px device px per em
}

// New returns the typeface of three weights.
func New(regular, semiBold, bold Metrics) *Fonts {
	return &Fonts{weight: [weights]Metrics{regular, semiBold, bold}, faces: map[faceKey]*Face{}, blocks: map[blockKey][]Run{}}
}

// step returns the pen's advance for r after prev, in font units.
func (m *Metrics) step(prev, r rune) float32 {
	a, ok := m.Advance[r]
	if !ok {
		a = m.Advance['?']
	}
	return a + m.kern(prev, r)
}

// kern returns how much r moves after prev, 0 at the beginning of a text.
func (m *Metrics) kern(prev, r rune) float32 {
	if prev == 0 {
		return 0
	}
	return m.Kern(prev, r)
}

// Measure returns the width of s in CSS px at size px per em.
func (f *Fonts) Measure(s string, w paint.Weight, size float32) float32 {
	m := &f.weight[w]
	var units float32
	prev := rune(0)
	for _, r := range s {
		units += m.step(prev, r)
		prev = r
	}
	return units * size / m.Units
}

// Wrap breaks s into lines no wider than width CSS px and appends them to
// lines. It breaks at spaces, never at a no-break space; a word wider than
// the line stays whole.
func (f *Fonts) Wrap(s string, width float32, w paint.Weight, size float32, lines []string) []string {
	m := &f.weight[w]
	limit := width * m.Units / size
	start, space := 0, -1
	var x, atSpace float32
	prev := rune(0)
	for i, r := range s {
		if r == ' ' {
			space, atSpace = i, x
		}
		x += m.step(prev, r)
		prev = r
		if x > limit && space > start {
			lines = append(lines, s[start:space])
			start = space + 1
			x -= atSpace + m.Advance[' ']
			space = -1
		}
	}
	return append(lines, s[start:])
}
