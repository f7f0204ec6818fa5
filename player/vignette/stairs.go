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

// Stairs go down: one message on each step, entering at its marker.
type Stairs struct {
	Labels [3]string
	Icons  [3]icon.Name
}

// Since implements ui.Block.
func (s Stairs) Since(p ui.Pen) int {
	since := story.Absent
	for _, id := range s.Labels {
		since = max(since, p.LabelSince(id))
	}
	return since
}

func (s Stairs) drop(p ui.Pen) float32 { return max(p.Fit.Art*0.22, 8) }

func (s Stairs) icon(p ui.Pen) float32 {
	if p.Fit.Art == 0 {
		return 0
	}
	return p.Fit.Icon + 8
}

func (s Stairs) width(w float32) float32 { return (w - 16) / 3 }

// Height implements ui.Block.
func (s Stairs) Height(p ui.Pen, w float32) float32 {
	h := float32(0)
	for _, id := range s.Labels {
		h = max(h, p.TextHeight(p.Word(id), s.width(w)-16, p.Strong()))
	}
	return h + s.icon(p) + 2*s.drop(p) + 24
}

// Draw implements ui.Block.
func (s Stairs) Draw(p ui.Pen, r paint.Rect) {
	tones := [...][2]paint.Color{{ui.Warn, ui.WarnBg}, {ui.Warn, paint.RGB(0xFFE2C2)}, {ui.Stop, paint.RGB(0xF9D2CE)}}
	w := s.width(r.W)
	for i, id := range s.Labels {
		y := r.Y + float32(i)*s.drop(p)
		step := paint.Rect{X: r.X + float32(i)*(w+8), Y: y, W: w, H: r.Y + r.H - y}
		e := p.Enter(p.LabelSince(id))
		if p.Vacant(step, 1-e); e <= 0 {
			continue
		}
		saved := p.Shift(0, e)
		p.Box(step, 12, tones[i][1])
		p.Box(paint.Rect{X: step.X, Y: step.Y, W: step.W, H: 6}, 3, tones[i][0])
		side := s.icon(p)
		if side > 0 {
			p.Icon(s.Icons[i], ui.Square(step.X+w/2, step.Y+10+side/2, side-6), tones[i][0])
		}
		text := paint.Rect{X: step.X + 8, Y: step.Y + 12 + side, W: w - 16, H: step.H - side - 16}
		p.Text(p.Word(id), text, p.Strong().In(tones[i][0]).Centred())
		p.Say(a11y.Node{ID: id, Name: p.Word(id)}, step)
		p.Restore(saved)
	}
}
