// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package vignette

import (
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// Transfer is the pension moving from one account to another: an arrow grows
// from a cue on, and from another the old account is marked as still open.
type Transfer struct {
	art
	From, Keep story.Cue
}

// Draw implements ui.Block.
func (d Transfer) Draw(p ui.Pen, r paint.Rect) {
	side := r.H * 0.9
	y := r.Y + r.H/2
	span := min(r.W, r.H*3.4)
	left, right := r.X+(r.W-span)/2+side/2, r.X+(r.W+span)/2-side/2
	e := p.Move(p.Since(d.From)-150, 700)
	p.Disc(left, y, side/2, ui.Tint)
	p.Icon(icon.Bank, ui.Square(left, y, side*0.6), ui.Muted)
	p.Disc(right, y, side/2, ui.Tint)
	ink := ui.Primary
	if e > 0.5 { // at once: a growing disc would swallow the icon's colour
		p.Disc(right, y, side/2, ui.Primary)
		ink = ui.White
	}
	p.Icon(icon.Bank, ui.Square(right, y, side*0.6), ink)
	from, length := left+side/2+8, (right-left-side-16)*e
	if length > 10 {
		p.Box(paint.Rect{X: from, Y: y - 4, W: length - 8, H: 8}, 4, ui.Primary)
		p.Icon(icon.Arrow, ui.Square(from+length-14, y, 40), ui.Primary)
	}
	if k := ui.Ease(p.Since(d.Keep), ui.Entry); k > 0 {
		saved := p.Shift(0, k)
		medal(p, icon.Tick, ui.Square(left+side*0.36, y-side*0.34, side*0.36), tone{ui.White, ui.Warn})
		p.Restore(saved)
	}
}

// Trends is what an amount may do: rise, fall or stop, one after the other
// from a cue on.
type Trends struct {
	art
	At story.Cue
}

// Draw implements ui.Block.
func (d Trends) Draw(p ui.Pen, r paint.Rect) {
	tones := [...]tone{{ui.Done, ui.DoneBg}, {ui.Warn, ui.WarnBg}, {ui.Stop, ui.StopBg}}
	side := r.H * 0.86
	step := min(r.W/3, r.H*1.5)
	for i, n := range [...]icon.Name{icon.Up, icon.Down, icon.Stop} {
		e := ui.Ease(p.Since(d.At)-i*220, ui.Entry)
		if e <= 0 {
			continue
		}
		saved := p.Shift(0, e)
		x := r.X + r.W/2 + (float32(i)-1)*step
		medal(p, n, ui.Square(x, r.Y+r.H/2, side), tones[i])
		p.Restore(saved)
	}
}

// Rise is a tile with a column that climbs towards a line: a low pension that
// is brought up to the minimum.
type Rise struct{ Label string }

// Since implements ui.Block.
func (d Rise) Since(p ui.Pen) int { return p.LabelSince(d.Label) }

func (d Rise) side(p ui.Pen) float32 { return max(p.Fit.Icon, 24) * 1.7 }

func (d Rise) pad(p ui.Pen) float32 { return p.Fit.Pad * 0.7 }

// Height implements ui.Block.
func (d Rise) Height(p ui.Pen, w float32) float32 {
	in := w - d.side(p) - 2*d.pad(p) - 10
	return max(d.side(p), p.TextHeight(p.Word(d.Label), in, p.Strong())) + 1.6*d.pad(p)
}

// Draw implements ui.Block.
func (d Rise) Draw(p ui.Pen, r paint.Rect) {
	pad, side := d.pad(p), d.side(p)
	p.Box(r, 14, ui.Tint)
	at := paint.Rect{X: r.X + pad, Y: r.Y + (r.H-side)/2, W: side, H: side}
	p.Box(at, 8, ui.White)
	e := p.Move(p.LabelSince(d.Label)-200, 700)
	base := side * 0.42
	h := base + side*0.3*e
	p.Box(paint.Rect{X: at.X + side*0.3, Y: at.Y + side*0.94 - h, W: side * 0.4, H: h}, 4, ui.Gold)
	p.Box(paint.Rect{X: at.X + side*0.3, Y: at.Y + side*0.94 - base, W: side * 0.4, H: base}, 4, ui.Primary)
	dashes(p, paint.Rect{X: at.X + 4, Y: at.Y + side*0.2, W: side - 8, H: 3}, ui.Done)
	text := paint.Rect{X: at.X + side + 10, Y: r.Y, W: r.W - side - 2*pad - 10, H: r.H}
	label(p, d.Label, text, p.Strong().In(ui.Deep))
}
