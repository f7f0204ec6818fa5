// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package vignette

import (
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// Phone is a drawn phone with an icon on its screen and messages beside it.
type Phone struct {
	Icon   icon.Name
	Labels []string
}

// Since implements ui.Block.
func (d Phone) Since(p ui.Pen) int {
	since := story.Absent
	for _, id := range d.Labels {
		since = max(since, p.LabelSince(id))
	}
	return since
}

func (d Phone) tall(p ui.Pen) float32 { return max(p.Fit.Art*1.25, 72) }

// Height implements ui.Block.
func (d Phone) Height(p ui.Pen, w float32) float32 {
	h := -p.Fit.Gap
	for _, id := range d.Labels {
		if p.LabelSince(id) != story.Absent {
			h += p.TextHeight(p.Word(id), w-d.tall(p)*0.56-20, p.Title()) + p.Fit.Gap
		}
	}
	return max(d.tall(p), h)
}

// Draw implements ui.Block.
func (d Phone) Draw(p ui.Pen, r paint.Rect) {
	h := d.tall(p)
	w := h * 0.56
	body := paint.Rect{X: r.X, Y: r.Y + (r.H-h)/2, W: w, H: h}
	p.Box(body, h*0.1, ui.Ink)
	screen := paint.Rect{X: body.X + w*0.07, Y: body.Y + h*0.07, W: w * 0.86, H: h * 0.82}
	p.Box(screen, h*0.05, ui.Tint)
	p.Box(paint.Rect{X: screen.X, Y: screen.Y, W: screen.W, H: h * 0.16}, h*0.05, ui.Primary)
	p.Box(paint.Rect{X: screen.X, Y: screen.Y + h*0.11, W: screen.W, H: h * 0.07}, 0, ui.Tint)
	p.Box(paint.Rect{X: body.X + w*0.38, Y: body.Y + h*0.935, W: w * 0.24, H: h * 0.022}, h*0.011, ui.White.Fade(0.7))
	medal(p, d.Icon, ui.Square(screen.X+screen.W/2, screen.Y+h*0.42, w*0.62), tone{ui.Primary, ui.White})
	p.Box(paint.Rect{X: screen.X + w*0.12, Y: screen.Y + h*0.68, W: w * 0.62, H: h * 0.035}, 2, ui.Line)
	d.words(p, paint.Rect{X: r.X + w + 20, Y: r.Y, W: r.W - w - 20, H: r.H})
}

func (d Phone) words(p ui.Pen, r paint.Rect) {
	total := -p.Fit.Gap
	for _, id := range d.Labels {
		if p.LabelSince(id) != story.Absent {
			total += p.TextHeight(p.Word(id), r.W, p.Title()) + p.Fit.Gap
		}
	}
	y := r.Y + (r.H-total)/2
	for i, id := range d.Labels {
		if p.LabelSince(id) == story.Absent {
			continue
		}
		h := p.TextHeight(p.Word(id), r.W, p.Title())
		t := p.Title()
		if i > 0 {
			t = t.In(ui.Deep)
		}
		label(p, id, paint.Rect{X: r.X, Y: y, W: r.W, H: h}, t)
		y += h + p.Fit.Gap
	}
}

// Message is a text message with a link in it, struck out at a label's marker.
type Message struct {
	art
	Label string
}

// Height implements ui.Block.
func (m Message) Height(p ui.Pen, _ float32) float32 { return p.Fit.Art }

// Draw implements ui.Block.
func (m Message) Draw(p ui.Pen, r paint.Rect) {
	w := min(r.W, r.H*2.9)
	b := paint.Rect{X: r.X + (r.W-w)/2, Y: r.Y, W: w, H: r.H}
	p.Box(b, r.H*0.2, ui.Tint)
	p.Box(paint.Rect{X: b.X, Y: b.Y + b.H - r.H*0.2, W: r.H * 0.2, H: r.H * 0.2}, 2, ui.Tint)
	medal(p, icon.Mail, ui.Square(b.X+r.H*0.48, b.Y+r.H/2, r.H*0.62), tone{ui.Muted, ui.White})
	x, lw := b.X+r.H*0.95, w-r.H*1.2
	p.Box(paint.Rect{X: x, Y: b.Y + r.H*0.24, W: lw, H: r.H * 0.09}, 3, ui.Line)
	p.Box(paint.Rect{X: x, Y: b.Y + r.H*0.4, W: lw * 0.7, H: r.H * 0.09}, 3, ui.Line)
	link := paint.Rect{X: x, Y: b.Y + r.H*0.6, W: lw * 0.9, H: r.H * 0.14}
	p.Box(link, 3, ui.Light)
	p.Box(paint.Rect{X: x, Y: link.Y + link.H + 3, W: link.W, H: 2}, 1, ui.Light)
	e := p.Move(p.LabelSince(m.Label)-150, 350)
	p.Box(paint.Rect{X: x - 8, Y: link.Y + link.H/2 - 3, W: (link.W + 16) * e, H: 6}, 3, ui.Stop)
	if e > 0.5 {
		medal(p, icon.Cross, ui.Square(b.X+w-4, b.Y+4, r.H*0.4), tone{ui.Stop, ui.White})
	}
}
