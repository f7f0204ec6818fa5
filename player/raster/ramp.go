// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package raster

import (
	"image"
	"math"

	"videoguida/player/paint"
)

// ramp paints the gradient g through c.mask, which lies at r. The pixel's
// place in the shape's own space decides its colour.
func (c *Canvas) ramp(g *paint.Gradient, m paint.Matrix, opacity float32, r image.Rectangle) {
	inv, ok := invert(m)
	if !ok {
		return
	}
	clip := r.Intersect(c.img.Rect)
	for y := clip.Min.Y; y < clip.Max.Y; y++ {
		for x := clip.Min.X; x < clip.Max.X; x++ {
			cov := c.mask.Pix[(y-r.Min.Y)*c.mask.Stride+x-r.Min.X]
			if cov == 0 {
				continue
			}
			q := inv.Apply(paint.Point{X: float32(x) + 0.5, Y: float32(y) + 0.5})
			over(c.img.Pix[c.img.PixOffset(x, y):], colorAt(g, q), float32(cov)/255*opacity)
		}
	}
}

// colorAt returns the colour of the ramp at a point of the shape's space.
func colorAt(g *paint.Gradient, p paint.Point) paint.Color {
	u := float32(0)
	if g.Radius > 0 {
		dx, dy := float64(p.X-g.From.X), float64(p.Y-g.From.Y)
		u = float32(math.Sqrt(dx*dx+dy*dy)) / g.Radius
	} else {
		dx, dy := g.To.X-g.From.X, g.To.Y-g.From.Y
		u = ((p.X-g.From.X)*dx + (p.Y-g.From.Y)*dy) / (dx*dx + dy*dy)
	}
	u = unit(u)
	mix := func(a, b uint8) uint8 { return uint8(float32(a) + (float32(b)-float32(a))*u + 0.5) }
	return paint.Color{R: mix(g.A.R, g.B.R), G: mix(g.A.G, g.B.G), B: mix(g.A.B, g.B.B), A: mix(g.A.A, g.B.A)}
}

// over blends a straight-alpha colour at the given coverage onto one
// premultiplied pixel.
func over(pix []uint8, c paint.Color, coverage float32) {
	a := float32(c.A) / 255 * coverage
	for i, v := range [4]uint8{c.R, c.G, c.B, 255} {
		pix[i] = uint8(float32(v)*a + float32(pix[i])*(1-a) + 0.5)
	}
}

func invert(m paint.Matrix) (paint.Matrix, bool) {
	det := m.A*m.D - m.B*m.C
	if det == 0 {
		return m, false
	}
	n := paint.Matrix{A: m.D / det, B: -m.B / det, C: -m.C / det, D: m.A / det}
	n.E = -(n.A*m.E + n.C*m.F)
	n.F = -(n.B*m.E + n.D*m.F)
	return n, true
}
