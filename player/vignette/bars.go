// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package vignette

import (
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// Halves is a bar in two colours, each half with its message under it, and a
// name for both or for the first.
type Halves struct {
	First, Second string
	Name          string // in the bar
	OfFirst       bool   // the name is the first half's
}

// Since implements ui.Block.
func (h Halves) Since(p ui.Pen) int { return p.LabelSince(h.First) }

func (h Halves) thick(p ui.Pen, w float32) float32 {
	return max(p.Fit.Art*0.5, p.TextHeight(p.Word(h.Name), h.named(w)-16, p.Strong())+10)
}

// named is the width that the name may take.
func (h Halves) named(w float32) float32 {
	if h.OfFirst {
		return (w - 8) / 2
	}
	return w
}

// Height implements ui.Block.
func (h Halves) Height(p ui.Pen, w float32) float32 {
	half := (w - 8) / 2
	text := max(p.TextHeight(p.Word(h.First), half, p.Strong()), p.TextHeight(p.Word(h.Second), half, p.Strong()))
	return h.thick(p, w) + 10 + text
}

// Draw implements ui.Block.
func (h Halves) Draw(p ui.Pen, r paint.Rect) {
	half, thick := (r.W-8)/2, h.thick(p, r.W)
	joined := float32(0)
	if !h.OfFirst {
		joined = p.Move(p.LabelSince(h.Name), 400) // the halves become one
	}
	for i, id := range [...]string{h.First, h.Second} {
		ink, ground := ui.Deep, ui.Primary
		if i == 1 {
			ink, ground = ui.Warn, ui.Gold
		}
		at := paint.Rect{X: r.X + float32(i)*(half+8), Y: r.Y, W: half, H: thick}
		p.Box(at, 10, ui.Tint)
		at.W *= p.Move(p.LabelSince(id), 600)
		p.Box(at, 10, ground)
		text := paint.Rect{X: r.X + float32(i)*(half+8), Y: r.Y + thick + 10, W: half, H: r.H - thick - 10}
		label(p, id, text, p.Strong().In(ink).Centred())
	}
	if p.LabelSince(h.Name) < 0 {
		return
	}
	name := paint.Rect{X: r.X, Y: r.Y, W: h.named(r.W), H: thick}
	if joined > 0 {
		w := min(p.TextWidth(p.Word(h.Name), name.W-32, p.Strong())+32, name.W)
		plate := paint.Rect{X: name.X + (name.W-w)/2, Y: name.Y + thick*0.14, W: w, H: thick * 0.72}
		p.Box(plate, plate.H/2, ui.White.Fade(joined))
		label(p, h.Name, name, p.Strong().Centred())
		return
	}
	label(p, h.Name, name.Inset(4), p.Strong().In(ui.White).Centred())
}

// Part is a bar of which a part is coloured; it may end, and is then an empty
// outline.
type Part struct {
	art
	Of   story.Cue // from which the part is coloured
	Ends story.Cue // from which it is gone; empty: never
	Most bool      // the coloured part is the larger one
}

// Height implements ui.Block.
func (b Part) Height(p ui.Pen, _ float32) float32 { return p.Fit.Art * 0.5 }

// Draw implements ui.Block.
func (b Part) Draw(p ui.Pen, r paint.Rect) {
	part := r.W * 0.3
	if b.Most {
		part = r.W * 0.6
	}
	rest := paint.Rect{X: r.X, Y: r.Y, W: r.W - part - 6, H: r.H}
	at := paint.Rect{X: r.X + r.W - part, Y: r.Y, W: part, H: r.H}
	ground, ink := ui.Primary, ui.Gold
	if b.Most {
		rest, at = paint.Rect{X: r.X + part + 6, Y: r.Y, W: rest.W, H: r.H}, paint.Rect{X: r.X, Y: r.Y, W: part, H: r.H}
		ground, ink = ui.Tint, ui.Primary
	}
	p.Box(rest, 10, ground)
	e := p.Move(p.Since(b.Of)-100, 600)
	p.Frame(at, 10, ui.Edge{Width: 2, Color: ui.Line}, ui.White)
	gone := float32(0)
	if b.Ends.Line != "" {
		gone = p.Move(p.Since(b.Ends)-200, 700)
	}
	p.Box(paint.Rect{X: at.X, Y: at.Y, W: at.W * e, H: at.H}, 10, ink.Fade(1-gone))
	if gone > 0 {
		p.Frame(at, 10, ui.Edge{Width: 2, Color: ui.Warn.Fade(gone)}, ui.WarnBg.Fade(gone))
		hatch(p, at.Inset(6), ui.Warn.Fade(0.3*gone))
	}
}

// Equal is two bars of one length with the sign between them.
type Equal struct {
	art
	Label string // whose marker brings it
}

// Since implements ui.Block.
func (q Equal) Since(p ui.Pen) int { return p.LabelSince(q.Label) }

// Draw implements ui.Block.
func (q Equal) Draw(p ui.Pen, r paint.Rect) {
	e := p.Move(p.LabelSince(q.Label)-100, 500)
	side := r.H * 0.5
	w := (r.W - side - 20) / 2
	y, h := r.Y+r.H*0.2, r.H*0.6
	p.Box(paint.Rect{X: r.X, Y: y, W: w, H: h}, 10, ui.Primary)
	p.Icon(icon.Euro, ui.Square(r.X+w/2, y+h/2, h*0.7), ui.White)
	x := r.X + w + 10
	for i := range 2 {
		p.Box(paint.Rect{X: x + side*0.1, Y: y + h*(0.3+0.28*float32(i)), W: side * 0.8 * e, H: max(h*0.12, 4)}, 3, ui.Done)
	}
	right := paint.Rect{X: r.X + r.W - w, Y: y, W: w * e, H: h}
	p.Box(paint.Rect{X: r.X + r.W - w, Y: y, W: w, H: h}, 10, ui.Tint)
	p.Box(right, 10, ui.Primary)
	if e > 0.6 {
		p.Icon(icon.Euro, ui.Square(r.X+r.W-w/2, y+h/2, h*0.7), ui.White)
	}
}

// Peel is the gross amount as a bar in true proportion: at a message's marker
// what is withheld peels off. Its figures stand elsewhere.
type Peel struct {
	Whole, Rest string // facts
	Off, Left   string // messages: what is withheld, what is left
}

// Since implements ui.Block.
func (l Peel) Since(p ui.Pen) int { return p.LabelSince(l.Left) }

func (l Peel) thick(p ui.Pen) float32 { return p.Fit.Body * 1.6 }

// swatch is the side of the colour before each message.
func (l Peel) swatch(p ui.Pen) float32 { return p.Fit.Body * 0.8 }

func (l Peel) line(p ui.Pen, id string, w float32) float32 {
	return p.TextHeight(p.Word(id), w-l.swatch(p)-10, p.Strong())
}

// Height implements ui.Block.
func (l Peel) Height(p ui.Pen, w float32) float32 {
	return l.thick(p) + 10 + l.line(p, l.Off, w) + 4 + l.line(p, l.Left, w)
}

// share is the part of the whole that is withheld, 0…1; a sliver stays visible.
func (l Peel) share(p ui.Pen) float32 {
	whole, rest := p.M.Facts[l.Whole].N, p.M.Facts[l.Rest].N
	if whole <= 0 || rest < 0 || rest > whole {
		return 0.2
	}
	return min(max(float32(whole-rest)/float32(whole), 0.03), 0.9)
}

// Draw implements ui.Block.
func (l Peel) Draw(p ui.Pen, r paint.Rect) {
	e := p.Move(l.Since(p), 600)
	h := l.thick(p)
	width := r.W - 10
	off := width * l.share(p)
	p.Box(paint.Rect{X: r.X, Y: r.Y, W: width - off, H: h}, 8, ui.Primary)
	tax := paint.Rect{X: r.X + width - off + 10*e, Y: r.Y, W: off, H: h}
	p.Frame(tax, min(8, off/2), ui.Edge{Width: 2, Color: ui.Warn}, ui.WarnBg)
	hatch(p, tax.Inset(3), ui.Warn.Fade(0.35))
	y := r.Y + h + 10
	for i, id := range [...]string{l.Off, l.Left} {
		tall, s := l.line(p, id, r.W), l.swatch(p)
		at := paint.Rect{X: r.X, Y: y + (tall-s)/2, W: s, H: s}
		ink := ui.Deep
		if i == 0 {
			ink = ui.Warn
			p.Frame(at, 4, ui.Edge{Width: 2, Color: ui.Warn}, ui.WarnBg)
			hatch(p, at.Inset(3), ui.Warn.Fade(0.35))
		} else {
			p.Box(at, 4, ui.Primary)
		}
		label(p, id, paint.Rect{X: r.X + s + 10, Y: y, W: r.W - s - 10, H: tall}, p.Strong().In(ink))
		y += tall + 4
	}
}
