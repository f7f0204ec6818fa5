// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package gpu

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"
)

// lastSide is the largest side of the atlas, device px: what every GPU with
// WebGL 2 on a phone takes.
const lastSide = 4096

// firstSide is the side to begin with at a scale. When it is full, the atlas is
// made anew with lastSide: a quarter of the memory is enough for most phones.
func firstSide(scale float32) int {
	if scale > 2 {
		return lastSide
	}
	return lastSide / 2
}

// spot is where something lies in the atlas.
type spot struct{ x, y, w, h float32 }

// atlas is the one texture that everything is drawn from. Pictures lie one
// transparent px apart so that filtering never bleeds.
type atlas struct {
	img  *ebiten.Image
	side int
	sky  skyline
	full bool
	rgba []byte // scratch
}

// reset empties the atlas and gives it a side.
func (a *atlas) reset(side int) {
	if a.img != nil {
		a.img.Deallocate()
	}
	*a = atlas{side: side, sky: append(a.sky[:0], ledge{w: side}), rgba: a.rgba}
	a.img = ebiten.NewImageWithOptions(image.Rect(0, 0, side, side), &ebiten.NewImageOptions{Unmanaged: true})
}

// take reserves w by h px. Without room the atlas is full and the spot empty:
// the frame is drawn again after a reset.
func (a *atlas) take(w, h int) (spot, bool) {
	x, y, ok := a.sky.take(w+1, h+1, a.side)
	if !ok {
		a.full = true
		return spot{}, false
	}
	return spot{float32(x), float32(y), float32(w), float32(h)}, true
}

// colour places a premultiplied picture.
func (a *atlas) colour(m *image.RGBA) spot {
	s, ok := a.take(m.Rect.Dx(), m.Rect.Dy())
	if ok {
		a.write(s, m.Pix)
	}
	return s
}

// recolour puts another picture in a place that is large enough for it, and
// clears what it leaves free.
func (a *atlas) recolour(place spot, m *image.RGBA) spot {
	w, h := int(place.w), int(place.h)
	pix := a.scratch(4 * w * h)
	clear(pix)
	for y := range m.Rect.Dy() {
		copy(pix[4*y*w:], m.Pix[y*m.Stride:y*m.Stride+4*m.Rect.Dx()])
	}
	a.write(place, pix)
	return spot{place.x, place.y, float32(m.Rect.Dx()), float32(m.Rect.Dy())}
}

// coverage places a mask as white.
func (a *atlas) coverage(m *image.Alpha) spot {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	s, ok := a.take(w, h)
	if !ok {
		return s
	}
	pix := a.scratch(4 * w * h)
	for y := range h {
		for x := range w {
			v, o := m.Pix[y*m.Stride+x], 4*(y*w+x)
			pix[o], pix[o+1], pix[o+2], pix[o+3] = v, v, v, v
		}
	}
	a.write(s, pix)
	return s
}

// scratch returns n bytes to write from.
func (a *atlas) scratch(n int) []byte {
	if cap(a.rgba) < n {
		a.rgba = make([]byte, n)
	}
	return a.rgba[:n]
}

func (a *atlas) write(s spot, pix []byte) {
	r := image.Rect(int(s.x), int(s.y), int(s.x+s.w), int(s.y+s.h))
	a.img.SubImage(r).(*ebiten.Image).WritePixels(pix)
}
