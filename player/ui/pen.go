// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import (
	"videoguida/player/a11y"
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/story"
)

// Pen is what a block draws itself with. The same calls paint the frame or
// fill its tree: whichever of O and T is there.
type Pen struct {
	M     *story.Moment
	O     *paint.Ops // nil while describing
	T     *a11y.Tree // nil while painting
	Fit   Fit
	Room  float32 // height of the overlay's area, for what divides itself into pages
	Whole bool    // measure as if everything had entered already
	Came  int     // ms since the panel came: what came with it makes no entry of its own
	Kept  string  // a message that is drawn apart, see kept
}

// Entry is how long a block takes to come in, ms.
const Entry = 250

// Here is how long ago something that was always there came in.
const Here = 1 << 20

// Since returns the ms since a cue, story.Absent when this guide lacks it.
func (p Pen) Since(c story.Cue) int {
	if c.Line == "" {
		return Here
	}
	s := p.M.Clock.Since(c)
	if p.Whole && s != story.Absent {
		return Here
	}
	return s
}

// LabelSince returns the ms since the label or button with this id entered.
// A message that is no label of the scene was always there; one that has
// nothing to say, because a fact is not known, is not part of this guide.
func (p Pen) LabelSince(id string) int {
	if id != "" && p.Word(id) == "" {
		return story.Absent
	}
	found := Here
	for i := range p.M.Scene.Labels {
		if l := &p.M.Scene.Labels[i]; l.ID == id {
			if found = p.when(l.When, l.At); found != story.Absent {
				return found
			}
		}
	}
	if b := p.Button(id); b != nil {
		return p.when(b.When, b.At)
	}
	return found
}

func (p Pen) when(c story.Condition, at story.Cue) int {
	if !c.Holds(p.M.Facts) {
		return story.Absent
	}
	return p.Since(at)
}

// Button returns the scene's button with this id, or nil.
func (p Pen) Button(id string) *story.Button {
	for i := range p.M.Scene.Buttons {
		if b := &p.M.Scene.Buttons[i]; b.ID == id {
			return b
		}
	}
	return nil
}

// Ease returns how far something that began since ms ago has come after
// lasting ms, 0…1, easing out.
func Ease(since, lasting int) float32 {
	u := min(max(float32(since)/float32(lasting), 0), 1)
	return 1 - (1-u)*(1-u)
}

// Move is Ease for movement across the stage: at once with less motion.
func (p Pen) Move(since, lasting int) float32 {
	if p.M.Reduced && since >= 0 {
		return 1
	}
	return Ease(since, lasting)
}

// Word returns a message of the guide.
func (p Pen) Word(id string) string { return p.M.Words.Text(id) }

// Box paints a rounded rectangle.
func (p Pen) Box(r paint.Rect, radius float32, c paint.Color) {
	if p.O != nil && r.W > 0 && r.H > 0 {
		p.O.Box(r, radius, c)
	}
}

// Edge is a border, its width in CSS px.
type Edge struct {
	Width float32
	Color paint.Color
}

// Frame paints a rounded rectangle with a border.
func (p Pen) Frame(r paint.Rect, radius float32, e Edge, fill paint.Color) {
	p.Box(r, radius, e.Color)
	p.Box(r.Inset(e.Width), max(radius-e.Width, 0), fill)
}

// Sheet paints a raised white surface.
func (p Pen) Sheet(r paint.Rect, radius float32) {
	if p.O == nil || r.W <= 0 || r.H <= 0 {
		return
	}
	p.O.SoftBox(paint.Rect{X: r.X + 2, Y: r.Y + 8, W: r.W - 4, H: r.H - 4}, radius, 28, Ink.Fade(0.16))
	p.O.Box(r, radius, White)
}

// Disc paints a circle of radius r.
func (p Pen) Disc(x, y, r float32, c paint.Color) {
	p.Box(paint.Rect{X: x - r, Y: y - r, W: 2 * r, H: 2 * r}, r, c)
}

// Square returns the square of the given side around (x, y).
func Square(x, y, side float32) paint.Rect {
	return paint.Rect{X: x - side/2, Y: y - side/2, W: side, H: side}
}

// Icon paints an icon in a square.
func (p Pen) Icon(n icon.Name, at paint.Rect, c paint.Color) {
	if p.O == nil {
		return
	}
	if s := p.M.Icons.Shape(n, c); s != nil {
		k := at.W / icon.Side
		p.O.Shape(s, paint.Translate(at.X, at.Y).Mul(paint.Scale(k, k)))
	}
}

// Say adds a node for the area r.
func (p Pen) Say(n a11y.Node, r paint.Rect) {
	if p.T == nil {
		return
	}
	n.Bounds = a11y.Rect{X: r.X, Y: r.Y, W: r.W, H: r.H}
	p.T.Add(n)
}

// Shift moves what is painted until Restore down by dy px and fades it.
func (p Pen) Shift(dy, opacity float32) paint.Ops {
	if p.O == nil {
		return paint.Ops{}
	}
	if p.M.Reduced {
		dy = 0
	}
	return p.O.Shift(0, dy, opacity)
}

// Restore undoes a Shift.
func (p Pen) Restore(saved paint.Ops) {
	if p.O != nil {
		p.O.Restore(saved)
	}
}
