// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import (
	"strconv"

	"videoguida/player/a11y"
	"videoguida/player/icon"
	"videoguida/player/paint"
)

// Tone colours a tile; icon and word carry the same meaning.
type Tone uint8

// Tones.
const (
	Calm Tone = iota // one of several things of equal weight
	Good
	Careful
	Over
)

func (t Tone) colours() (ink, fill paint.Color) {
	switch t {
	case Good:
		return Done, DoneBg
	case Careful:
		return Warn, WarnBg
	case Over:
		return Stop, StopBg
	}
	return Deep, Tint
}

// tile is an icon over or beside a word.
type tile struct {
	icon icon.Name
	id   string
	tone Tone
}

// Tile is one of several equal panels: an icon and a message.
func Tile(n icon.Name, id string) Block { return tile{n, id, Calm} }

// ToneTile is a Tile with a colour.
func ToneTile(n icon.Name, id string, t Tone) Block { return tile{n, id, t} }

func (t tile) Since(p Pen) int { return p.LabelSince(t.id) }

// upright reports whether the icon stands over the word.
func (t tile) upright(p Pen, w float32) bool { return w < 240*p.Fit.Body/18 && !p.Fit.Tight() }

// Least returns the width at which the longest word still fits.
func (t tile) Least(p Pen) float32 {
	w := p.LongestWord(p.Word(t.id), p.Strong()) + 1.4*p.Fit.Pad
	if p.Fit.Tight() {
		w += t.beside(p) + 8
	}
	return w
}

func (t tile) badge(p Pen) float32 { return max(p.Fit.Icon, 24) * 1.55 }

func (t tile) Height(p Pen, w float32) float32 {
	pad := p.Fit.Pad * 0.7
	if t.upright(p, w) {
		return t.badge(p) + 6 + p.TextHeight(p.Word(t.id), w-2*pad, p.Strong()) + 2*pad
	}
	side := t.beside(p)
	return max(side, p.TextHeight(p.Word(t.id), w-2*pad-side-8, p.Strong())) + 2*pad*0.8
}

// beside is the width of the icon next to the word: bare fits leave it small.
func (t tile) beside(p Pen) float32 {
	if p.Fit.Tight() {
		return 24
	}
	return t.badge(p)
}

func (t tile) Draw(p Pen, r paint.Rect) {
	pad := p.Fit.Pad * 0.7
	ink, fill := t.tone.colours()
	p.Box(r, 14, fill)
	s := p.Word(t.id)
	if t.upright(p, r.W) {
		b := t.badge(p)
		p.Disc(r.X+r.W/2, r.Y+pad+b/2, b/2, White)
		p.Icon(t.icon, Square(r.X+r.W/2, r.Y+pad+b/2, b*0.64), ink)
		p.Middle(s, paint.Rect{X: r.X + pad, Y: r.Y + pad + b + 6, W: r.W - 2*pad, H: r.H - 2*pad - b - 6}, p.Strong().In(ink).Centred())
	} else {
		b := t.beside(p)
		if !p.Fit.Tight() {
			p.Disc(r.X+pad+b/2, r.Y+r.H/2, b/2, White)
			p.Icon(t.icon, Square(r.X+pad+b/2, r.Y+r.H/2, b*0.64), ink)
		} else {
			p.Icon(t.icon, Square(r.X+pad+b/2, r.Y+r.H/2, b), ink)
		}
		p.Middle(s, paint.Rect{X: r.X + pad + b + 8, Y: r.Y, W: r.W - 2*pad - b - 8, H: r.H}, p.Strong().In(ink))
	}
	p.Say(a11y.Node{ID: t.id, Name: s}, r)
}

// step is a numbered thing to do.
type step struct {
	number int
	id     string
}

// Step is thing number n of a list of things to do. The number is part of its
// name.
func Step(n int, id string) Block { return step{n, id} }

func (s step) Since(p Pen) int { return p.LabelSince(s.id) }

func (s step) side(p Pen) float32 { return p.Fit.Body * 2 }

func (s step) Height(p Pen, w float32) float32 {
	return max(s.side(p), p.TextHeight(p.Word(s.id), w-s.side(p)-12, p.Body()))
}

// digits writes 1 to 9 without allocating.
const digits = "0123456789"

func (s step) Draw(p Pen, r paint.Rect) {
	d := s.side(p)
	p.Disc(r.X+d/2, r.Y+r.H/2, d/2, Primary)
	t := Type{paint.Bold, p.Fit.Body * 1.1, White, true}
	p.Middle(digits[s.number:s.number+1], paint.Rect{X: r.X, Y: r.Y + r.H/2 - d/2, W: d, H: d}, t)
	p.Middle(p.Word(s.id), paint.Rect{X: r.X + d + 12, Y: r.Y, W: r.W - d - 12, H: r.H}, p.Body())
	if p.T != nil {
		p.Say(a11y.Node{ID: s.id, Name: p.Word(s.id), Value: strconv.Itoa(s.number)}, r)
	}
}
