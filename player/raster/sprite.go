// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package raster

import (
	"image"

	"videoguida/player/paint"
)

// Sprite returns s drawn upright at scale, premultiplied, and the position of
// its top left pixel from the shape's origin, in px.
func Sprite(s *paint.Shape, scale float32) (img *image.RGBA, at image.Point) {
	m := paint.Scale(scale, scale)
	r := bounds(&s.Path, m)
	c := Canvas{img: image.NewRGBA(image.Rect(0, 0, r.Dx(), r.Dy()))}
	c.Shape(s, paint.Translate(float32(-r.Min.X), float32(-r.Min.Y)).Mul(m), 1)
	return c.img, r.Min
}

// BoxMask returns the coverage of a rounded box as a nine-slice: a square of
// side 2·corner+2 whose corners of corner px are kept and whose two middle
// rows and columns stretch. The box itself starts margin px inside the mask.
func BoxMask(radius, soft float32) (m *image.Alpha, corner int, margin float32) {
	margin = float32(floor(soft/2) + 1)
	corner = floor(margin+max(radius, soft/2)) + 2
	side := float32(2*corner + 2)
	return boxMask(side-2*margin, side-2*margin, radius, soft), corner, margin
}

// SmallMask returns the whole coverage of a box of w by h px, for boxes too
// small for a nine-slice. The box starts margin px inside the mask.
func SmallMask(w, h, radius, soft float32) (m *image.Alpha, margin float32) {
	return boxMask(w, h, radius, soft), float32(floor(soft/2) + 1)
}

func boxMask(w, h, radius, soft float32) *image.Alpha {
	margin := float32(floor(soft/2) + 1)
	box := paint.Rect{X: margin, Y: margin, W: w, H: h}
	m := image.NewAlpha(image.Rect(0, 0, -floor(-w-2*margin), -floor(-h-2*margin)))
	across, down := m.Rect.Dx(), m.Rect.Dy()
	mirrored := w == float32(floor(w)) && h == float32(floor(h)) // the four corners are one
	lastX, lastY := across, down
	if mirrored {
		lastX, lastY = (across+1)/2, (down+1)/2
	}
	for y := range lastY {
		for x := range lastX {
			v := uint8(Coverage(box, radius, soft, float32(x)+0.5, float32(y)+0.5)*255 + 0.5)
			m.Pix[y*m.Stride+x] = v
			if mirrored {
				m.Pix[y*m.Stride+across-1-x] = v
				m.Pix[(down-1-y)*m.Stride+x], m.Pix[(down-1-y)*m.Stride+across-1-x] = v, v
			}
		}
	}
	return m
}
