// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package vignette

import (
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// coin paints a gold coin.
func coin(p ui.Pen, at paint.Rect, opacity float32) {
	x, y, d := at.X+at.W/2, at.Y+at.H/2, at.W
	saved := p.Shift(0, opacity)
	p.Disc(x, y, d/2, paint.RGB(0xB7791F))
	p.Disc(x, y, d/2-max(d*0.05, 1.5), ui.Gold)
	p.Disc(x, y, d/2-d*0.14, paint.RGB(0xFFE3A0))
	p.Icon(icon.Euro, ui.Square(x, y, d*0.62), paint.RGB(0x7A4E00))
	p.Restore(saved)
}

// Contributions is small coins that fall into a piggy bank one after the other:
// a working life's.
type Contributions struct {
	art
	At story.Cue
}

// fallen is how many coins fall.
const fallen = 9

// Draw implements ui.Block.
func (c Contributions) Draw(p ui.Pen, r paint.Rect) {
	d := r.H * 0.78
	pig := paint.Rect{X: r.X + r.W/2 - d/2, Y: r.Y + r.H - d, W: d, H: d}
	since := p.Since(c.At)
	small := r.H * 0.2
	span := min(r.W-small, r.H*2.6)
	for i := range fallen {
		u := (float32(i)+0.5)/fallen - 0.5
		x := r.X + r.W/2 + u*span
		y := r.Y + r.H*(0.32*4*u*u)
		e := p.Move(since-200-(i*5%fallen)*140, 650)
		tx, ty := pig.X+d/2, pig.Y+d*0.2
		at := paint.Rect{X: x + (tx-x)*e - small/2, Y: y + (ty-y)*e*e, W: small, H: small}
		coin(p, at, 1-e*e*e*e)
	}
	medal(p, icon.Piggy, pig, tone{ui.Deep, ui.Gold})
}

// Thirteenth is the twelve months' coins and, at a message's marker, one more
// on top of December's.
type Thirteenth struct {
	art
	Label string // whose marker brings the thirteenth
}

// Draw implements ui.Block.
func (t Thirteenth) Draw(p ui.Pen, r paint.Rect) {
	step := min(r.W/12, r.H*0.5)
	d := step * 0.86
	x, y := r.X+(r.W-12*step)/2, r.Y+r.H-d-6
	p.Box(paint.Rect{X: x, Y: y + d + 2, W: 12 * step, H: 4}, 2, ui.Line)
	december := paint.Rect{X: x + 11*step - 2, Y: y - d - 6, W: step + 2, H: 2*d + 14}
	e := p.Move(p.LabelSince(t.Label)-100, 500)
	p.Box(december, 8, ui.Tint.Fade(e))
	for i := range 12 {
		coin(p, paint.Rect{X: x + float32(i)*step + (step-d)/2, Y: y, W: d, H: d}, 1)
	}
	if e > 0 {
		coin(p, paint.Rect{X: x + 11*step + (step-d)/2, Y: y - (d+2)*e - (1-e)*d*2.4, W: d, H: d}, e)
	}
}
