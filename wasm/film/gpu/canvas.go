// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

// Package gpu draws a recorded frame with the GPU.
//
// Everything that was ever drawn lies in one texture: shapes as sprites, boxes
// as nine-slices, glyphs as masks, all made by the same code as the software
// raster. A frame is one batch of quads from that texture, so it costs one
// draw whatever it shows.
package gpu

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"videoguida/player/paint"
	"videoguida/player/typeset"
)

// Canvas is a paint.Canvas. Create it with New, when Ebitengine runs.
type Canvas struct {
	fonts   *typeset.Fonts
	atlas   atlas
	sprites map[*paint.Shape]*sprites
	boxes   map[boxKey]slices
	glyphs  map[*typeset.Glyph]spot
	frame   int     // counts the frames
	moving  bool    // the picture moves: nobody sees its finest edges
	over    float32 // sprite px for one device px
	budget  int     // px of shapes that this frame may still draw sharper
	blurred int     // shapes that were drawn from a sprite of another size
	v       []ebiten.Vertex
	i       []uint32
	op      ebiten.DrawTrianglesOptions
	tint    [4]float32                       // premultiplied, of the text being laid out
	glyph   func(g *typeset.Glyph, x, y int) // kept, so that text does not allocate
}

// New returns a canvas that writes with fonts.
func New(fonts *typeset.Fonts) *Canvas {
	c := &Canvas{fonts: fonts}
	c.op.ColorScaleMode = ebiten.ColorScaleModePremultipliedAlpha
	c.op.Filter = ebiten.FilterLinear
	c.glyph = c.letter
	return c
}

func (c *Canvas) empty(side int) {
	c.atlas.reset(side)
	c.sprites = map[*paint.Shape]*sprites{}
	c.boxes = map[boxKey]slices{}
	c.glyphs = map[*typeset.Glyph]spot{}
}

// sharpen is how many px of sprites a frame may redraw because their size
// changed: about ten ms on a slow phone. The rest follows in later frames.
const sharpen = 60_000

// oversample is how many sprite px stand for a device px. A sprite lands
// between px and is filtered; half as many px again keep its edges nearly as
// exact as the software raster's. On a fine screen fewer do, since the eye sees
// less and the memory counts.
func oversample(scale float32) float32 { return min(max(2.6/scale, 1.35), 1.5) }

// Draw replays a frame on dst, scaled by scale (device px per CSS px), in one
// draw. A moving picture is drawn a little less sharp. It reports whether every
// shape was as sharp as it should be: if not, the next frame will be sharper.
func (c *Canvas) Draw(dst *ebiten.Image, o *paint.Ops, scale float32, moving bool) (sharp bool) {
	c.over, c.moving = oversample(scale), moving
	c.frame++
	if c.atlas.img == nil {
		c.empty(firstSide(scale))
	}
	for last := false; ; last = true {
		c.v, c.i, c.budget, c.blurred = c.v[:0], c.i[:0], sharpen, 0
		o.Replay(c, scale)
		if !c.atlas.full || last {
			break // what has no room even now is left out
		}
		c.empty(lastSide)
	}
	dst.DrawTriangles32(c.v, c.i, c.atlas.img, &c.op)
	return c.blurred == 0
}

// Text implements paint.Canvas.
func (c *Canvas) Text(s string, p paint.Point, w paint.Weight, size float32, col paint.Color) {
	c.tint = premultiplied(col, 1)
	c.fonts.Face(w, size).Layout(s, p.X, p.Y, c.glyph)
}

func (c *Canvas) letter(g *typeset.Glyph, x, y int) {
	s, ok := c.glyphs[g]
	if !ok {
		s = c.atlas.coverage(g.Mask)
		c.glyphs[g] = s
	}
	c.rect(float32(x), float32(y), s.w, s.h, s)
}

// rect adds an upright quad that shows all of s in the current tint.
func (c *Canvas) rect(x, y, w, h float32, s spot) {
	c.quad([4]paint.Point{{X: x, Y: y}, {X: x + w, Y: y}, {X: x, Y: y + h}, {X: x + w, Y: y + h}}, s)
}

// quad adds a quad by its corners: top left, top right, bottom left, bottom
// right.
func (c *Canvas) quad(at [4]paint.Point, s spot) {
	n := uint32(len(c.v))
	for k, p := range at {
		c.v = append(c.v, ebiten.Vertex{
			DstX: p.X, DstY: p.Y, SrcX: s.x + float32(k&1)*s.w, SrcY: s.y + float32(k>>1)*s.h,
			ColorR: c.tint[0], ColorG: c.tint[1], ColorB: c.tint[2], ColorA: c.tint[3],
		})
	}
	c.i = append(c.i, n, n+1, n+2, n+1, n+2, n+3)
}

func premultiplied(c paint.Color, opacity float32) [4]float32 {
	a := float32(c.A) / 255 * opacity
	return [4]float32{float32(c.R) / 255 * a, float32(c.G) / 255 * a, float32(c.B) / 255 * a, a}
}

// origin is a point as floats.
func origin(p image.Point) (x, y float32) { return float32(p.X), float32(p.Y) }
