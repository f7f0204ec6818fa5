// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sight

import (
	"image"
	"slices"

	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/raster"
	"videoguida/player/typeset"
)

// Kind is what a reading is of.
type Kind uint8

// Kinds of readings.
const (
	Text Kind = iota // a line of text; WCAG 1.4.3 asks 4.5:1
	Icon             // a line icon; WCAG 1.4.11 asks 3:1
	Mark             // a box whose colour means something: a column, an edge; 3:1
)

// Least returns the contrast that WCAG AA asks of a kind.
func (k Kind) Least() float64 {
	if k == Text {
		return 4.5
	}
	return 3
}

// Reading is the worst contrast of one thing in one frame.
type Reading struct {
	Kind  Kind
	What  string  // the text, or the colour and size of a mark
	Ratio float64 // 1…21; 0 while it fades in or out
}

// Eye draws frames twice, with and without what is to be read, and compares the
// two where a letter or an icon covers its pixels. Its own colour is what a
// pixel would show if it were covered whole: WCAG leaves the smoothing of edges
// out.
type Eye struct {
	seen, bare *raster.Canvas
	mask       *raster.Canvas // of one icon
	fonts      *typeset.Fonts
	icons      map[*paint.Shape]bool // whether a shape is an icon
	marks      map[paint.Color]bool
	things     []thing
	ops        paint.Ops
}

// thing is something to be read in the frame being drawn.
type thing struct {
	Reading
	rect   image.Rectangle // of a mark
	pixels []pixel         // of a text those that it covers most, of an icon those that it covers half at least
}

// pixel is a pixel of a thing: its first byte, and how much of it is covered.
type pixel struct {
	at    int
	cover uint8
}

// add takes over a pixel.
func (t *thing) add(p pixel) {
	if t.Kind == Text && len(t.pixels) > 0 && p.cover > t.pixels[0].cover {
		t.pixels = t.pixels[:0]
	}
	if t.Kind == Text && len(t.pixels) > 0 && p.cover < t.pixels[0].cover || p.cover == 0 || t.Kind == Icon && p.cover < 128 {
		return
	}
	t.pixels = append(t.pixels, p)
}

// NewEye returns an eye for pictures of w by h px. Boxes in the colours of
// marks are read too.
func NewEye(w, h int, fonts *typeset.Fonts, marks ...paint.Color) *Eye {
	e := &Eye{
		seen: raster.New(w, h, fonts), bare: raster.New(w, h, fonts), mask: raster.New(w, h, fonts),
		fonts: fonts, icons: map[*paint.Shape]bool{}, marks: map[paint.Color]bool{},
	}
	for _, c := range marks {
		e.marks[c] = true
	}
	return e
}

// Look draws a frame at one device px per CSS px and calls f for each thing to
// be read in it.
func (e *Eye) Look(o *paint.Ops, f func(r Reading)) {
	e.things = e.things[:0]
	e.seen.Clear()
	e.bare.Clear()
	o.Replay(e, 1)
	for i := range e.things {
		f(e.read(&e.things[i]))
	}
}

// read compares the two pictures where t lies.
func (e *Eye) read(t *thing) Reading {
	r := t.Reading
	if t.Kind == Mark {
		r.Ratio = e.edge(t.rect)
		return r
	}
	if t.pixels == nil {
		return r
	}
	var all []float64
	for _, p := range t.pixels {
		all = append(all, contrast(e.own(p), luminance(e.bare.Image(), p.at)))
	}
	slices.Sort(all)
	r.Ratio = all[0]
	if t.Kind == Icon {
		// An arrow's head lies over a shaft of its own colour: there is nothing to tell apart.
		if i, _ := slices.BinarySearch(all, 1.02); i < len(all) {
			all = all[i:]
		}
		r.Ratio = all[len(all)/2]
	}
	return r
}

// own is the luminance of what covers a pixel, without what shines through.
func (e *Eye) own(p pixel) float64 {
	seen, bare := e.seen.Image().Pix[p.at:], e.bare.Image().Pix[p.at:]
	var c [3]int
	for k := range c {
		c[k] = min(max(int(bare[k])+(int(seen[k])-int(bare[k]))*255/int(p.cover), 0), 255)
	}
	return 0.2126*linear[c[0]] + 0.7152*linear[c[1]] + 0.0722*linear[c[2]]
}

// Shape implements paint.Canvas.
func (e *Eye) Shape(s *paint.Shape, m paint.Matrix, opacity float32) {
	e.seen.Shape(s, m, opacity)
	if !e.isIcon(s) {
		e.bare.Shape(s, m, opacity)
		return
	}
	t := thing{Reading: Reading{Kind: Icon, What: hex(s.Fill)}}
	if opacity == 1 {
		b := s.Path.Bounds()
		at := m.Apply(paint.Point{X: b.X, Y: b.Y})
		r := image.Rect(int(at.X)-1, int(at.Y)-1, int(at.X+b.W*m.A)+2, int(at.Y+b.H*m.D)+2).Intersect(e.seen.Image().Rect)
		e.mask.Shape(&paint.Shape{Path: s.Path, Fill: paint.Color{A: 255}}, m, 1)
		e.covered(r, &t)
	}
	e.things = append(e.things, t)
}

// covered tells t what the mask covers of r, and empties the mask.
func (e *Eye) covered(r image.Rectangle, t *thing) {
	img := e.mask.Image()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for i := img.PixOffset(r.Min.X, y); i < img.PixOffset(r.Max.X, y); i += 4 {
			t.add(pixel{i, img.Pix[i+3]})
			img.Pix[i+3] = 0
		}
	}
}

// isIcon reports whether s has the outline of an icon.
func (e *Eye) isIcon(s *paint.Shape) bool {
	is, known := e.icons[s]
	if known {
		return is
	}
	var set icon.Set
	for n := icon.Name(1); int(n) <= icon.Count && !is; n++ {
		is = same(&set.Shape(n, paint.Color{}).Path, &s.Path)
	}
	e.icons[s] = is
	return is
}

// same reports whether two outlines have the same points.
func same(a, b *paint.Path) bool {
	if len(a.Pts) != len(b.Pts) {
		return false
	}
	for i := range a.Pts {
		if a.Pts[i] != b.Pts[i] {
			return false
		}
	}
	return true
}

// Text implements paint.Canvas.
func (e *Eye) Text(s string, p paint.Point, w paint.Weight, size float32, c paint.Color) {
	e.seen.Text(s, p, w, size, c)
	t := thing{Reading: Reading{Kind: Text, What: s}}
	if c.A == 255 {
		img := e.seen.Image()
		e.fonts.Face(w, size).Layout(s, p.X, p.Y, func(g *typeset.Glyph, x, y int) {
			for i, cover := range g.Mask.Pix {
				at := image.Pt(x+i%g.Mask.Stride, y+i/g.Mask.Stride)
				if at.In(img.Rect) {
					t.add(pixel{img.PixOffset(at.X, at.Y), cover})
				}
			}
		})
	}
	e.things = append(e.things, t)
}
