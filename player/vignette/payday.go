// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package vignette

import (
	"videoguida/player/civil"
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/ui"
)

// Payday is the page of the calendar on which the next payment falls: days on
// which nothing is paid are pale, the day of payment lights up.
type Payday struct {
	Label string // under the page
	Fact  string // the day of payment, among the facts
}

// Since implements ui.Block.
func (d Payday) Since(p ui.Pen) int { return p.LabelSince(d.Label) }

const week = 7

func (d Payday) pitch(p ui.Pen, w float32) float32 {
	return min((w-20)/week, max(p.Fit.Art, 60)/3.6)
}

// shown is how many weeks of the month are drawn: the first are enough.
const shown = 3

func (d Payday) page(p ui.Pen, w float32) float32 { return d.pitch(p, w)*shown + 34 }

// Height implements ui.Block.
func (d Payday) Height(p ui.Pen, w float32) float32 {
	return d.page(p, w) + 8 + p.TextHeight(p.Word(d.Label), w, p.Strong())
}

// Draw implements ui.Block.
func (d Payday) Draw(p ui.Pen, r paint.Rect) {
	step, h := d.pitch(p, r.W), d.page(p, r.W)
	w := step*week + 20
	page := paint.Rect{X: r.X + (r.W-w)/2, Y: r.Y, W: w, H: h}
	p.Frame(page, 10, ui.Edge{Width: 1.5, Color: ui.Line}, ui.White)
	p.Box(paint.Rect{X: page.X, Y: page.Y, W: w, H: 22}, 10, ui.Primary)
	p.Box(paint.Rect{X: page.X + 1.5, Y: page.Y + 16, W: w - 3, H: 8}, 0, ui.White)
	pay := civil.Day(p.M.Facts[d.Fact].N)
	year, month, _ := pay.YMD()
	first := civil.Date(year, month, 1)
	for day := first; ; day++ {
		slot := int(day-first) + first.Weekday()
		if slot >= week*shown {
			break
		}
		x := page.X + 10 + step*float32(slot%week)
		y := page.Y + 27 + step*float32(slot/week)
		d.day(p, paint.Rect{X: x + 2, Y: y + 2, W: step - 4, H: step - 4}, day, pay)
	}
	y := page.Y + h + 8
	label(p, d.Label, paint.Rect{X: r.X, Y: y, W: r.W, H: r.Y + r.H - y}, p.Strong().Centred())
}

func (d Payday) day(p ui.Pen, r paint.Rect, day, pay civil.Day) {
	switch weekend := day.Weekday() >= 5; {
	case day == pay:
		e := p.Move(d.Since(p)-150, 500)
		p.Box(r, 6, ui.Tint)
		saved := p.Shift(0, e)
		p.Box(r.Inset(-3*e), 8, ui.Primary)
		p.Icon(icon.Euro, ui.Square(r.X+r.W/2, r.Y+r.H/2, r.W*0.78), ui.White)
		p.Restore(saved)
	case day < pay || weekend:
		p.Frame(r, 6, ui.Edge{Width: 1.5, Color: ui.Tint}, ui.White)
	default:
		p.Box(r, 6, ui.Tint)
	}
}
