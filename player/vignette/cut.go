// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package vignette

import (
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/ui"
)

// Cut shows a benefit that loses as much as eighty per cent of what is earned.
type Cut struct {
	art
	Label string // whose marker starts it
}

// Height implements ui.Block.
func (c Cut) Height(p ui.Pen, _ float32) float32 { return p.Fit.Art * 0.85 }

// Draw implements ui.Block.
func (c Cut) Draw(p ui.Pen, r paint.Rect) {
	e := p.Move(p.LabelSince(c.Label)-200, 700)
	h := r.H * 0.42
	side := h
	x, w := r.X+side+10, r.W-side-10
	earned := w * 0.5
	lost := earned * 0.8
	medal(p, icon.Euro, ui.Square(r.X+side/2, r.Y+h/2, side), tone{ui.White, ui.Primary})
	p.Box(paint.Rect{X: x, Y: r.Y, W: w - lost*e, H: h}, 8, ui.Primary)
	piece := paint.Rect{X: x + w - lost*e, Y: r.Y, W: lost * e, H: h}
	p.Frame(piece, 8, ui.Edge{Width: 2, Color: ui.Warn}, ui.WarnBg)
	hatch(p, piece.Inset(3), ui.Warn.Fade(0.3))
	y := r.Y + r.H - h
	medal(p, icon.Briefcase, ui.Square(r.X+side/2, y+h/2, side), tone{ui.Warn, ui.WarnBg})
	p.Box(paint.Rect{X: x + w - earned, Y: y, W: earned, H: h}, 8, ui.Line)
	p.Box(paint.Rect{X: x + w - lost, Y: y, W: lost, H: h}, 8, ui.Warn.Fade(0.75))
}
