// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package raster

import (
	"image"
	"math"

	"videoguida/player/paint"
)

// Box implements paint.Canvas: the coverage of each pixel comes from its
// signed distance to the rounded rectangle.
func (c *Canvas) Box(r paint.Rect, radius, soft float32, col paint.Color) {
	if r.W <= 0 || r.H <= 0 || col.A == 0 {
		return
	}
	m := soft/2 + 1
	clip := image.Rect(floor(r.X-m), floor(r.Y-m), floor(r.X+r.W+m)+1, floor(r.Y+r.H+m)+1).Intersect(c.img.Rect)
	for y := clip.Min.Y; y < clip.Max.Y; y++ {
		row := c.img.Pix[c.img.PixOffset(clip.Min.X, y):]
		for x := clip.Min.X; x < clip.Max.X; x++ {
			if cov := Coverage(r, radius, soft, float32(x)+0.5, float32(y)+0.5); cov > 0 {
				over(row[(x-clip.Min.X)*4:], col, cov)
			}
		}
	}
}

// Coverage returns how much of the pixel centred at (x, y) a rounded box
// covers, 0…1. A soft box fades smoothly over soft px around its edge.
//
// It is what a film's first picture waits for: comparisons stand where min, max
// and math.Hypot would ask for numbers that are none.
func Coverage(r paint.Rect, radius, soft, x, y float32) float32 {
	radius = min(radius, r.W/2, r.H/2)
	d := distance(abs(x-r.X-r.W/2)-r.W/2+radius, abs(y-r.Y-r.H/2)-r.H/2+radius) - radius
	if soft <= 1 {
		return unit(0.5 - d)
	}
	u := unit(0.5 - d/soft)
	return u * u * (3 - 2*u)
}

// distance is that of a point from a corner, by its position right of and below
// it; before it, the distance to the nearer edge, negative.
func distance(dx, dy float32) float32 {
	switch {
	case dx > 0 && dy > 0:
		return float32(math.Sqrt(float64(dx)*float64(dx) + float64(dy)*float64(dy)))
	case dx > dy:
		return dx
	}
	return dy
}

// unit keeps a number within 0…1.
func unit(v float32) float32 {
	switch {
	case v < 0:
		return 0
	case v > 1:
		return 1
	}
	return v
}

func abs(f float32) float32 {
	if f < 0 {
		return -f
	}
	return f
}
