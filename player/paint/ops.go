// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package paint

import "slices"

// Weight is a weight of the one typeface, Titillium Web.
type Weight uint8

// The weights the product uses.
const (
	Regular  Weight = iota // 400
	SemiBold               // 600
	Bold                   // 700
)

// Canvas receives a replayed frame. Boxes and text come in canvas px: Replay
// has applied the frame's scale.
type Canvas interface {
	// Shape fills s, mapped by m, with its own fill at the given opacity.
	Shape(s *Shape, m Matrix, opacity float32)
	// Box fills a rounded rectangle; a crisp one lies on whole px. Soft is the width in px of its blurred
	// edge: 0 is a crisp anti-aliased edge, larger values draw shadows.
	Box(r Rect, radius, soft float32, c Color)
	// Text draws one line with its baseline starting at p; size in px per em.
	Text(s string, p Point, w Weight, size float32, c Color)
}

type kind uint8

const (
	kindShape kind = iota
	kindBox
	kindText
)

type op struct {
	kind   kind
	weight Weight
	color  Color
	shape  *Shape
	m      Matrix // a box keeps its Rect in A…D, radius in E, soft in F; text its point in E, F and size in A
	text   string
}

// Ops is a recorded frame. The zero value is an empty frame; Reset keeps its
// memory, so recording a steady frame does not allocate.
type Ops struct {
	list  []op
	alpha float32 // opacity of what is recorded next, minus one: zero means opaque
	dx    float32
	dy    float32
}

// Reset empties the frame and keeps its memory.
func (o *Ops) Reset() { *o = Ops{list: o.list[:0]} }

// Len returns the number of recorded operations.
func (o *Ops) Len() int { return len(o.list) }

// Shift moves what is recorded from now on by (dx, dy) and multiplies its
// opacity; it returns the state to hand back to Restore.
func (o *Ops) Shift(dx, dy, opacity float32) (saved Ops) {
	saved = Ops{alpha: o.alpha, dx: o.dx, dy: o.dy}
	o.alpha = (1+o.alpha)*min(max(opacity, 0), 1) - 1
	o.dx += dx
	o.dy += dy
	return saved
}

// Restore undoes a Shift.
func (o *Ops) Restore(s Ops) { o.alpha, o.dx, o.dy = s.alpha, s.dx, s.dy }

// Shape records a retained shape.
func (o *Ops) Shape(s *Shape, m Matrix) {
	m.E += o.dx
	m.F += o.dy
	o.list = append(o.list, op{kind: kindShape, shape: s, m: m, color: Color{A: 255}.Fade(1 + o.alpha)})
}

// Box records a rounded rectangle with a crisp edge.
func (o *Ops) Box(r Rect, radius float32, c Color) { o.SoftBox(r, radius, 0, c) }

// SoftBox records a rounded rectangle with an edge blurred over soft CSS px.
func (o *Ops) SoftBox(r Rect, radius, soft float32, c Color) {
	o.list = append(o.list, op{kind: kindBox, color: c.Fade(1 + o.alpha), m: Matrix{r.X + o.dx, r.Y + o.dy, r.W, r.H, radius, soft}})
}

// Text records one line of text; p is the start of its baseline, size in CSS px.
func (o *Ops) Text(s string, p Point, w Weight, size float32, c Color) {
	o.list = append(o.list, op{kind: kindText, weight: w, text: s, color: c.Fade(1 + o.alpha), m: Matrix{A: size, E: p.X + o.dx, F: p.Y + o.dy}})
}

// Texts calls f for every recorded line of text that is not fully faded.
func (o *Ops) Texts(f func(s string)) {
	for i := range o.list {
		if o.list[i].kind == kindText && o.list[i].color.A > 0 {
			f(o.list[i].text)
		}
	}
}

// Replay draws the frame on c, scaled by scale (device px per CSS px).
func (o *Ops) Replay(c Canvas, scale float32) {
	for i := range o.list {
		switch p := &o.list[i]; p.kind {
		case kindShape:
			c.Shape(p.shape, Scale(scale, scale).Mul(p.m), float32(p.color.A)/255)
		case kindBox:
			r := Rect{p.m.A * scale, p.m.B * scale, p.m.C * scale, p.m.D * scale}
			if p.m.F == 0 {
				r = r.snapped()
			}
			c.Box(r, p.m.E*scale, p.m.F*scale, p.color)
		case kindText:
			c.Text(p.text, Point{p.m.E * scale, p.m.F * scale}, p.weight, p.m.A*scale, p.color)
		}
	}
}

// Equal reports whether two frames hold the same operations.
func (o *Ops) Equal(p *Ops) bool { return slices.Equal(o.list, p.list) }
