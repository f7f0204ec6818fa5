// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package vignette

import (
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/ui"
)

// Compare is two months' slips side by side. A line joins the two rows that
// differ; at a message's marker the row of this month grows. It has no figure:
// a first pension has no month before.
type Compare struct {
	Before, Now string // messages over the slips
	Differs     string // message on the line between them
	Grows       string // message whose marker makes the row grow
	Topics      *ui.Topics
}

// Since implements ui.Block.
func (c Compare) Since(p ui.Pen) int { return p.LabelSince(c.Now) }

// away reports whether the slips make room for an explanation.
func (c Compare) away(p ui.Pen) bool { return p.Fit.Art == 0 || p.Fit.Snug() && c.Topics.Opened(p) }

func (c Compare) columns(p ui.Pen, w float32) (slip, gap float32) {
	gap = max(p.TextWidth(p.Word(c.Differs), 1e4, p.Strong())+20, 60)
	return (w - gap) / 2, gap
}

func (c Compare) head(p ui.Pen, w float32) float32 {
	slip, _ := c.columns(p, w)
	return max(p.TextHeight(p.Word(c.Before), slip, p.Strong()), p.TextHeight(p.Word(c.Now), slip, p.Strong())) + 6
}

// Height implements ui.Block.
func (c Compare) Height(p ui.Pen, w float32) float32 {
	if c.away(p) {
		return 0
	}
	return c.head(p, w) + p.Fit.Art
}

// Draw implements ui.Block.
func (c Compare) Draw(p ui.Pen, r paint.Rect) {
	slip, gap := c.columns(p, r.W)
	head := c.head(p, r.W)
	for i, id := range [...]string{c.Before, c.Now} {
		x := r.X + float32(i)*(slip+gap)
		label(p, id, paint.Rect{X: x, Y: r.Y, W: slip, H: head - 6}, p.Strong().Centred())
		c.slip(p, paint.Rect{X: x, Y: r.Y + head, W: slip, H: r.H - head}, i == 1)
	}
	c.link(p, paint.Rect{X: r.X + slip, Y: r.Y + head, W: gap, H: r.H - head})
}

// rows of a drawn slip: how far each bar reaches, 0…1; the first differs.
var rows = [...]float32{0.62, 0.8, 0.5, 0.72}

func (c Compare) slip(p ui.Pen, r paint.Rect, now bool) {
	p.Frame(r, 8, ui.Edge{Width: 1.5, Color: ui.Line}, ui.White)
	p.Box(paint.Rect{X: r.X, Y: r.Y, W: r.W, H: 8}, 4, ui.Primary)
	pitch := (r.H - 16) / float32(len(rows))
	for i, reach := range rows {
		ink := ui.Line
		if i == 0 {
			ink = ui.Light
			if now {
				ink = ui.Primary
				reach += 0.22 * p.Move(p.LabelSince(c.Grows)-150, 600)
			}
		}
		p.Box(paint.Rect{X: r.X + 8, Y: r.Y + 12 + pitch*(float32(i)+0.25), W: (r.W - 16) * reach, H: pitch * 0.5}, 3, ink)
	}
}

// link joins the rows that differ and says so.
func (c Compare) link(p ui.Pen, r paint.Rect) {
	e := p.Move(p.LabelSince(c.Differs)-250, 500)
	pitch := (r.H - 16) / float32(len(rows))
	y := r.Y + 12 + pitch*0.5
	p.Box(paint.Rect{X: r.X + 2, Y: y - 1.5, W: (r.W - 4) * e, H: 3}, 1.5, ui.Warn)
	if e > 0.9 {
		p.Icon(icon.Arrow, ui.Square(r.X+r.W-14, y, 22), ui.Warn)
	}
	text := paint.Rect{X: r.X + 2, Y: y + 10, W: r.W - 4}
	text.H = p.TextHeight(p.Word(c.Differs), text.W, p.Strong())
	label(p, c.Differs, text, p.Strong().In(ui.Warn).Centred())
}
