// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package vignette

import (
	"videoguida/player/a11y"
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/ui"
)

// Leaf is a calendar leaf that turns and shows a message.
type Leaf struct{ Label string }

// Since implements ui.Block.
func (l Leaf) Since(p ui.Pen) int { return p.LabelSince(l.Label) }

func (l Leaf) kind(p ui.Pen) ui.Type {
	t := p.Title().Centred()
	t.Size *= 1.2
	return t
}

func (l Leaf) width(p ui.Pen, w float32) float32 { return min(w, p.Fit.Title*13) }

func (l Leaf) head(p ui.Pen) float32 { return max(p.Fit.Art*0.3, 18) }

// Height implements ui.Block.
func (l Leaf) Height(p ui.Pen, w float32) float32 {
	w = l.width(p, w)
	top, main := parts(p.Word(l.Label))
	return l.head(p) + p.TextHeight(top, w-32, p.Body()) + p.TextHeight(main, w-32, l.kind(p)) + 2.6*p.Fit.Pad
}

// Draw implements ui.Block.
func (l Leaf) Draw(p ui.Pen, r paint.Rect) {
	w := l.width(p, r.W)
	r.X, r.W = r.X+(r.W-w)/2, w
	head := l.head(p)
	p.Sheet(r, 16)
	p.Box(paint.Rect{X: r.X, Y: r.Y, W: w, H: head + 8}, 16, ui.Primary)
	p.Box(paint.Rect{X: r.X, Y: r.Y + head, W: w, H: 16}, 0, ui.White)
	for _, at := range [...]float32{0.25, 0.75} {
		p.Box(paint.Rect{X: r.X + w*at - 5, Y: r.Y - 7, W: 10, H: head*0.4 + 12}, 5, ui.Ink)
	}
	l.words(p, paint.Rect{X: r.X + 16, Y: r.Y + head + 1.3*p.Fit.Pad, W: w - 32})
	// the old leaf folds up
	if e := p.Move(l.Since(p), folding); e < 1 && !p.M.Reduced {
		old := paint.Rect{X: r.X, Y: r.Y + head, W: w, H: (r.H - head) * (1 - e)}
		p.Box(old, 8*e, ui.Tint)
		p.Box(paint.Rect{X: old.X, Y: old.Y + old.H - 3, W: old.W, H: 3}, 1.5, ui.Line)
	}
	p.Say(a11y.Node{ID: l.Label, Name: p.Word(l.Label)}, r)
}

// folding is how long the old leaf folds up, ms.
const folding = 320

// words writes the message as the old leaf leaves its place: nothing moves over
// a text that can be read.
func (l Leaf) words(p ui.Pen, in paint.Rect) {
	e := p.Move(l.Since(p)-200, 200)
	if e <= 0 {
		return
	}
	saved := p.Shift(0, e)
	top, main := parts(p.Word(l.Label))
	in.Y += p.Text(top, in, p.Body().In(ui.Muted).Centred())
	p.Text(main, in, l.kind(p).In(ui.Deep))
	p.Restore(saved)
}

// Month is a page of a calendar with some of its days coloured and a message
// under it.
type Month struct {
	Label    string
	From, To int // the coloured days, 1 to 31
	Days     int // how many days the page has; 0 means 31
	Wide     int // days in a row; 0 means 7
	Last     bool
}

// Since implements ui.Block.
func (m Month) Since(p ui.Pen) int { return p.LabelSince(m.Label) }

func (m Month) wide() int {
	if m.Wide == 0 {
		return 7
	}
	return m.Wide
}

func (m Month) days() int {
	if m.Days == 0 {
		return 31
	}
	return m.Days
}

// pitch is the distance from one day to the next.
func (m Month) pitch(p ui.Pen, w float32) float32 {
	return min((w-16)/float32(m.wide()), max(p.Fit.Art, 56)/4.2)
}

func (m Month) page(p ui.Pen, w float32) float32 {
	rows := (m.days() + m.wide() - 1) / m.wide()
	return m.pitch(p, w)*float32(rows) + 30
}

