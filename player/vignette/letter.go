// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package vignette

import (
	"videoguida/player/a11y"
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/ui"
)

// Letter is a sheet that comes out of its envelope: a title, and parts that
// light up at their markers.
type Letter struct {
	Title string
	Parts []string
}

// Since implements ui.Block.
func (l Letter) Since(p ui.Pen) int { return p.LabelSince(l.Title) }

// pocket is the height of the envelope's front; the barest fit has none.
func (l Letter) pocket(p ui.Pen) float32 { return p.Fit.Art * 0.5 }

func (l Letter) cell(p ui.Pen, w float32) float32 {
	n := float32(len(l.Parts))
	return (l.inner(p, w) - 8*(n-1)) / n
}

// inner is the width of what the sheet holds.
func (l Letter) inner(p ui.Pen, w float32) float32 { return w - 2*l.margin(p) - 2*p.Fit.Pad*0.8 }

// margin is the envelope at each side of the sheet.
func (l Letter) margin(p ui.Pen) float32 {
	if p.Fit.Tight() {
		return 0
	}
	return p.Fit.Pad
}

func (l Letter) part(p ui.Pen, w float32) float32 {
	h := float32(0)
	for _, id := range l.Parts {
		h = max(h, p.TextHeight(p.Word(id), l.cell(p, w)-8, p.Strong()))
	}
	return h + p.Fit.Pad*0.8
}

// Height implements ui.Block.
func (l Letter) Height(p ui.Pen, w float32) float32 {
	h := p.TextHeight(p.Word(l.Title), l.inner(p, w), p.Title()) + 3*p.Fit.Pad*0.8
	return h + l.part(p, w) + l.pocket(p)
}

// Draw implements ui.Block.
func (l Letter) Draw(p ui.Pen, r paint.Rect) {
	pocket, m := l.pocket(p), l.margin(p)
	env := paint.Rect{X: r.X, Y: r.Y + r.H - pocket*1.5, W: r.W, H: pocket * 1.5}
	p.Box(env, 12, ui.Light)
	e := p.Move(l.Since(p)-100, 500)
	sheet := paint.Rect{X: r.X + m, Y: r.Y + pocket*(1-e), W: r.W - 2*m, H: r.H - pocket*(0.7-0.3*e)}
	sheet.H = min(sheet.H, r.Y+r.H-sheet.Y)
	p.Frame(sheet, 10, ui.Edge{Width: 1.5, Color: ui.Line}, ui.White)
	p.Box(paint.Rect{X: sheet.X, Y: sheet.Y, W: sheet.W, H: 8}, 4, ui.Primary)
	pad := p.Fit.Pad * 0.8
	at := paint.Rect{X: sheet.X + pad, Y: sheet.Y + pad, W: l.inner(p, r.W)}
	at.H = p.TextHeight(p.Word(l.Title), at.W, p.Title())
	p.Text(p.Word(l.Title), at, p.Title())
	p.Say(a11y.Node{ID: l.Title, Name: p.Word(l.Title)}, at)
	l.parts(p, r.W, paint.Rect{X: at.X, Y: at.Y + at.H + pad, W: at.W, H: l.part(p, r.W)})
	l.front(p, paint.Rect{X: r.X, Y: r.Y + r.H - pocket, W: r.W, H: pocket})
}

func (l Letter) parts(p ui.Pen, w float32, r paint.Rect) {
	cell := l.cell(p, w)
	for i, id := range l.Parts {
		box := paint.Rect{X: r.X + float32(i)*(cell+8), Y: r.Y, W: cell, H: r.H}
		if p.LabelSince(id) < 0 {
			p.Box(box, 8, ui.Tint)
			continue
		}
		p.Box(box, 8, ui.Primary)
		label(p, id, box.Inset(4), p.Strong().In(ui.White).Centred())
	}
}

// front is the envelope before the sheet, with its folds.
func (l Letter) front(p ui.Pen, r paint.Rect) {
	if r.H <= 0 {
		return
	}
	p.Box(r, 12, ui.Primary)
	p.Box(paint.Rect{X: r.X, Y: r.Y, W: r.W, H: r.H / 2}, 4, ui.Primary)
	side := min(r.H*0.9, 44)
	p.Icon(icon.Mail, ui.Square(r.X+r.W/2, r.Y+r.H/2, side), ui.White)
}

// Mailbox is a box that a letter slides into at a message's marker.
type Mailbox struct {
	art
	Label string // whose marker starts it
}

// Draw implements ui.Block.
func (m Mailbox) Draw(p ui.Pen, r paint.Rect) {
	h := r.H * 0.62
	box := paint.Rect{X: r.X + r.W/2 - h*0.85, Y: r.Y + r.H - h, W: h * 1.7, H: h}
	slot := paint.Rect{X: box.X + box.W*0.16, Y: box.Y + h*0.2, W: box.W * 0.68, H: max(h*0.1, 5)}
	e := p.Move(p.LabelSince(m.Label)-150, 700)
	w := slot.W * 0.86
	letter := paint.Rect{X: slot.X + (slot.W-w)/2, H: r.H * 0.42, W: w}
	letter.Y = r.Y + (slot.Y-r.Y)*e
	letter.H = min(letter.H, slot.Y+slot.H/2-letter.Y)
	p.Box(box, h*0.16, ui.Primary)
	p.Box(slot, slot.H/2, ui.Ink)
	if letter.H > 2 {
		p.Frame(letter, 4, ui.Edge{Width: 2, Color: ui.Light}, ui.White)
		for i := range 2 {
			y := letter.Y + 10 + float32(i)*9
			if y+4 < letter.Y+letter.H {
				p.Box(paint.Rect{X: letter.X + 10, Y: y, W: letter.W * (0.6 - 0.2*float32(i)), H: 4}, 2, ui.Line)
			}
		}
	}
	p.Box(paint.Rect{X: box.X + box.W*0.2, Y: box.Y + h*0.55, W: box.W * 0.6, H: h * 0.26}, 5, ui.White.Fade(0.92))
	p.Icon(icon.Mail, ui.Square(box.X+box.W/2, box.Y+h*0.68, h*0.22), ui.Deep)
}
