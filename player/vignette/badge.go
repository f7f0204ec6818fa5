// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package vignette

import (
	"videoguida/player/a11y"
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// Badge is the officer's name badge.
type Badge struct{ Label string }

// Since implements ui.Block.
func (b Badge) Since(p ui.Pen) int { return p.LabelSince(b.Label) }

// Height implements ui.Block.
func (b Badge) Height(p ui.Pen, w float32) float32 {
	return p.TextHeight(p.Word(b.Label), w-40, p.Strong()) + 24
}

// Draw implements ui.Block.
func (b Badge) Draw(p ui.Pen, r paint.Rect) {
	w := min(p.TextWidth(p.Word(b.Label), r.W-40, p.Strong())+40, r.W)
	r.X, r.W = r.X+(r.W-w)/2, w
	p.Sheet(r, 10)
	p.Box(paint.Rect{X: r.X, Y: r.Y, W: r.W, H: 16}, 10, ui.Primary)
	p.Box(paint.Rect{X: r.X, Y: r.Y + 8, W: r.W, H: 8}, 0, ui.White)
	p.Middle(p.Word(b.Label), paint.Rect{X: r.X + 16, Y: r.Y + 8, W: r.W - 32, H: r.H - 8}, p.Strong().Centred())
	p.Say(a11y.Node{ID: b.Label, Name: p.Word(b.Label)}, r)
}

// Controls shows the player's own buttons, lit for a second from a cue on.
type Controls struct{ At story.Cue }

// Since implements ui.Block.
func (c Controls) Since(p ui.Pen) int { return p.Since(c.At) }

// Height implements ui.Block.
func (c Controls) Height(p ui.Pen, _ float32) float32 { return min(p.Fit.Art, 54) }

// Draw implements ui.Block.
func (c Controls) Draw(p ui.Pen, r paint.Rect) {
	since := c.Since(p)
	glow := 1 - min(float32(since)/1400, 1)
	bar := paint.Rect{X: r.X + r.W/2 - r.H*1.7, Y: r.Y, W: r.H * 3.4, H: r.H}
	if p.O != nil {
		p.O.SoftBox(bar.Inset(-8), r.H/2+8, 22, ui.Primary.Fade(0.75*glow))
	}
	p.Box(bar, r.H/2, paint.RGB(0x0B2239))
	d := r.H * 0.74
	icons := [...]icon.Name{icon.Pause, icon.Replay, icon.Down}
	for i, n := range icons {
		x := bar.X + bar.W/2 + float32(i-1)*r.H
		if i < 2 {
			p.Disc(x, r.Y+r.H/2, d/2, ui.White)
			p.Icon(n, ui.Square(x, r.Y+r.H/2, d*0.58), ui.Ink)
		} else {
			p.Icon(n, ui.Square(x, r.Y+r.H/2, d*0.62), ui.Gold)
		}
	}
}
