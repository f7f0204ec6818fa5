// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import (
	"videoguida/player/a11y"
	"videoguida/player/icon"
	"videoguida/player/paint"
)

// look says how a message is set.
type look uint8

const (
	body look = iota
	small
	prose
	title
	heading
	figure
	greeting
)

// words is a message set as text.
type words struct {
	id   string
	look look
}

// Body is a message as running text.
func Body(id string) Block { return words{id, body} }

// Small is a message as quiet text.
func Small(id string) Block { return words{id, small} }

// Prose is a longer message to read.
func Prose(id string) Block { return words{id, prose} }

// Title is a message that heads a panel.
func Title(id string) Block { return words{id, title} }

// Heading is a Title in the middle, under a drawing.
func Heading(id string) Block { return words{id, heading} }

// Figure is an amount, as big as the panel allows.
func Figure(id string) Block { return words{id, figure} }

// Greeting is the big first word, without a card.
func Greeting(id string) Block { return words{id, greeting} }

func (t words) Since(p Pen) int { return p.LabelSince(t.id) }

func (t words) kind(p Pen) Type {
	switch t.look {
	case small:
		return p.Small()
	case prose:
		return p.Prose()
	case title:
		return p.Title()
	case heading:
		return p.Title().Centred()
	case figure:
		return p.Figure()
	case greeting:
		k := p.Title().Centred()
		k.Size *= 1.5
		return k
	}
	return p.Body()
}

// within returns the type of the message at a width: a long word makes it
// smaller.
func (t words) within(p Pen, w float32) Type {
	k := t.kind(p)
	if long := p.LongestWord(p.Word(t.id), k); long > w {
		k.Size = max(k.Size*w/long*0.99, 18)
	}
	return k
}

func (t words) Height(p Pen, w float32) float32 {
	return p.TextHeight(p.Word(t.id), w, t.within(p, w))
}

func (t words) Draw(p Pen, r paint.Rect) {
	s := p.Word(t.id)
	p.Text(s, r, t.within(p, r.W))
	n := a11y.Node{ID: t.id, Name: s}
	if t.look == title || t.look == heading || t.look == greeting {
		n.Role, n.Level = a11y.Heading, 2
	}
	p.Say(n, r)
}

// band is a message on a coloured ground, with an icon.
type band struct {
	id        string
	icon      icon.Name
	ink, fill paint.Color
	strong    bool // larger, for good news
	edge      bool // a bar at its left
}

// Success is a green panel with a tick.
func Success(id string) Block {
	return band{id: id, icon: icon.Check, ink: White, fill: Done, strong: true}
}

// Safe is something that reassures.
func Safe(n icon.Name, id string) Block {
	return band{id: id, icon: n, ink: Done, fill: DoneBg, edge: true}
}

// Note is a quiet remark inside a card.
func Note(n icon.Name, id string) Block { return band{id: id, icon: n, ink: Ink, fill: Tint} }

// Remark is a Note that stands on its own.
func Remark(n icon.Name, id string) Block { return band{id: id, icon: n, ink: Ink, fill: White} }

// Warning is something to beware of, with its icon.
func Warning(n icon.Name, id string) Block {
	return band{id: id, icon: n, ink: Warn, fill: WarnBg, edge: true}
}

func (b band) Since(p Pen) int { return p.LabelSince(b.id) }

func (b band) kind(p Pen) Type {
	t := p.Body().In(b.ink)
	if b.strong {
		t.Weight, t.Size = paint.Bold, (p.Fit.Body+p.Fit.Title)/2
	}
	return t
}

// text returns the area of the words inside r.
func (b band) text(p Pen, r paint.Rect) paint.Rect {
	pad := max(p.Fit.Pad*0.8, 9)
	r = paint.Rect{X: r.X + pad, Y: r.Y + pad*0.75, W: r.W - 2*pad, H: r.H - pad*1.5}
	if s := b.side(p); s > 0 {
		r.X, r.W = r.X+s+10, r.W-s-10
	}
	return r
}

func (b band) side(p Pen) float32 {
	if b.icon == icon.None {
		return 0
	}
	return max(p.Fit.Icon, 24)
}

func (b band) Height(p Pen, w float32) float32 {
	in := b.text(p, paint.Rect{W: w})
	return max(p.TextHeight(p.Word(b.id), in.W, b.kind(p)), b.side(p)) - in.H
}

func (b band) Draw(p Pen, r paint.Rect) {
	if p.O != nil && !b.edge && b.fill != Tint {
		p.O.SoftBox(paint.Rect{X: r.X + 2, Y: r.Y + 5, W: r.W - 4, H: r.H - 2}, 14, 20, Ink.Fade(0.14))
	}
	p.Box(r, 14, b.fill)
	if b.edge {
		p.Box(paint.Rect{X: r.X, Y: r.Y + 10, W: 5, H: r.H - 20}, 2.5, b.ink)
	}
	in := b.text(p, r)
	s := b.side(p)
	p.Icon(b.icon, Square(in.X-10-s/2, r.Y+r.H/2, s), b.ink)
	p.Middle(p.Word(b.id), in, b.kind(p))
	p.Say(a11y.Node{ID: b.id, Name: p.Word(b.id)}, r)
}
