// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import (
	"videoguida/player/a11y"
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/story"
)

// Stars is the rating: five buttons with a star and a number. The action
// "rate:4" gives four.
type Stars struct {
	At     story.Cue
	Labels [5]string // messages that begin with the number
	Thanks string    // shown once a rating was given
}

// Since implements Block.
func (s Stars) Since(p Pen) int { return p.Since(s.At) }

func (s Stars) tall(p Pen) float32 { return max(p.Fit.Icon*1.5, 30) + p.Fit.Body*leading + 12 }

// Height implements Block.
func (s Stars) Height(p Pen, w float32) float32 {
	if p.M.Choices.Stars == 0 {
		return s.tall(p)
	}
	return s.tall(p) + p.Fit.Gap + p.TextHeight(p.Word(s.Thanks), w, p.Strong())
}

// Draw implements Block.
func (s Stars) Draw(p Pen, r paint.Rect) {
	w := min(max((r.W-4*8)/5, Target), 96) // on the narrowest cards they reach into the padding
	left := r.X + (r.W-5*w-4*8)/2
	for i := range s.Labels {
		s.star(p, paint.Rect{X: left + float32(i)*(w+8), Y: r.Y, W: w, H: s.tall(p)}, i)
	}
	if p.M.Choices.Stars > 0 {
		at := paint.Rect{X: r.X, Y: r.Y + s.tall(p) + p.Fit.Gap, W: r.W, H: r.H - s.tall(p) - p.Fit.Gap}
		p.Text(p.Word(s.Thanks), at, p.Strong().In(Done).Centred())
		p.Say(a11y.Node{ID: s.Thanks, Role: a11y.Output, Name: p.Word(s.Thanks)}, at)
	}
}

func (s Stars) star(p Pen, r paint.Rect, i int) {
	shape, fill := icon.Star, White
	if i < p.M.Choices.Stars {
		shape, fill = icon.StarFull, Tint
	}
	p.Frame(r, 12, Edge{2, Primary}, fill)
	size := max(p.Fit.Icon*1.5, 30)
	p.Icon(shape, Square(r.X+r.W/2, r.Y+6+size/2, size), Primary)
	number := digits[i+1 : i+2]
	p.Text(number, paint.Rect{X: r.X, Y: r.Y + 6 + size, W: r.W}, p.Strong().In(Deep).Centred())
	if p.T != nil {
		p.Say(a11y.Node{
			ID: s.Labels[i], Role: a11y.Button, Name: p.Word(s.Labels[i]),
			Action: p.T.Join([4]string{"rate:", number}),
		}, r)
	}
}
