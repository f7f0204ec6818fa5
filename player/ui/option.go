// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import (
	"videoguida/player/a11y"
	"videoguida/player/paint"
)

// option is one answer to a question: what it says and what that means.
type option struct {
	Always
	id, help string // messages; a catalog may lack the help
	action   string
}

// Option is an answer as a button. Its help is painted where there is room and
// is always part of its name.
func Option(id, help, action string) Block { return option{id: id, help: help, action: action} }

// pad is the space beside the words.
func (o option) pad(p Pen) float32 { return max(p.Fit.Pad*0.7, 12) }

// Least returns the width at which the longest word still fits.
func (o option) Least(p Pen) float32 { return p.LongestWord(p.Word(o.id), p.Strong()) + 2*o.pad(p) }

// Line returns the width at which the answer takes one line.
func (o option) Line(p Pen) float32 {
	return p.TextWidth(p.Word(o.id), 1e4, p.Strong()) + 2*o.pad(p) + 1
}

// roomForHelp is the narrowest answer with its help, CSS px.
const roomForHelp = 264

// shown is the help that is painted.
func (o option) shown(p Pen, w float32) string {
	if p.Fit.Snug() || w < roomForHelp {
		return ""
	}
	return p.Word(o.help)
}

func (o option) Height(p Pen, w float32) float32 {
	in := w - 2*o.pad(p)
	h := p.TextHeight(p.Word(o.id), in, p.Strong()) + p.TextHeight(o.shown(p, w), in, p.Small())
	return max(h+p.Fit.Pad*0.9, Target)
}

func (o option) Draw(p Pen, r paint.Rect) {
	p.Frame(r, 12, Edge{2, Primary}, White)
	in := paint.Rect{X: r.X + o.pad(p), W: r.W - 2*o.pad(p)}
	help := o.shown(p, r.W)
	h := p.TextHeight(p.Word(o.id), in.W, p.Strong()) + p.TextHeight(help, in.W, p.Small())
	in.Y = r.Y + (r.H-h)/2
	in.Y += p.Text(p.Word(o.id), in, p.Strong().In(Deep))
	p.Text(help, in, p.Small())
	if p.T == nil {
		return
	}
	name := p.Word(o.id)
	if s := p.Word(o.help); s != "" {
		name = p.T.Join([4]string{name, ". ", s})
	}
	p.Say(a11y.Node{ID: o.id, Role: a11y.Button, Name: name, Action: o.action}, r)
}