// Height implements ui.Block.
func (m Month) Height(p ui.Pen, w float32) float32 {
	return m.page(p, w) + 8 + p.TextHeight(p.Word(m.Label), w, p.Body())
}

// Draw implements ui.Block.
func (m Month) Draw(p ui.Pen, r paint.Rect) {
	page := m.paper(p, r, ui.Primary)
	step, since := m.pitch(p, r.W), m.Since(p)
	for d := m.From; d <= m.To; d++ {
		if !p.M.Reduced && since-200 <= (d-m.From)*28 {
			break
		}
		cell := m.day(page, step, d)
		if !m.Last || d < m.To {
			p.Box(cell, 4, ui.Primary)
			continue
		}
		p.Box(cell.Inset(-2), 6, ui.Warn)
		p.Icon(icon.Tick, ui.Square(cell.X+cell.W/2, cell.Y+cell.H/2, step*0.6), ui.White)
	}
	y := page.Y + page.H + 8
	label(p, m.Label, paint.Rect{X: r.X, Y: y, W: r.W, H: r.Y + r.H - y}, p.Strong().Centred())
}

// Sketch shows the page before it is spoken of.
func (m Month) Sketch(p ui.Pen, r paint.Rect) { m.paper(p, r, ui.Line) }

// paper paints the page with a head of that colour and no day marked.
func (m Month) paper(p ui.Pen, r paint.Rect, head paint.Color) paint.Rect {
	step := m.pitch(p, r.W)
	w := step*float32(m.wide()) + 16
	page := paint.Rect{X: r.X + (r.W-w)/2, Y: r.Y, W: w, H: m.page(p, r.W)}
	p.Frame(page, 10, ui.Edge{Width: 1.5, Color: ui.Line}, ui.White)
	p.Box(paint.Rect{X: page.X, Y: page.Y, W: w, H: 20}, 10, head)
	p.Box(paint.Rect{X: page.X + 1.5, Y: page.Y + 14, W: w - 3, H: 8}, 0, ui.White)
	for d := 1; d <= m.days(); d++ {
		p.Box(m.day(page, step, d), 4, ui.Tint)
	}
	return page
}

// day is the box of a day on the page.
func (m Month) day(page paint.Rect, step float32, d int) paint.Rect {
	x := page.X + 8 + step*float32((d-1)%m.wide())
	y := page.Y + 21 + step*float32((d-1)/m.wide())
	return paint.Rect{X: x + 1.5, Y: y + 1.5, W: step - 3, H: step - 3}
}

// Thirty is the thirty days someone has: boxes that fill one after the other
// from a message's marker on. It says nothing itself.
type Thirty struct {
	art
	Label string // whose marker starts it
}

// Since implements ui.Block.
func (t Thirty) Since(p ui.Pen) int { return p.LabelSince(t.Label) }

// Height implements ui.Block.
func (t Thirty) Height(p ui.Pen, w float32) float32 {
	if p.Fit.Art == 0 {
		return 0
	}
	return 3 * t.pitch(p, w)
}

func (t Thirty) pitch(p ui.Pen, w float32) float32 { return min(w/10, p.Fit.Art/3) }

// Draw implements ui.Block.
func (t Thirty) Draw(p ui.Pen, r paint.Rect) {
	step := t.pitch(p, r.W)
	since := t.Since(p)
	left := r.X + (r.W-10*step)/2
	for d := range 30 {
		x, y := left+step*float32(d%10), r.Y+step*float32(d/10)
		cell := paint.Rect{X: x + 2, Y: y + 2, W: step - 4, H: step - 4}
		in := p.M.Reduced || since-200 > d*35
		switch {
		case in && d == 29:
			p.Box(cell, 5, ui.Warn)
			p.Icon(icon.Tick, ui.Square(x+step/2, y+step/2, step*0.55), ui.White)
		case in:
			p.Box(cell, 5, ui.Light)
		default:
			p.Box(cell, 5, ui.Tint)
		}
	}
}
