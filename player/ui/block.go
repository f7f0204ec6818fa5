// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import (
	"videoguida/player/paint"
	"videoguida/player/story"
)

// Block is a piece of a panel.
type Block interface {
	// Since returns the ms since the block entered: negative when it is yet to
	// come, story.Absent when it is not part of this person's guide.
	Since(p Pen) int
	// Height returns the block's height at a width, CSS px.
	Height(p Pen, w float32) float32
	// Draw paints the block in r and says what it shows.
	Draw(p Pen, r paint.Rect)
}

// Always is embedded by blocks that enter with their panel.
type Always struct{}

// Since implements part of Block.
func (Always) Since(Pen) int { return Here }

// entry returns how far b has come in, 0…1.
func (p Pen) entry(b Block) float32 { return p.Enter(b.Since(p)) }

// Enter returns how far something that entered since ms ago has come in, 0…1.
// What came with its panel is there at once, for the panel fades in as a whole.
func (p Pen) Enter(since int) float32 {
	if p.Came > 0 && since >= p.Came {
		return 1
	}
	return Ease(since, Entry)
}

// Taken returns how much of its room something takes that has come in e, 0…1:
// with less motion all of it at once, so that nothing is pushed along.
func (p Pen) Taken(e float32) float32 {
	if p.M.Reduced && e > 0 {
		return 1
	}
	return e
}

// draw draws b on its way in: first room is made for it, then it fades in,
// rising by ten px.
func (p Pen) draw(b Block, r paint.Rect) {
	e := p.entry(b)
	if m, ok := b.(band); e <= 0 || ok && m.id == p.Kept {
		return
	}
	saved := p.Shift(10*(1-e), max(2*e-1, 0))
	b.Draw(p, r)
	p.Restore(saved)
}

// latest returns the time since the first of several blocks entered.
func latest(p Pen, blocks []Block) int {
	s := story.Absent
	for _, b := range blocks {
		s = max(s, b.Since(p))
	}
	return s
}

// stack is blocks one below the other. It grows as they enter.
type stack []Block

// Open shows blocks one below the other, without a card behind them.
func Open(blocks ...Block) Block { return stack(blocks) }

func (s stack) Since(p Pen) int { return latest(p, s) }

func (s stack) Height(p Pen, w float32) float32 {
	total, most := float32(0), float32(0)
	for _, b := range s {
		if e := p.entry(b); e > 0 {
			total += p.pitch(b, w) * p.Taken(e)
			most = max(most, p.Taken(e))
		}
	}
	return max(total-p.Fit.Gap*most, 0)
}

// pitch returns a block's height with the gap after it; a block without height
// has no gap.
func (p Pen) pitch(b Block, w float32) float32 {
	h := b.Height(p, w)
	if h <= 0 {
		return 0
	}
	return h + p.Fit.Gap
}

func (s stack) Draw(p Pen, r paint.Rect) {
	y := r.Y
	for _, b := range s {
		e := p.entry(b)
		if e <= 0 {
			continue
		}
		h := p.pitch(b, r.W)
		if h > 0 {
			p.draw(b, paint.Rect{X: r.X, Y: y, W: r.W, H: h - p.Fit.Gap})
		}
		y += h * p.Taken(e)
	}
}

// card is a stack on a raised white surface.
type card struct{ stack }

// Card shows blocks one below the other on a white card.
func Card(blocks ...Block) Block { return card{blocks} }

func (c card) Height(p Pen, w float32) float32 {
	return c.stack.Height(p, w-2*p.Fit.Pad) + 2*p.Fit.Pad
}

func (c card) Draw(p Pen, r paint.Rect) {
	p.Sheet(r, 18)
	c.stack.Draw(p, r.Inset(p.Fit.Pad))
}

// spare is a block that is left out of the barest fit.
type spare struct{ Block }

// Spare leaves a block out where there is no room for drawings either: the
// narration says what it says.
func Spare(b Block) Block { return spare{b} }

func (s spare) Height(p Pen, w float32) float32 {
	if p.Fit.Art == 0 {
		return 0
	}
	return s.Block.Height(p, w)
}

// from delays a block to a cue of its own.
type from struct {
	Block
	at story.Cue
}

// From lets a block enter at a cue.
func From(at story.Cue, b Block) Block { return from{b, at} }

func (f from) Since(p Pen) int { return min(p.Since(f.at), f.Block.Since(p)) }
