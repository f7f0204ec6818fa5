// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package guidetest

import (
	"strings"
	"testing"

	"videoguida/player"
	"videoguida/player/a11y"
	"videoguida/player/paint"
	"videoguida/player/typeset"
	"videoguida/player/typeset/titillium"
)

// Stages returns the stage's sizes, CSS px, with what captions take.
func Stages() []player.View {
	return []player.View{
		{W: 320, H: 300}, {W: 320, H: 420}, {W: 360, H: 500}, {W: 390, H: 616}, {W: 430, H: 720},
		{W: 768, H: 880}, {W: 740, H: 300, Bottom: 60}, {W: 1280, H: 666, Bottom: 150}, {W: 1920, H: 960, Bottom: 170},
	}
}

// Told is a profile and the language in which it is told.
type Told struct {
	Profile Profile
	Lang    string
}

// Layout: on every stage and at every marker, no text leaves the stage, covers
// the face or another text, or is too small, and every control is large and
// far enough from the next.
func (s Suite) Layout(t *testing.T, people []Told) {
	for _, view := range Stages() {
		texts := 0
		for _, who := range people {
			p := s.Player(t, who.Profile, who.Lang)
			p.Resize(view)
			probe := NewProbe(t, view)
			EveryMark(p, func(p *player.Player, line, marker string) {
				probe.Look(p, who.Lang+" "+who.Profile.Name+" "+line+" "+marker)
			})
			texts += probe.texts
		}
		if texts == 0 {
			t.Error("nothing was painted")
		}
		if t.Failed() {
			t.Fatalf("at %vx%v", view.W, view.H)
		}
	}
}

// Probe looks at frames of one stage: it is a canvas that checks each text
// against the stage, the face and the nodes.
type Probe struct {
	t     *testing.T
	where string
	fonts *typeset.Fonts
	view  player.View
	face  paint.Rect
	texts int
	tree  a11y.Tree
	ops   paint.Ops
	rects []paint.Rect // of the frame's texts so far
}

// NewProbe returns a probe of a stage.
func NewProbe(t *testing.T, view player.View) *Probe {
	t.Helper()
	fonts, err := titillium.Load()
	if err != nil {
		t.Fatal(err)
	}
	return &Probe{t: t, fonts: fonts, view: view}
}

// Look checks the frame that p shows.
func (c *Probe) Look(p *player.Player, where string) {
	c.where, c.rects, c.face = where, c.rects[:0], p.Face()
	p.Describe(&c.tree)
	p.Paint(&c.ops)
	c.ops.Replay(c, 1)
	c.controls()
}

// Shape implements paint.Canvas.
func (c *Probe) Shape(*paint.Shape, paint.Matrix, float32) {}

// Box implements paint.Canvas.
func (c *Probe) Box(paint.Rect, float32, float32, paint.Color) {}

// Text implements paint.Canvas.
func (c *Probe) Text(s string, p paint.Point, w paint.Weight, size float32, col paint.Color) {
	if col.A == 0 {
		return
	}
	c.texts++
	r := paint.Rect{X: p.X, Y: p.Y - size*0.75, W: c.fonts.Measure(s, w, size), H: size * 0.95}
	if r.X < 0 || r.Y < 0 || r.X+r.W > c.view.W+0.5 || r.Y+r.H > c.view.H {
		c.t.Errorf("%s: %q at %v leaves the stage", c.where, s, r)
	}
	if c.view.W > c.view.H*1.15 && r.Y+r.H > c.view.H-c.view.Bottom {
		c.t.Errorf("%s: %q at %v lies under the captions", c.where, s, r)
	}
	if meet(r, c.face) {
		c.t.Errorf("%s: %q at %v covers the face at %v", c.where, s, r, c.face)
	}
	for _, o := range c.rects {
		if meet(r.Inset(1), o.Inset(1)) {
			c.t.Errorf("%s: %q at %v covers another text at %v", c.where, s, r, o)
		}
	}
	c.rects = append(c.rects, r)
	if !c.inItsNode(s, r) {
		c.t.Errorf("%s: %q at %v lies in no node that says it", c.where, s, r)
	}
	if size < 18 && (size < 14 || !digits(s) && !axis(s)) {
		c.t.Errorf("%s: %q is set at %v px", c.where, s, size)
	}
}

// inItsNode reports whether a node that says s covers r.
func (c *Probe) inItsNode(s string, r paint.Rect) bool {
	for _, n := range c.tree.Nodes {
		b := paint.Rect{X: n.Bounds.X - 4, Y: n.Bounds.Y - 4, W: n.Bounds.W + 8, H: n.Bounds.H + 8}
		inside := r.X >= b.X && r.Y >= b.Y && r.X+r.W <= b.X+b.W && r.Y+r.H <= b.Y+b.H
		if inside && (n.Grid != nil || strings.Contains(n.Name+"\n"+n.Value, s)) {
			return true
		}
	}
	return false
}

// axis reports whether s is what the horizontal axis is called.
func axis(s string) bool { return s == "mese" || s == "Monat" || s == "month" }

// digits reports whether s is a label of an axis.
func digits(s string) bool {
	for _, r := range s {
		if (r < '0' || r > '9') && r != '.' && r != ',' {
			return false
		}
	}
	return true
}

func meet(a, b paint.Rect) bool {
	return a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H
}

func (c *Probe) controls() {
	var before []a11y.Node
	for _, n := range c.tree.Nodes {
		b := n.Bounds
		r := paint.Rect{X: b.X, Y: b.Y, W: b.W, H: b.H}
		if n.Role != a11y.Button && n.Role != a11y.Link && n.Role != a11y.Slider {
			continue
		}
		if b.H < 44 || b.W < 48 {
			c.t.Errorf("%s: %s measures %v by %v", c.where, n.ID, b.W, b.H)
		}
		if b.X < 0 || b.Y < 0 || b.X+b.W > c.view.W || b.Y+b.H > c.view.H+0.5 || meet(r, c.face) {
			c.t.Errorf("%s: %s at %v leaves the stage or covers the face", c.where, n.ID, b)
		}
		for _, o := range before {
			if meet(r.Inset(-7.9), paint.Rect{X: o.Bounds.X, Y: o.Bounds.Y, W: o.Bounds.W, H: o.Bounds.H}) {
				c.t.Errorf("%s: %s and %s are too close", c.where, n.ID, o.ID)
			}
		}
		before = append(before, n)
	}
}
