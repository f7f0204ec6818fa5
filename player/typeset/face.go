// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package typeset

import (
	"image"

	"videoguida/player/paint"
)

// Face is a weight at one size in device px, with its glyph masks.
type Face struct {
	m      *Metrics
	px     float32
	draw   Rasterizer
	glyphs map[glyphKey]*Glyph
}

type glyphKey struct {
	r     rune
	phase uint8
}

// Glyph is a rasterised glyph at one quarter-pixel phase. Mask is nil for a
// blank; X and Y move the mask's corner from the pen's whole pixel.
type Glyph struct {
	Mask *image.Alpha
	X, Y int
}

// Rasterizer draws a letter at a phase, in quarters of a pixel (0–3).
type Rasterizer func(r rune, phase uint8) *Glyph

// Face returns the weight at px device px per em.
func (f *Fonts) Face(w paint.Weight, px float32) *Face {
	k := faceKey{w, px}
	if face := f.faces[k]; face != nil {
		return face
	}
	m := &f.weight[w]
	face := &Face{m: m, px: px, draw: m.Face(px), glyphs: map[glyphKey]*Glyph{}}
	f.faces[k] = face
	return face
}

// Layout calls draw for every visible glyph of s, with its mask's top left
// corner; the baseline starts at (x, y) in device px.
func (f *Face) Layout(s string, x, y float32, draw func(g *Glyph, px, py int)) {
	base := int(y + 0.5)
	prev := rune(0)
	pen := x
	for _, r := range s {
		pen += f.m.kern(prev, r) * f.px / f.m.Units
		q := int(pen*4 + 0.5)
		if g := f.glyph(r, uint8(q&3)); g.Mask != nil {
			draw(g, q>>2+g.X, base+g.Y)
		}
		pen += f.m.step(0, r) * f.px / f.m.Units
		prev = r
	}
}

func (f *Face) glyph(r rune, phase uint8) *Glyph {
	k := glyphKey{r, phase}
	g := f.glyphs[k]
	if g == nil {
		g = f.draw(r, phase)
		f.glyphs[k] = g
	}
	return g
}
