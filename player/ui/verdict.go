// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import (
	"videoguida/player/a11y"
	"videoguida/player/icon"
	"videoguida/player/paint"
)

// verdict is a result: an icon and a word, and what they mean, on the result's
// colour.
type verdict struct {
	Always
	tile tile
	why  string
}

// Verdict is the result of a few questions: its title and why it is so.
func Verdict(t Tone, n icon.Name, id, why string) Block {
	return verdict{tile: tile{n, id, t}, why: why}
}

func (v verdict) title(p Pen) Type {
	t := p.Title()
	t.Size = (t.Size + p.Fit.Body) / 2
	return t
}

// side is the icon's, pad the space inside the edge.
func (v verdict) side(p Pen) float32 { return p.Fit.Body * 1.7 }
func (v verdict) pad(p Pen) float32  { return p.Fit.Pad * 0.7 }

// word returns the area of the title in a verdict at r.
func (v verdict) word(p Pen, r paint.Rect) paint.Rect {
	d, s := v.pad(p), v.side(p)
	in := paint.Rect{X: r.X + d + 6 + s + 10, Y: r.Y + d, W: r.W - 2*d - s - 16}
	in.H = max(p.TextHeight(p.Word(v.tile.id), in.W, v.title(p)), s)
	return in
}

// reason returns the area of the text under it.
func (v verdict) reason(p Pen, r paint.Rect) paint.Rect {
	top, d := v.word(p, r), v.pad(p)
	in := paint.Rect{X: r.X + d + 6, Y: top.Y + top.H + 4, W: r.W - 2*d - 6}
	in.H = p.TextHeight(p.Word(v.why), in.W, p.Prose())
	return in
}

func (v verdict) Height(p Pen, w float32) float32 {
	in := v.reason(p, paint.Rect{W: w})
	return in.Y + in.H + v.pad(p)
}

func (v verdict) Draw(p Pen, r paint.Rect) {
	ink, fill := v.tile.tone.colours()
	p.Box(r, 14, fill)
	p.Box(paint.Rect{X: r.X, Y: r.Y + 10, W: 5, H: r.H - 20}, 2.5, ink)
	at, why := v.word(p, r), v.reason(p, r)
	p.Icon(v.tile.icon, Square(at.X-10-v.side(p)/2, at.Y+at.H/2, v.side(p)), ink)
	p.Middle(p.Word(v.tile.id), at, v.title(p).In(ink))
	p.Say(a11y.Node{ID: v.tile.id, Role: a11y.Heading, Level: 2, Name: p.Word(v.tile.id)}, at)
	p.Text(p.Word(v.why), why, p.Prose())
	p.Say(a11y.Node{ID: v.why, Name: p.Word(v.why)}, why)
}

// under is a message under a short one that says what it is about.
type under struct {
	Always
	icon      icon.Name
	about, id string
}

// Under is a message with a small heading over it.
func Under(n icon.Name, about, id string) Block { return under{icon: n, about: about, id: id} }

// side is the icon's; the barest fit does without.
func (u under) side(p Pen) float32 {
	if p.Fit.Icon == 0 {
		return 0
	}
	return p.Fit.Body * 1.2
}

// name returns the area of the heading.
func (u under) name(p Pen, r paint.Rect) paint.Rect {
	if s := u.side(p); s > 0 {
		r.X, r.W = r.X+s+8, r.W-s-8
	}
	r.Y += p.Fit.Gap - gapY
	r.H = p.TextHeight(p.Word(u.about), r.W, p.Strong())
	return r
}

func (u under) Height(p Pen, w float32) float32 {
	in := u.name(p, paint.Rect{W: w})
	return in.Y + in.H + p.TextHeight(p.Word(u.id), w, p.Prose())
}

func (u under) Draw(p Pen, r paint.Rect) {
	at := u.name(p, r)
	if s := u.side(p); s > 0 {
		p.Icon(u.icon, Square(r.X+s/2, at.Y+at.H/2, s), Deep)
	}
	p.Text(p.Word(u.about), at, p.Strong().In(Deep))
	p.Say(a11y.Node{ID: u.about, Role: a11y.Heading, Level: 3, Name: p.Word(u.about)}, at)
	rest := paint.Rect{X: r.X, Y: at.Y + at.H, W: r.W, H: r.Y + r.H - at.Y - at.H}
	p.Text(p.Word(u.id), rest, p.Prose())
	p.Say(a11y.Node{ID: u.id, Name: p.Word(u.id)}, rest)
}
