// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package vignette

import (
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/ui"
)

// Emblem is one big icon on a round ground: what the panel is about.
type Emblem struct {
	art
	Icon icon.Name
}

// Draw implements ui.Block.
func (e Emblem) Draw(p ui.Pen, r paint.Rect) {
	medal(p, e.Icon, ui.Square(r.X+r.W/2, r.Y+r.H/2, r.H), tone{ui.Primary, ui.Tint})
}

// Pair is two emblems side by side, the second entering later.
type Pair struct {
	art
	First  icon.Name
	Second ui.Block // usually a From around an Emblem
}

// Draw implements ui.Block.
func (d Pair) Draw(p ui.Pen, r paint.Rect) {
	e := ui.Ease(d.Second.Since(p), ui.Entry)
	medal(p, d.First, ui.Square(r.X+r.W/2-p.Taken(e)*r.H*0.6, r.Y+r.H/2, r.H), tone{ui.Primary, ui.Tint})
	if e > 0 {
		saved := p.Shift(0, e)
		d.Second.Draw(p, paint.Rect{X: r.X + r.W/2 + r.H*0.1, Y: r.Y, W: r.H, H: r.H})
		p.Restore(saved)
	}
}
