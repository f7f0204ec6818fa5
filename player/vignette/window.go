// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package vignette

import (
	"videoguida/player/a11y"
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/ui"
)

// Window is a drawn browser window: a title and the items to choose, one
// inside the other, each lit at its marker.
type Window struct {
	Title string
	Items []string
	Icons []icon.Name // what is inside, when there are no items
}

// Since implements ui.Block.
func (w Window) Since(p ui.Pen) int { return p.LabelSince(w.Title) }

// bar is the height of the window's title bar.
func (w Window) bar(p ui.Pen, width float32) float32 {
	return p.TextHeight(p.Word(w.Title), width-72-p.Fit.Pad, p.Strong()) + p.Fit.Pad*0.9
}

func (w Window) item(p ui.Pen, width float32, i int) float32 {
	return p.TextHeight(p.Word(w.Items[i]), width-w.indent(p, i)-p.Fit.Pad-40, p.Strong()) + p.Fit.Pad*0.6
}

func (w Window) indent(p ui.Pen, i int) float32 { return p.Fit.Pad + float32(i)*p.Fit.Body*0.9 }

// Height implements ui.Block.
func (w Window) Height(p ui.Pen, width float32) float32 {
	h := w.bar(p, width) + p.Fit.Pad*0.8
	for i := range w.Items {
		h += w.item(p, width, i) + p.Fit.Gap*0.5
	}
	if len(w.Icons) > 0 {
		h += p.Fit.Art
	}
	return h + p.Fit.Pad*0.5
}

// Draw implements ui.Block.
func (w Window) Draw(p ui.Pen, r paint.Rect) {
	bar := w.bar(p, r.W)
	p.Sheet(r, 14)
	p.Box(paint.Rect{X: r.X, Y: r.Y, W: r.W, H: bar + 12}, 14, ui.Ink)
	p.Box(paint.Rect{X: r.X, Y: r.Y + bar, W: r.W, H: 14}, 0, ui.White)
	for i := range 3 {
		p.Disc(r.X+18+float32(i)*15, r.Y+bar/2, 4.5, ui.White.Fade(0.45))
	}
	at := paint.Rect{X: r.X + 72, Y: r.Y, W: r.W - 72 - p.Fit.Pad, H: bar}
	p.Middle(p.Word(w.Title), at, p.Strong().In(ui.White))
	p.Say(a11y.Node{ID: w.Title, Name: p.Word(w.Title)}, at)
	for i, n := range w.Icons {
		x := r.X + r.W*(float32(i)+0.5)/float32(len(w.Icons))
		if p.Fit.Art > 0 {
			medal(p, n, ui.Square(x, r.Y+bar+(r.H-bar)/2, p.Fit.Art*0.85), tone{ui.Primary, ui.Tint})
		}
	}
	y := r.Y + bar + p.Fit.Pad*0.8
	for i := range w.Items {
		h := w.item(p, r.W, i)
		w.draw(p, paint.Rect{X: r.X + w.indent(p, i), Y: y, W: r.W - w.indent(p, i) - p.Fit.Pad, H: h}, i)
		y += h + p.Fit.Gap*0.5
	}
}

// deeper is how long an item stays lit before the next one that its marker
// names, ms.
const deeper = 900

// lit returns how far item i has lit up, 0…1: after its marker, or after the
// item before it when one marker names both.
func (w Window) lit(p ui.Pen, i int) float32 {
	if i >= len(w.Items) {
		return 0
	}
	since := p.LabelSince(w.Items[i])
	if i > 0 && since >= 0 && since == p.LabelSince(w.Items[i-1]) {
		since -= deeper
	}
	return ui.Ease(since, ui.Entry)
}

// draw paints an item: the one being named is filled, the others are tinted,
// those to come are empty lines.
func (w Window) draw(p ui.Pen, r paint.Rect, i int) {
	id := w.Items[i]
	e := p.Enter(p.LabelSince(id))
	p.Box(paint.Rect{X: r.X, Y: r.Y, W: r.W * (0.6 + 0.4*p.Taken(e)), H: r.H}, 10, ui.Tint)
	if e <= 0 {
		return
	}
	ink := ui.Deep
	if w.lit(p, i)*(1-w.lit(p, i+1)) > 0.5 {
		p.Box(r, 10, ui.Primary) // at once: half lit, no letters could be read on it
		ink = ui.White
	}
	p.Icon(icon.Chevron, ui.Square(r.X+16, r.Y+r.H/2, 16), ink)
	label(p, id, paint.Rect{X: r.X + 32, Y: r.Y, W: r.W - 40, H: r.H}, p.Strong().In(ink))
}
