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
// two where a letter or an icon covers its pixels most. Where it covers none
// whole, its own colour is what the pixel would show if it did: WCAG leaves the
// smoothing of edges out.
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
	pixels []int           // bytes of the pixels that it covers most
	cover  uint8           // how much of them
}

// add takes over a pixel's coverage; only those that are covered most are kept.
func (t *thing) add(i int, cover uint8) {
	if cover > t.cover {
		t.cover, t.pixels = cover, t.pixels[:0]
	}
	if cover == t.cover && cover > 0 {
		t.pixels = append(t.pixels, i)
	}
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
	for _, i := range t.pixels {
		all = append(all, contrast(e.own(i, t.cover), luminance(e.bare.Image(), i)))
	}
	slices.Sort(all)
	r.Ratio = all[0]
	if t.Kind == Icon {
		r.Ratio = all[len(all)*3/4] // an arrow's shaft may lie under it in its own colour
	}
	return r
}

// own is the luminance of what covers a pixel, without what shines through.
func (e *Eye) own(i int, cover uint8) float64 {
	seen, bare := e.seen.Image().Pix[i:], e.bare.Image().Pix[i:]
	var c [3]int
	for k := range c {
		c[k] = min(max(int(bare[k])+(int(seen[k])-int(bare[k]))*255/int(cover), 0), 255)
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
			t.add(i, img.Pix[i+3])
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
					t.add(img.PixOffset(at.X, at.Y), cover)
				}
			}
		})
	}
	e.things = append(e.things, t)
}
