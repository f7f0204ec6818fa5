// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package gpu

import (
	"math"

	"videoguida/player/paint"
	"videoguida/player/raster"
)

// sprite is a shape drawn once, upright, at the scale of a size.
type sprite struct {
	spot              // where it lies
	place     spot    // what is reserved for it, at least as large
	left, top float32 // of the picture from the shape's origin, px
	size      size    // what it was drawn for
	asked     size    // what it was last shown for
	times     int     // how often in a row
	frame     int     // the last frame that used it
	made      bool
	blank     bool // nothing of it is visible
}

// sprites of one shape: it may stand on the stage in two sizes at a time.
type sprites [2]sprite

// size is a scale in steps: a sprite is stretched by one per cent at most, and
// what it looks like does not depend on the sizes before it.
type size int

const step = 1.02

// loose and spare are how many steps a moving picture's sprite may be too small
// and too large: 15 and 35 per cent, which nobody sees while she walks. A still
// picture is exact.
const loose, spare = 7, 15

// patience is how many times in a row a size is asked for before it is drawn:
// nobody sees the sizes that a walk passes through.
const patience = 4

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

// sprite returns the shape's picture in a size, or one that is near enough. A
// shape that is changing its size, or a frame that has drawn enough, makes do
// with the picture there is.
func (c *Canvas) sprite(s *paint.Shape, want size) *sprite {
	pair := c.sprites[s]
	if pair == nil {
		pair = &sprites{}
		c.sprites[s] = pair
	}
	p := pair.nearest(want, c.frame)
	if !p.made || !c.enough(p, want) && c.settled(p, want) {
		p = pair.oldest(p)
		c.render(p, s, want)
	}
	p.frame = c.frame
	return p
}

// enough reports whether a sprite may be shown in a size for good.
func (c *Canvas) enough(p *sprite, want size) bool {
	return p.blank || p.size == want || c.moving && want-p.size <= loose && p.size-want <= spare
}

// settled reports whether a size was asked for often enough to be worth drawing
// and this frame may still draw it.
func (c *Canvas) settled(p *sprite, want size) bool {
	if p.asked != want {
		p.asked, p.times = want, 0
	}
	p.times++
	if p.times >= patience && c.budget > 0 {
		return true
	}
	c.blurred++
	return false
}

// off is how many steps a size is from the sprite's.
func (p *sprite) off(want size) size { return max(p.size-want, want-p.size) }

// nearest returns the sprite that shows a size best, but not one that this frame
// has already used for another size.
func (pair *sprites) nearest(want size, frame int) *sprite {
	a, b := &pair[0], &pair[1]
	free := func(p *sprite) bool { return p.frame != frame || p.size == want }
	if !free(a) || b.made && free(b) && b.off(want) < a.off(want) {
		return b
	}
	return a
}

// oldest returns the sprite to draw anew when p will not do: the one that was
// not shown for longer. She walks between two places, and both sizes are kept.
func (pair *sprites) oldest(p *sprite) *sprite {
	for i := range pair {
		if q := &pair[i]; q != p && p.made && (!q.made || q.frame < p.frame) {
			return q
		}
	}
	return p
}

// render draws the shape into the atlas, in its old place if it fits there.
func (c *Canvas) render(p *sprite, s *paint.Shape, want size) {
	img, at := raster.Sprite(s, want.scale())
	p.made, p.size, p.asked, p.blank = true, want, want, img.Rect.Empty()
	if p.blank {
		return
	}
	p.left, p.top = origin(at)
	w, h := float32(img.Rect.Dx()), float32(img.Rect.Dy())
	if w <= p.place.w && h <= p.place.h {
		p.spot = c.atlas.recolour(p.place, img)
	} else {
		p.spot = c.atlas.colour(img)
		p.place = p.spot
	}
	c.budget -= int(w * h)
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
