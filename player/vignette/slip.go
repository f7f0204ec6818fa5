// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package vignette

import (
	"videoguida/player/a11y"
	"videoguida/player/paint"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// Slip is a pension slip: lines that are blank until their marker, each a
// message and, where it is known, an amount.
type Slip struct {
	title string
	rows  []story.Row
	words []string // of the rows' figures
	plus  string
}

// NewSlip returns a slip with a title, which may be empty, and its rows; plus
// is the message of the row that is good news, or empty.
func NewSlip(title, plus string, rows []story.Row) *Slip {
	s := &Slip{title: title, plus: plus, rows: rows}
	for _, r := range rows {
		s.words = append(s.words, "#"+r.Fact)
	}
	return s
}

// Since implements ui.Block.
func (s *Slip) Since(p ui.Pen) int {
	since := story.Absent
	if s.title != "" {
		return p.LabelSince(s.title)
	}
	for i := range s.rows {
		since = max(since, s.row(p, i))
	}
	return since
}

// row returns the ms since a row's marker, story.Absent when it is not for
// this person.
func (s *Slip) row(p ui.Pen, i int) int {
	if !s.rows[i].When.Holds(p.M.Facts) {
		return story.Absent
	}
	return p.LabelSince(s.rows[i].ID)
}

// amount is what the row's figure says, "" when it is not known.
func (s *Slip) amount(p ui.Pen, i int) string {
	if _, known := p.M.Facts[s.rows[i].Fact]; !known {
		return ""
	}
	return p.Word(s.words[i])
}

func (s *Slip) pad(p ui.Pen) float32 { return p.Fit.Pad * 0.7 }

// text is the width left to a row's name.
func (s *Slip) text(p ui.Pen, w float32, i int) float32 {
	w -= 2 * s.pad(p)
	if a := s.amount(p, i); a != "" {
		w -= p.TextWidth(a, 1e4, p.Strong()) + 14
	}
	return w
}

func (s *Slip) tall(p ui.Pen, w float32, i int) float32 {
	return p.TextHeight(p.Word(s.rows[i].ID), s.text(p, w, i), p.Strong()) + s.pad(p)*1.1
}

func (s *Slip) head(p ui.Pen, w float32) float32 {
	if s.title == "" {
		return 10
	}
	return p.TextHeight(p.Word(s.title), w-2*s.pad(p), p.Strong()) + s.pad(p)*1.4
}

// Height implements ui.Block.
func (s *Slip) Height(p ui.Pen, w float32) float32 {
	h := s.head(p, w) + s.pad(p)*0.6
	for i := range s.rows {
		if s.row(p, i) != story.Absent {
			h += s.tall(p, w, i) + 6
		}
	}
	return h
}

// Draw implements ui.Block.
func (s *Slip) Draw(p ui.Pen, r paint.Rect) {
	head := s.head(p, r.W)
	p.Frame(r, 10, ui.Edge{Width: 1.5, Color: ui.Line}, ui.White)
	p.Box(paint.Rect{X: r.X, Y: r.Y, W: r.W, H: min(head, r.H)}, 10, ui.Primary)
	p.Box(paint.Rect{X: r.X + 1.5, Y: r.Y + head - 8, W: r.W - 3, H: 8}, 0, ui.Primary)
	if s.title != "" {
		at := paint.Rect{X: r.X + s.pad(p), Y: r.Y, W: r.W - 2*s.pad(p), H: head}
		label(p, s.title, at, p.Strong().In(ui.White))
	}
	y := r.Y + head + s.pad(p)*0.6
	for i := range s.rows {
		if s.row(p, i) == story.Absent {
			continue
		}
		h := s.tall(p, r.W, i)
		s.line(p, paint.Rect{X: r.X + 6, Y: y, W: r.W - 12, H: h}, i)
		y += h + 6
	}
}

// line paints a row: blank before its marker.
func (s *Slip) line(p ui.Pen, r paint.Rect, i int) {
	e := ui.Ease(s.row(p, i), ui.Entry)
	in := paint.Rect{X: r.X + s.pad(p) - 6, Y: r.Y, W: r.W - 2*s.pad(p) + 12, H: r.H}
	if e <= 0 {
		p.Box(paint.Rect{X: in.X, Y: r.Y + r.H/2 - 5, W: in.W * 0.5, H: 10}, 5, ui.Tint)
		p.Box(paint.Rect{X: in.X + in.W*0.75, Y: r.Y + r.H/2 - 5, W: in.W * 0.25, H: 10}, 5, ui.Tint)
		return
	}
	ink, ground := ui.Deep, ui.Tint
	if s.rows[i].ID == s.plus {
		ink, ground = ui.Done, ui.DoneBg
	}
	saved := p.Shift(0, e)
	p.Box(r, 8, ground)
	name, a := p.Word(s.rows[i].ID), s.amount(p, i)
	p.Middle(name, paint.Rect{X: in.X, Y: in.Y, W: s.text(p, r.W+12, i), H: in.H}, p.Strong().In(ink))
	if a != "" {
		w := p.TextWidth(a, 1e4, p.Strong())
		p.Middle(a, paint.Rect{X: in.X + in.W - w, Y: in.Y, W: w + 1, H: in.H}, p.Strong().In(ink))
	}
	p.Restore(saved)
	if a != "" && p.T != nil {
		name = p.T.Join([4]string{name, ": ", a})
	}
	p.Say(a11y.Node{ID: s.rows[i].ID, Name: name}, r)
}

// Lighter is the taxes as a bar that gets shorter from a message's marker on.
type Lighter struct {
	art
	Label string
}

// Height implements ui.Block.
func (l Lighter) Height(p ui.Pen, _ float32) float32 { return p.Fit.Art * 0.42 }

// Draw implements ui.Block.
func (l Lighter) Draw(p ui.Pen, r paint.Rect) {
	e := p.Move(p.LabelSince(l.Label)-200, 700)
	w := r.W * (0.86 - 0.34*e)
	saved := paint.Rect{X: r.X + w + 6, Y: r.Y, W: r.W*0.86 - w - 6, H: r.H}
	if saved.W > 4 {
		p.Frame(saved, 8, ui.Edge{Width: 2, Color: ui.Done.Fade(e)}, ui.DoneBg.Fade(e))
		hatch(p, saved.Inset(5), ui.Done.Fade(0.25*e))
	}
	at := paint.Rect{X: r.X, Y: r.Y, W: w, H: r.H}
	p.Frame(at, 8, ui.Edge{Width: 2, Color: ui.Warn}, ui.WarnBg)
	hatch(p, at.Inset(5), ui.Warn.Fade(0.3))
}
