// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package vignette

import (
	"videoguida/player/a11y"
	"videoguida/player/paint"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// Span is a line of time from one message to another, with a tick for each
// month; its end lights up at a cue.
type Span struct {
	Start, End string
	Months     string // the fact that counts the ticks
	Lit        story.Cue
}

// Since implements ui.Block.
func (s Span) Since(p ui.Pen) int { return p.LabelSince(s.Start) }

func (s Span) line(p ui.Pen) float32 { return max(p.Fit.Art*0.5, 34) }

// Height implements ui.Block.
func (s Span) Height(p ui.Pen, w float32) float32 {
	return s.line(p) + max(s.tall(p, s.Start, w/2-8), s.tall(p, s.End, w/2-8))
}

// Draw implements ui.Block.
func (s Span) Draw(p ui.Pen, r paint.Rect) {
	h := s.line(p)
	y := r.Y + h/2
	x0, x1 := r.X+r.W*0.24, r.X+r.W*0.76
	e := p.Move(s.Since(p), 900)
	p.Box(paint.Rect{X: x0, Y: y - 3, W: x1 - x0, H: 6}, 3, ui.Tint)
	p.Box(paint.Rect{X: x0, Y: y - 3, W: (x1 - x0) * e, H: 6}, 3, ui.Primary)
	n := int(min(p.M.Facts[s.Months].N, 25))
	for i := 1; i < n; i++ {
		if u := float32(i) / float32(n); u <= e {
			p.Box(paint.Rect{X: x0 + (x1-x0)*u - 1.5, Y: y - 8, W: 3, H: 16}, 1.5, ui.Light)
		}
	}
	p.Disc(x0, y, 11, ui.Primary)
	p.Disc(x0, y, 4, ui.White)
	end := ui.Tint
	if lit := p.Move(p.Since(s.Lit), 400); lit > 0 {
		p.Disc(x1, y, 11+7*lit, ui.Primary.Fade(0.25))
		end = ui.Primary
	}
	p.Disc(x1, y, 11, ui.Primary)
	p.Disc(x1, y, 7, ui.White)
	p.Disc(x1, y, 4.5, end)
	text := paint.Rect{X: r.X, Y: r.Y + h, W: r.W/2 - 8, H: r.H - h}
	s.end(p, s.Start, text)
	text.X = r.X + r.W/2 + 8
	s.end(p, s.End, text)
}

func (s Span) tall(p ui.Pen, id string, w float32) float32 {
	what, when := parts(p.Word(id))
	return p.TextHeight(what, w, p.Small()) + p.TextHeight(when, w, p.Strong())
}

// end writes one end of the line under it.
func (s Span) end(p ui.Pen, id string, r paint.Rect) {
	e := p.Enter(p.LabelSince(id))
	if e <= 0 {
		return
	}
	what, when := parts(p.Word(id))
	saved := p.Shift(0, e)
	at := r
	at.Y += p.Text(what, at, p.Small().Centred())
	p.Text(when, at, p.Strong().In(ui.Deep).Centred())
	p.Restore(saved)
	p.Say(a11y.Node{ID: id, Name: p.Word(id)}, r)
}
