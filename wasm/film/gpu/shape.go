//go:build js

package gpu

import (
	"math"

	"videoguida/player/paint"
	"videoguida/player/raster"
)

// sprite is a shape drawn once, upright, at the scale of a size.
type sprite struct {
	spot
	left, top float32 // of the picture from the shape's origin, px
	size      size
	asked     size // of the last frame: a size asked for twice is worth drawing
	blank     bool // nothing of it is visible
}

// size is a scale in steps: a sprite is stretched by one per cent at most, and
// what it looks like does not depend on the sizes before it.
type size int

const step = 1.02

func sizeOf(scale float32) size {
	return size(math.Round(math.Log(float64(scale)) / math.Log(step)))
}

func (s size) scale() float32 { return float32(math.Pow(step, float64(s))) }

// Shape implements paint.Canvas.
func (c *Canvas) Shape(s *paint.Shape, m paint.Matrix, opacity float32) {
	p := c.sprite(s, sizeOf(stretch(m)*c.over))
	if p.blank || opacity == 0 {
		return
	}
	c.tint = [4]float32{opacity, opacity, opacity, opacity}
	k := 1 / p.size.scale()
	m = m.Mul(paint.Scale(k, k))
	l, t, r, b := p.left, p.top, p.left+p.w, p.top+p.h
	c.quad([4]paint.Point{
		m.Apply(paint.Point{X: l, Y: t}), m.Apply(paint.Point{X: r, Y: t}),
		m.Apply(paint.Point{X: l, Y: b}), m.Apply(paint.Point{X: r, Y: b}),
	}, p.spot)
}

// sprite returns the shape's picture in a size. A shape that is changing its
// size, or a frame that has drawn enough, makes do with the picture there is.
func (c *Canvas) sprite(s *paint.Shape, want size) *sprite {
	p := c.sprites[s]
	switch {
	case p == nil:
		p = &sprite{}
		c.sprites[s] = p
	case p.blank || p.size == want:
		return p
	case p.asked != want || c.budget <= 0:
		p.asked = want
		c.blurred++
		return p
	}
	c.render(p, s, want)
	return p
}

// render draws the shape into the atlas.
func (c *Canvas) render(p *sprite, s *paint.Shape, want size) {
	img, at := raster.Sprite(s, want.scale())
	*p = sprite{size: want, asked: want, blank: img.Rect.Empty()}
	if p.blank {
		return
	}
	p.left, p.top = origin(at)
	p.spot = c.atlas.colour(img)
	c.budget -= img.Rect.Dx() * img.Rect.Dy()
}

// stretch is a matrix's scale along x, or along y when that is much larger: a
// breath changes nothing, and a lid that is nearly shut stays sharp.
func stretch(m paint.Matrix) float32 {
	x, y := math.Hypot(float64(m.A), float64(m.B)), math.Hypot(float64(m.C), float64(m.D))
	if y > 1.05*x {
		x = y
	}
	return float32(max(x, 1e-3))
}
