// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package vignette

import (
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/ui"
)

// Paper is a drawn document with an icon on it and its name under it.
type Paper struct {
	Icon  icon.Name
	Label string
}

// Since implements ui.Block.
func (d Paper) Since(p ui.Pen) int { return p.LabelSince(d.Label) }

// Least returns the width at which the longest word still fits.
func (d Paper) Least(p ui.Pen) float32 { return p.LongestWord(p.Word(d.Label), p.Strong()) + 4 }

// Height implements ui.Block.
func (d Paper) Height(p ui.Pen, w float32) float32 {
	h := p.TextHeight(p.Word(d.Label), w, p.Strong())
	if p.Fit.Art == 0 {
		return h
	}
	return h + p.Fit.Art + 8
}

// Draw implements ui.Block.
func (d Paper) Draw(p ui.Pen, r paint.Rect) {
	text := r
	if h := p.Fit.Art; h > 0 {
		w := h * 0.74
		sheet := paint.Rect{X: r.X + (r.W-w)/2, Y: r.Y, W: w, H: h}
		p.Frame(sheet, 8, ui.Edge{Width: 2, Color: ui.Line}, ui.White)
		p.Box(paint.Rect{X: sheet.X, Y: sheet.Y, W: w, H: h * 0.12}, 6, ui.Primary)
		medal(p, d.Icon, ui.Square(sheet.X+w/2, sheet.Y+h*0.42, h*0.42), tone{ui.Primary, ui.Tint})
		for i := range 2 {
			p.Box(paint.Rect{X: sheet.X + w*0.18, Y: sheet.Y + h*(0.74+0.1*float32(i)), W: w * (0.64 - 0.2*float32(i)), H: h * 0.04}, 2, ui.Line)
		}
		text.Y, text.H = r.Y+h+8, r.H-h-8
	}
	label(p, d.Label, text, p.Strong().Centred())
}
