// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package vignette

import (
	"videoguida/player/paint"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// Scan is a letter with a code on it and the frame of a camera that closes in
// on the code from a cue on. The code is a drawing: nothing can be read from it.
type Scan struct {
	art
	At story.Cue
}

// Height implements ui.Block.
func (s Scan) Height(p ui.Pen, _ float32) float32 { return p.Fit.Art * 1.3 }

// Draw implements ui.Block.
func (s Scan) Draw(p ui.Pen, r paint.Rect) {
	sheet := paint.Rect{X: r.X + r.W/2 - r.H*0.62, Y: r.Y, W: r.H * 1.24, H: r.H}
	p.Frame(sheet, 8, ui.Edge{Width: 1.5, Color: ui.Line}, ui.White)
	p.Box(paint.Rect{X: sheet.X, Y: sheet.Y, W: sheet.W, H: 7}, 3, ui.Primary)
	for i := range 4 {
		w := sheet.W * [...]float32{0.26, 0.3, 0.22, 0.28}[i]
		p.Box(paint.Rect{X: sheet.X + sheet.W*0.08, Y: sheet.Y + r.H*(0.22+0.16*float32(i)), W: w, H: r.H * 0.05}, 2, ui.Line)
	}
	code := ui.Square(sheet.X+sheet.W*0.7, sheet.Y+r.H*0.53, r.H*0.56)
	pattern(p, code)
	e := p.Move(p.Since(s.At)-100, 500)
	corners(p, code.Inset(-9-r.H*0.12*(1-e)), ui.Primary.Fade(e))
}

// modules is a code's pattern, a bit a module, drawn from the left.
var modules = [...]uint16{0x0, 0x0d, 0x6a, 0x135, 0x4b, 0x192, 0x0f5, 0x12c, 0x1b1, 0x06e, 0x157}

// pattern draws a code: three finders and modules between them.
func pattern(p ui.Pen, r paint.Rect) {
	n := float32(len(modules))
	m := r.W / n
	for y, row := range modules {
		for x := range len(modules) {
			corner := x < 4 && (y < 4 || y > 6) || x > 6 && y < 4
			if !corner && (row>>(x%9)+uint16(x*y))&1 == 1 {
				p.Box(paint.Rect{X: r.X + float32(x)*m, Y: r.Y + float32(y)*m, W: m, H: m}, 0, ui.Ink)
			}
		}
	}
	for _, at := range [...][2]float32{{0, 0}, {n - 3.5, 0}, {0, n - 3.5}} {
		finder := paint.Rect{X: r.X + at[0]*m, Y: r.Y + at[1]*m, W: 3.5 * m, H: 3.5 * m}
		p.Box(finder, m/2, ui.Ink)
		p.Box(finder.Inset(m*0.6), m/3, ui.White)
		p.Box(finder.Inset(m*1.1), m/4, ui.Ink)
	}
}

// corners draws the four corners of a camera's frame.
func corners(p ui.Pen, r paint.Rect, c paint.Color) {
	long, thick := r.W*0.22, float32(4)
	for _, at := range [...][2]float32{{0, 0}, {1, 0}, {0, 1}, {1, 1}} {
		x, y := r.X+at[0]*r.W, r.Y+at[1]*r.H
		p.Box(paint.Rect{X: x - at[0]*long, Y: y - at[1]*thick, W: long, H: thick}, 2, c)
		p.Box(paint.Rect{X: x - at[0]*thick, Y: y - at[1]*long, W: thick, H: long}, 2, c)
	}
}
