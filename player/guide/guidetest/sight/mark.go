// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sight

import (
	"fmt"
	"image"
	"slices"

	"videoguida/player/paint"
)

// Box implements paint.Canvas.
func (e *Eye) Box(r paint.Rect, radius, soft float32, c paint.Color) {
	e.seen.Box(r, radius, soft, c)
	e.bare.Box(r, radius, soft, c)
	if soft == 0 && e.marks[c] && r.W >= 2 && r.H >= 2 {
		at := image.Rect(int(r.X), int(r.Y), int(r.X+r.W), int(r.Y+r.H))
		e.things = append(e.things, thing{Reading: Reading{Kind: Mark, What: fmt.Sprintf("%s %dx%d", hex(c), at.Dx(), at.Dy())}, rect: at})
	}
}

// edge is the median contrast of the pixels just within r with those just
// outside: a neighbour may touch one side. It is 21 when r has no side in the
// picture.
func (e *Eye) edge(r image.Rectangle) float64 {
	var all []float64
	pair := func(in, out image.Point) {
		img := e.bare.Image()
		if in.In(img.Rect) && out.In(img.Rect) {
			all = append(all, contrast(luminance(img, img.PixOffset(in.X, in.Y)), luminance(img, img.PixOffset(out.X, out.Y))))
		}
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		pair(image.Pt(r.Min.X, y), image.Pt(r.Min.X-2, y))
		pair(image.Pt(r.Max.X-1, y), image.Pt(r.Max.X+1, y))
	}
	for x := r.Min.X; x < r.Max.X; x++ {
		pair(image.Pt(x, r.Min.Y), image.Pt(x, r.Min.Y-2))
		pair(image.Pt(x, r.Max.Y-1), image.Pt(x, r.Max.Y+1))
	}
	if len(all) == 0 {
		return 21
	}
	slices.Sort(all)
	return all[len(all)/2]
}

func hex(c paint.Color) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }
