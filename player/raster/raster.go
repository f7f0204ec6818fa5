// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package raster draws a recorded frame in software.
//
// It is the reference: goldens and the storyboard come from it, and the film's
// GPU atlas is filled with its sprites and masks, so a browser shows the same
// coverage.
package raster

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"videoguida/player/paint"
	"videoguida/player/typeset"
)

// Canvas is a software paint.Canvas.
type Canvas struct {
	img   *image.RGBA
	fonts *typeset.Fonts
	ras   vector.Rasterizer
	mask  image.Alpha
}

// New returns a canvas of w by h device px, transparent.
func New(w, h int, fonts *typeset.Fonts) *Canvas {
	return &Canvas{img: image.NewRGBA(image.Rect(0, 0, w, h)), fonts: fonts}
}

// Image returns the picture; it is overwritten by later drawing.
func (c *Canvas) Image() *image.RGBA { return c.img }

// Clear makes every pixel transparent.
func (c *Canvas) Clear() { clear(c.img.Pix) }

// Shape implements paint.Canvas.
func (c *Canvas) Shape(s *paint.Shape, m paint.Matrix, opacity float32) {
	r := c.cover(&s.Path, m)
	if r.Empty() {
		return
	}
	if s.Ramp == nil {
		fill := s.Fill.Fade(opacity)
		draw.DrawMask(c.img, r, image.NewUniform(nrgba(fill)), image.Point{}, &c.mask, image.Point{}, draw.Over)
		return
	}
	c.ramp(s.Ramp, m, opacity, r)
}

// cover rasterises p under m into c.mask and returns where the mask lies.
func (c *Canvas) cover(p *paint.Path, m paint.Matrix) image.Rectangle {
	r := bounds(p, m)
	if r.Intersect(c.img.Rect).Empty() {
		return image.Rectangle{}
	}
	cover(&c.ras, p, m, r)
	c.mask = *resize(&c.mask, r.Dx(), r.Dy())
	c.ras.Draw(&c.mask, c.mask.Rect, image.Opaque, image.Point{})
	return r
}

// cover feeds p, mapped by m, to the rasterizer, with r's corner as origin.
func cover(ras *vector.Rasterizer, p *paint.Path, m paint.Matrix, r image.Rectangle) {
	ras.Reset(r.Dx(), r.Dy())
	i := 0
	next := func() (float32, float32) {
		q := m.Apply(p.Pts[i])
		i++
		return q.X - float32(r.Min.X), q.Y - float32(r.Min.Y)
	}
	for _, v := range p.Verbs {
		switch v {
		case paint.Move:
			ras.MoveTo(next())
		case paint.Line:
			ras.LineTo(next())
		case paint.Quad:
			ax, ay := next()
			x, y := next()
			ras.QuadTo(ax, ay, x, y)
		case paint.Cubic:
			ax, ay := next()
			bx, by := next()
			x, y := next()
			ras.CubeTo(ax, ay, bx, by, x, y)
		case paint.Close:
			ras.ClosePath()
		}
	}
}

// bounds returns the whole pixels that p touches under m, with a margin.
func bounds(p *paint.Path, m paint.Matrix) image.Rectangle {
	if len(p.Pts) == 0 {
		return image.Rectangle{}
	}
	q := m.Apply(p.Pts[0])
	lo, hi := q, q
	for _, pt := range p.Pts[1:] {
		q = m.Apply(pt)
		lo.X, lo.Y = min(lo.X, q.X), min(lo.Y, q.Y)
		hi.X, hi.Y = max(hi.X, q.X), max(hi.Y, q.Y)
	}
	return image.Rect(floor(lo.X)-1, floor(lo.Y)-1, floor(hi.X)+2, floor(hi.Y)+2)
}

func floor(f float32) int { return int(math.Floor(float64(f))) }

// resize returns a zeroed w×h mask, keeping m's memory when it is enough.
func resize(m *image.Alpha, w, h int) *image.Alpha {
	pix := m.Pix
	if cap(pix) < w*h {
		pix = make([]uint8, w*h)
	}
	pix = pix[:w*h]
	clear(pix)
	return &image.Alpha{Pix: pix, Stride: w, Rect: image.Rect(0, 0, w, h)}
}

func nrgba(c paint.Color) color.NRGBA { return color.NRGBA(c) }

// Text implements paint.Canvas.
func (c *Canvas) Text(s string, p paint.Point, w paint.Weight, size float32, col paint.Color) {
	src := image.NewUniform(nrgba(col))
	c.fonts.Face(w, size).Layout(s, p.X, p.Y, func(g *typeset.Glyph, x, y int) {
		draw.DrawMask(c.img, g.Mask.Rect.Add(image.Pt(x, y)), src, image.Point{}, g.Mask, image.Point{}, draw.Over)
	})
}
