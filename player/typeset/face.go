package typeset

import (
	"image"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"

	"videoguida/player/paint"
)

// Face is a weight at one size in device px, with its glyph masks.
type Face struct {
	m      *Metrics
	px     float32
	face   font.Face
	glyphs map[glyphKey]*Glyph
}

type glyphKey struct {
	r     rune
	phase uint8
}

// Glyph is a rasterised glyph at one quarter-pixel phase. Mask is nil for a
// blank; X and Y move the mask's corner from the pen's whole pixel.
type Glyph struct {
	Mask *image.Alpha
	X, Y int
}

// Face returns the weight at px device px per em.
func (f *Fonts) Face(w paint.Weight, px float32) *Face {
	k := faceKey{w, px}
	if face := f.faces[k]; face != nil {
		return face
	}
	m := &f.weight[w]
	face := &Face{m: m, px: px, face: m.Face(px), glyphs: map[glyphKey]*Glyph{}}
	f.faces[k] = face
	return face
}

// Layout calls draw for every visible glyph of s, with its mask's top left
// corner; the baseline starts at (x, y) in device px.
func (f *Face) Layout(s string, x, y float32, draw func(g *Glyph, px, py int)) {
	base := int(y + 0.5)
	prev := rune(0)
	pen := x
	for _, r := range s {
		pen += f.m.Kern[[2]rune{prev, r}] * f.px / f.m.Units
		q := int(pen*4 + 0.5)
		if g := f.glyph(r, uint8(q&3)); g.Mask != nil {
			draw(g, q>>2+g.X, base+g.Y)
		}
		pen += f.m.step(0, r) * f.px / f.m.Units
		prev = r
	}
}

func (f *Face) glyph(r rune, phase uint8) *Glyph {
	k := glyphKey{r, phase}
	if g := f.glyphs[k]; g != nil {
		return g
	}
	g := &Glyph{}
	f.glyphs[k] = g
	if f.face == nil {
		return g
	}
	dr, mask, mp, _, ok := f.face.Glyph(fixed.Point26_6{X: fixed.Int26_6(phase) * 16}, r)
	if src, isAlpha := mask.(*image.Alpha); ok && isAlpha && !dr.Empty() {
		g.Mask, g.X, g.Y = crop(src, mp, dr.Dx(), dr.Dy()), dr.Min.X, dr.Min.Y
	}
	return g
}

// crop copies a mask out of the face's shared buffer.
func crop(src *image.Alpha, at image.Point, w, h int) *image.Alpha {
	m := image.NewAlpha(image.Rect(0, 0, w, h))
	for y := range h {
		o := src.PixOffset(at.X, at.Y+y)
		copy(m.Pix[y*m.Stride:], src.Pix[o:o+w])
	}
	return m
}
