// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package vignette

import (
	"math"

	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// Savings shows the months that remain gathering in a piggy bank, for a shop.
type Savings struct {
	art
	At story.Cue
}

// Draw implements ui.Block.
func (s Savings) Draw(p ui.Pen, r paint.Rect) {
	d := r.H * 0.9
	y := r.Y + r.H/2
	medal(p, icon.Shop, ui.Square(r.X+d/2, y, d), tone{ui.Primary, ui.Tint})
	pig := r.X + r.W - d/2
	since := p.Since(s.At)
	const columns = 5
	left, right := r.X+d+14, pig-d/2-14
	step := min((right-left)/columns, 44)
	left += (right - left - columns*step) / 2
	month := func(i int) paint.Rect {
		h := r.H * (0.8 - 0.1*float32(i))
		return paint.Rect{X: left + step*float32(i), Y: r.Y + r.H - h, W: step - 6, H: h}
	}
	for i := range columns {
		p.Box(month(i), 3, ui.Tint)
	}
	for i := range columns {
		e := p.Move(since-500-(columns-1-i)*160, 600)
		m := month(i)
		m.H *= 1 - 0.6*e
		m.X += (pig - m.X - step/2) * e
		m.Y = r.Y + r.H - m.H - (r.H-m.H)/2*e
		p.Box(m, 3, ui.Light.Fade(1-e*e*e))
	}
	medal(p, icon.Piggy, ui.Square(pig, y, d), tone{ui.Deep, ui.Gold})
}

// Coin is a part of the money: a coin as large as its share of the whole, and
// a message beside it.
type Coin struct {
	Label string
	Share float32 // 0…1, of the coin's area
}

// Since implements ui.Block.
func (c Coin) Since(p ui.Pen) int { return p.LabelSince(c.Label) }

func (c Coin) size(p ui.Pen) (d, column float32) {
	column = max(p.Fit.Art, 52)
	return column * float32(math.Sqrt(float64(c.Share))), column * 0.9
}

// Height implements ui.Block.
func (c Coin) Height(p ui.Pen, w float32) float32 {
	d, column := c.size(p)
	return max(d, p.TextHeight(p.Word(c.Label), w-column-16, p.Strong()))
}

// Draw implements ui.Block.
func (c Coin) Draw(p ui.Pen, r paint.Rect) {
	d, column := c.size(p)
	x, y := r.X+column/2, r.Y+r.H/2
	p.Disc(x, y, d/2, paint.RGB(0xB7791F))
	p.Disc(x, y, d/2-2.5, ui.Gold)
	p.Disc(x, y, d/2-d*0.1, paint.RGB(0xFFE3A0))
	p.Icon(icon.Euro, ui.Square(x, y, d*0.62), paint.RGB(0x7A4E00))
	label(p, c.Label, paint.Rect{X: r.X + column + 16, Y: r.Y, W: r.W - column - 16, H: r.H}, p.Strong())
}

// Back shows money going back from the piggy bank to the institute.
type Back struct {
	art
	Label string // whose marker starts it
}

// Draw implements ui.Block.
func (b Back) Draw(p ui.Pen, r paint.Rect) {
	d := r.H * 0.9
	y := r.Y + r.H/2
	medal(p, icon.Bank, ui.Square(r.X+r.W*0.14+d*0.2, y, d), tone{ui.Primary, ui.Tint})
	right := r.X + r.W - r.W*0.14 - d*0.2
	medal(p, icon.Piggy, ui.Square(right, y, d), tone{ui.Deep, ui.Gold})
	e := p.Move(p.LabelSince(b.Label)-150, 600)
	from, to := right-d/2-12, r.X+r.W*0.14+d*0.7+12
	length := (from - to) * e
	if length < 8 {
		return
	}
	p.Box(paint.Rect{X: from - length, Y: y - 4, W: length, H: 8}, 4, ui.Warn)
	p.Icon(icon.Back, ui.Square(from-length+14, y, 44), ui.Warn)
}
