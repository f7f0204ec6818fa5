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
func Coverage(r paint.Rect, radius, soft, x, y float32) float32 {
	radius = min(radius, r.W/2, r.H/2)
	dx := abs(x-r.X-r.W/2) - r.W/2 + radius
	dy := abs(y-r.Y-r.H/2) - r.H/2 + radius
	d := min(max(dx, dy), 0) - radius
	if dx > 0 || dy > 0 {
		d += float32(math.Hypot(float64(max(dx, 0)), float64(max(dy, 0))))
	}
	if soft <= 1 {
		return min(max(0.5-d, 0), 1)
	}
	u := min(max(0.5-d/soft, 0), 1)
	return u * u * (3 - 2*u)
}

func abs(f float32) float32 {
	if f < 0 {
		return -f
	}
	return f
}
