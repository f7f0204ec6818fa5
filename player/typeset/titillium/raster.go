// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package titillium

import (
	"image"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"videoguida/player/typeset"
)

// rasterizer draws the letters of a font at px px per em. A letter that the
// font lacks, and any letter of a size that cannot be, is blank.
func rasterizer(sf *sfnt.Font, px float32) typeset.Rasterizer {
	f, err := opentype.NewFace(sf, &opentype.FaceOptions{Size: float64(px), DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		return func(rune, uint8) *typeset.Glyph { return &typeset.Glyph{} }
	}
	return func(r rune, phase uint8) *typeset.Glyph {
		g := &typeset.Glyph{}
		dr, mask, mp, _, ok := f.Glyph(fixed.Point26_6{X: fixed.Int26_6(phase) * 16}, r)
		if src, isAlpha := mask.(*image.Alpha); ok && isAlpha && !dr.Empty() {
			g.Mask, g.X, g.Y = crop(src, mp, dr.Dx(), dr.Dy()), dr.Min.X, dr.Min.Y
		}
		return g
	}
}

// crop copies a mask out of the face's shared buffer.
func crop(src *image.Alpha, at image.Point, w, h int) *image.Alpha {
	m := image.NewAlpha(image.Rect(0, 0, w, h))
	for y := range h {
		o := src.PixOffset(at.X, at.Y+y)
		copy(m.Pix[y*m.Stride:], src.Pix[o:o+w])
	}
	return m
}
