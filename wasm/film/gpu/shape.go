//go:build js

package gpu

import (
	"math"

	"videoguida/player/paint"
	"videoguida/player/raster"
)

// sprite is a shape drawn once, upright, at a scale.
type sprite struct {
	spot
	left, top float32 // of the picture from the shape's origin, px
	scale     float32
	blank     bool // nothing of it is visible
}

// near is how much a sprite may be stretched before it is drawn again.
const near = 0.01

// Shape implements paint.Canvas.
func (c *Canvas) Shape(s *paint.Shape, m paint.Matrix, opacity float32) {
	p := c.sprite(s, stretch(m)*c.over)
	if p.blank || opacity == 0 {
		return
	}
	c.tint = [4]float32{opacity, opacity, opacity, opacity}
	m = m.Mul(paint.Scale(1/p.scale, 1/p.scale))
	l, t, r, b := p.left, p.top, p.left+p.w, p.top+p.h
	c.quad([4]paint.Point{
		m.Apply(paint.Point{X: l, Y: t}), m.Apply(paint.Point{X: r, Y: t}),
		m.Apply(paint.Point{X: l, Y: b}), m.Apply(paint.Point{X: r, Y: b}),
	}, p.spot)
}

// sprite returns the shape's picture at about the scale, or at another scale
// when this frame has drawn enough.
func (c *Canvas) sprite(s *paint.Shape, scale float32) sprite {
	old, ok := c.sprites[s]
	if ok && (old.blank || math.Abs(float64(scale/old.scale-1)) <= near) {
		return old
	}
	if ok && c.budget <= 0 {
		c.blurred++
		return old
	}
	img, at := raster.Sprite(s, scale)
	p := sprite{scale: scale, blank: img.Rect.Empty()}
	if !p.blank {
		p.left, p.top = origin(at)
		p.spot = c.atlas.colour(img)
	}
	if ok {
		c.budget -= img.Rect.Dx() * img.Rect.Dy()
	}
	c.sprites[s] = p
	return p
}

// stretch is the larger of a matrix's two scales: a lid that is nearly shut is
// still drawn sharp along its length.
func stretch(m paint.Matrix) float32 {
	return float32(max(math.Hypot(float64(m.A), float64(m.B)), math.Hypot(float64(m.C), float64(m.D)), 1e-3))
}
