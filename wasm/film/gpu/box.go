// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package gpu

import (
	"math"

	"videoguida/player/paint"
	"videoguida/player/raster"
)

// boxKey names a mask of a box: its corner and, for a box too small to be
// stretched, its size; in quarters of a px.
type boxKey struct{ radius, soft, w, h int32 }

// slices is a box's mask in the atlas. A stretchable one keeps its corners;
// its two middle rows and columns give the rest.
type slices struct {
	spot
	corner, margin float32
}

// Box implements paint.Canvas.
func (c *Canvas) Box(r paint.Rect, radius, soft float32, col paint.Color) {
	if r.W <= 0 || r.H <= 0 || col.A == 0 {
		return
	}
	c.tint = premultiplied(col, 1)
	radius = min(radius, r.W/2, r.H/2)
	k := coarse(radius)
	s := c.slices(radius/k, soft/k)
	corner, margin := s.corner*k, s.margin*k
	if k == 1 && min(r.W, r.H)+2*margin < 2*corner {
		c.small(r, radius, soft)
		return
	}
	// A disc has no middle: its corners meet and must not overlap.
	corner = min(corner, r.W/2+margin, r.H/2+margin)
	x := [4]float32{r.X - margin, r.X - margin + corner, r.X + r.W + margin - corner, r.X + r.W + margin}
	y := [4]float32{r.Y - margin, r.Y - margin + corner, r.Y + r.H + margin - corner, r.Y + r.H + margin}
	for row := range 3 {
		for col := range 3 {
			l, r, t, b := x[col], x[col+1], y[row], y[row+1] // shared exactly: no px is drawn twice
			c.quad([4]paint.Point{{X: l, Y: t}, {X: r, Y: t}, {X: l, Y: b}, {X: r, Y: b}}, s.part(col, row, corner/k))
		}
	}
}

// widest is the largest radius that is kept px by px.
const widest = 400

// coarse is how many px one px of a mask stands for. The great discs of the
// backdrop are so faint that their edge may be soft; kept sharp, they would
// fill the atlas.
func coarse(radius float32) float32 { return max(radius/widest, 1) }

// part is one of the nine parts of a mask. The middle ones are the line
// between the two middle texels, which are equal.
func (s slices) part(col, row int, corner float32) spot {
	from := [3]float32{0, s.corner + 1, s.w - corner}
	size := [3]float32{corner, 0, corner}
	return spot{s.x + from[col], s.y + from[row], size[col], size[row]}
}

func (c *Canvas) slices(radius, soft float32) slices {
	k := boxKey{radius: quarters(radius), soft: quarters(soft)}
	if s, ok := c.boxes[k]; ok {
		return s
	}
	m, corner, margin := raster.BoxMask(float32(k.radius)/4, float32(k.soft)/4)
	s := slices{c.atlas.coverage(m), float32(corner), margin}
	c.boxes[k] = s
	return s
}

// small draws a box that has no room for its corners, from a mask of its own.
func (c *Canvas) small(r paint.Rect, radius, soft float32) {
	k := boxKey{quarters(radius), quarters(soft), quarters(r.W), quarters(r.H)}
	s, ok := c.boxes[k]
	if !ok {
		m, margin := raster.SmallMask(float32(k.w)/4, float32(k.h)/4, float32(k.radius)/4, float32(k.soft)/4)
		s = slices{c.atlas.coverage(m), 0, margin}
		c.boxes[k] = s
	}
	c.rect(r.X-s.margin, r.Y-s.margin, s.w, s.h, s.spot)
}

func quarters(f float32) int32 { return int32(math.Round(float64(f) * 4)) }
