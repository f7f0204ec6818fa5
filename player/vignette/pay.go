// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package vignette

import (
	"videoguida/player/paint"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// Net shows the gross amount as a bar; at the net's marker the taxes peel off
// and what is left takes its name. It has no figures.
type Net struct{ Tax, Rest string }

// Since implements ui.Block.
func (n Net) Since(p ui.Pen) int { return p.LabelSince(n.Rest) }

func (n Net) thick(p ui.Pen) float32 { return p.Fit.Body * 1.7 }

// share of the bar that stands for the taxes: a picture, not a figure.
const share = 0.24

// Height implements ui.Block.
func (n Net) Height(p ui.Pen, w float32) float32 {
	left, right := n.columns(w)
	h := max(p.TextHeight(p.Word(n.Rest), left, p.Strong()), p.TextHeight(p.Word(n.Tax), right, p.Strong()))
	return n.thick(p) + 14 + h
}

func (n Net) columns(w float32) (left, right float32) {
	return w*(1-share) - 12, w * share
}

// Draw implements ui.Block.
func (n Net) Draw(p ui.Pen, r paint.Rect) {
	e := p.Move(p.LabelSince(n.Rest), 600)
	h := n.thick(p)
	left, right := n.columns(r.W)
	p.Box(paint.Rect{X: r.X, Y: r.Y, W: left, H: h}, 8, ui.Primary)
	tax := paint.Rect{X: r.X + left + 12*e, Y: r.Y + 6*e, W: right, H: h}
	p.Box(tax, 8, ui.WarnBg)
	p.Frame(tax, 8, ui.Edge{Width: 2, Color: ui.Warn}, ui.WarnBg)
	hatch(p, tax.Inset(3), ui.Warn.Fade(0.28))
	y := r.Y + h + 10
	label(p, n.Rest, paint.Rect{X: r.X, Y: y, W: left, H: r.Y + r.H - y}, p.Strong().In(ui.Deep))
	label(p, n.Tax, paint.Rect{X: r.X + left + 12, Y: y, W: right, H: r.Y + r.H - y}, p.Strong().In(ui.Warn).Centred())
}

// Pay shows how the amount comes from the pay: four years melt into one block,
// which then fills. Labels that this guide lacks are left out.
type Pay struct {
	Mean       string // under the block
	Part, Rest string // shares painted in the filled parts
	Limit      string // the line that divides them
	Most       string // the line that caps them
	Full       story.Cue
}

// Since implements ui.Block.
func (d Pay) Since(p ui.Pen) int { return p.LabelSince(d.Mean) }

func (d Pay) block(p ui.Pen) float32 { return max(p.Fit.Art, 64) }

func (d Pay) has(p ui.Pen, id string) bool { return p.LabelSince(id) != story.Absent }

// line is the message that names the line across the block, or empty.
func (d Pay) line(p ui.Pen) string {
	if d.has(p, d.Limit) {
		return d.Limit
	}
	if d.has(p, d.Most) {
		return d.Most
	}
	return ""
}

// Height implements ui.Block.
func (d Pay) Height(p ui.Pen, w float32) float32 {
	h := d.block(p) + 8 + p.TextHeight(p.Word(d.Mean), w, p.Body())
	if id := d.line(p); id != "" {
		h += p.TextHeight(p.Word(id), w-40, p.Body()) + 8
	}
	return h
}

// Draw implements ui.Block.
func (d Pay) Draw(p ui.Pen, r paint.Rect) {
	y := r.Y
	line := d.line(p)
	if line != "" {
		h := p.TextHeight(p.Word(line), r.W-40, p.Body())
		if p.LabelSince(line) >= 0 {
			dashes(p, paint.Rect{X: r.X, Y: y + h/2 - 3/2, W: 28, H: 3}, ui.Warn)
		}
		label(p, line, paint.Rect{X: r.X + 40, Y: y, W: r.W - 40, H: h}, p.Strong().In(ui.Warn))
		y += h + 8
	}
	box := paint.Rect{X: r.X, Y: y, W: r.W, H: d.block(p)}
	d.years(p, box)
	d.shares(p, box)
	if at := d.edge(p); line != "" && p.LabelSince(line) >= 0 {
		e := p.Move(p.LabelSince(line), 400)
		dashes(p, paint.Rect{X: box.X - 2, Y: box.Y + box.H*at - 4/2, W: (box.W + 4) * e, H: 4}, ui.Warn)
	}
	y += box.H + 8
	label(p, d.Mean, paint.Rect{X: r.X, Y: y, W: r.W, H: r.Y + r.H - y}, p.Body().Centred())
}

// edge is where the line crosses the block, 0 at its top.
func (d Pay) edge(p ui.Pen) float32 {
	if d.has(p, d.Limit) {
		return 0.42
	}
	return 0.3
}

// years paints the four blocks melting together; seams still tell them apart.
func (d Pay) years(p ui.Pen, r paint.Rect) {
	e := p.Move(p.LabelSince(d.Mean)-300, 900)
	gap := 3 + 9*(1-e)
	w := (r.W - 3*gap) / 4
	p.Box(paint.Rect{X: r.X, Y: r.Y, W: r.W * e, H: r.H}, 12, ui.Tint)
	for i := range 4 {
		x := r.X + float32(i)*(w+gap)
		p.Box(paint.Rect{X: x, Y: r.Y, W: w, H: r.H}, 10*(1-e)+2*e, ui.Light.Fade(1-0.75*e))
	}
}

// shares fills what is due of the block.
func (d Pay) shares(p ui.Pen, r paint.Rect) {
	low := r
	if d.has(p, d.Limit) {
		at := r.H * d.edge(p)
		up := paint.Rect{X: r.X, Y: r.Y, W: r.W, H: at - 3}
		low.Y, low.H = r.Y+at+3, r.H-at-3
		fill(p, d.Rest, up, 0.25)
	}
	if d.has(p, d.Part) {
		fill(p, d.Part, low, 0.75)
	}
	if d.has(p, d.Most) {
		e := p.Move(p.LabelSince(d.Most), 600)
		at := r.H * d.edge(p)
		p.Box(paint.Rect{X: r.X, Y: r.Y + at + 3, W: r.W * e, H: r.H - at - 3}, 8, ui.Primary)
		if e > 0 {
			hatch(p, paint.Rect{X: r.X, Y: r.Y + 4, W: r.W * e, H: at - 8}, ui.Line)
		}
	}
}

// fill paints a share of r from the left and its message inside.
func fill(p ui.Pen, id string, r paint.Rect, share float32) {
	since := p.LabelSince(id)
	e := p.Move(since, 600)
	if e <= 0 {
		return
	}
	part := paint.Rect{X: r.X, Y: r.Y, W: r.W * share, H: r.H}
	p.Box(paint.Rect{X: r.X, Y: r.Y, W: part.W * e, H: r.H}, 8, ui.Primary)
	t := p.Strong().In(ui.White.Fade(max(2*e-1, 0))).Centred() // white words wait for the blue
	if r.H > p.Fit.Title*1.4 && share > 0.5 {
		t.Size = p.Fit.Title
	}
	label(p, id, part, t)
}
