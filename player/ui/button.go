// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import (
	"videoguida/player/a11y"
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/story"
)

// button is a target that the person can press. Its node is the real control.
type button struct {
	id     string
	icon   icon.Name
	action string // empty: the scene's button with this id says it
	link   string // service that the button opens, or empty
	full   bool   // filled, the main thing to do
}

// Button is the scene's button with this id: a link to a service or a file to
// save.
func Button(n icon.Name, id string) Block { return button{id: id, icon: n} }

// Main is a Button that stands out.
func Main(n icon.Name, id string) Block { return button{id: id, icon: n, full: true} }

// Do is a button with an action of the player.
func Do(n icon.Name, id, action string) Block { return button{id: id, icon: n, action: action} }

// MainDo is a Do that stands out.
func MainDo(n icon.Name, id, action string) Block {
	return button{id: id, icon: n, action: action, full: true}
}

// Link is a button that opens a service which is not the scene's own.
func Link(n icon.Name, id, service string) Block { return button{id: id, icon: n, link: service} }

func (b button) Since(p Pen) int { return p.LabelSince(b.id) }

// Target is the least height of a control, CSS px.
const Target = 48

// inner returns the area of the label.
func (b button) inner(p Pen, r paint.Rect) paint.Rect {
	pad := max(p.Fit.Pad*0.8, 10)
	r.X, r.W = r.X+pad, r.W-2*pad
	if s := b.side(p); s > 0 {
		r.X, r.W = r.X+s+10, r.W-s-10
	}
	if b.away(p) {
		r.W -= 24
	}
	return r
}

// side is the icon's; the barest fit does without.
func (b button) side(p Pen) float32 {
	if b.icon == icon.None || p.Fit.Icon == 0 {
		return 0
	}
	return max(p.Fit.Icon, 24)
}

// Least returns the width at which the longest word of the label still fits.
func (b button) Least(p Pen) float32 {
	return p.LongestWord(p.Word(b.id), p.Strong()) + 100 - b.inner(p, paint.Rect{W: 100}).W
}

// away reports whether the button leaves the guide for a service.
func (b button) away(p Pen) bool {
	s := p.Button(b.id)
	return b.link != "" || b.action == "" && s != nil && s.Service != ""
}

func (b button) Height(p Pen, w float32) float32 {
	in := b.inner(p, paint.Rect{W: w})
	return max(Target, p.TextHeight(p.Word(b.id), in.W, p.Strong())+p.Fit.Pad*0.8)
}

func (b button) Draw(p Pen, r paint.Rect) {
	ink := Deep
	b.halo(p, r)
	if b.full {
		ink = White
		p.Box(r, 12, Primary)
	} else {
		p.Frame(r, 12, Edge{2, Primary}, White)
	}
	in := b.inner(p, r)
	if b.side(p) > 0 {
		p.Icon(b.icon, Square(in.X-10-b.side(p)/2, r.Y+r.H/2, b.side(p)), ink)
	}
	if b.away(p) {
		p.Icon(icon.ExternalLink, Square(in.X+in.W+14, r.Y+r.H/2, 20), ink)
	}
	p.Middle(p.Word(b.id), in, p.Strong().In(ink))
	p.Say(b.node(p), r)
}

// halo lights the button up for a second after it entered.
func (b button) halo(p Pen, r paint.Rect) {
	since := b.Since(p)
	if p.O == nil || p.M.Reduced || since > 1200 {
		return
	}
	p.O.SoftBox(r.Inset(-5), 16, 18, Primary.Fade(0.55*(1-float32(since)/1200)))
}

func (b button) node(p Pen) a11y.Node {
	n := a11y.Node{ID: b.id, Role: a11y.Button, Name: p.Word(b.id), Action: b.action}
	if b.link != "" && p.T != nil {
		n.Role, n.Action = a11y.Link, p.T.Join([4]string{"open:", b.link})
		return n
	}
	if s := p.Button(b.id); b.action == "" && s != nil && p.T != nil {
		if s.Service != "" {
			n.Role = a11y.Link
		}
		n.Action = p.Action(s)
	}
	return n
}

// Action returns what a press of the scene's button does.
func (p Pen) Action(s *story.Button) string {
	if s.Service != "" {
		return p.T.Join([4]string{"open:", s.Service})
	}
	return p.T.Join([4]string{"save:", s.Action})
}
