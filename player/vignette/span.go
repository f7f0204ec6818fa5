package vignette

import (
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
	t := p.Strong()
	return s.line(p) + max(p.TextHeight(p.Word(s.Start), w/2-12, t), p.TextHeight(p.Word(s.End), w/2-12, t))
}

// Draw implements ui.Block.
func (s Span) Draw(p ui.Pen, r paint.Rect) {
	h := s.line(p)
	y := r.Y + h/2
	x0, x1 := r.X+r.W*0.22, r.X+r.W*0.78
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
	text := paint.Rect{X: r.X, Y: r.Y + h, W: r.W/2 - 12, H: r.H - h}
	label(p, s.Start, text, p.Strong().Centred())
	text.X = r.X + r.W/2 + 12
	label(p, s.End, text, p.Strong().Centred())
}
