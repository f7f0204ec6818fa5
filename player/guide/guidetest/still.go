// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package guidetest

import (
	"fmt"
	"testing"

	"videoguida/player"
	"videoguida/player/paint"
)

// still is a canvas that notices what moves from frame to frame.
type still struct {
	was, now map[string]paint.Rect // by what it is: where it lies
	moved    map[string]int        // for how many frames in a row
	face     paint.Rect
	count    map[string]int // things alike in this frame
}

// stillStep is the time between two frames, ms.
const stillStep = 40

// Still: with less motion nothing travels, grows or shrinks: from frame to
// frame only opacities and the officer's face differ. What a beat puts
// elsewhere is there at once.
func (s Suite) Still(t *testing.T, pr Profile) {
	p := s.Player(t, pr, "it")
	p.Resize(player.View{W: 390, H: 616, Reduced: true})
	c := &still{moved: map[string]int{}}
	var ops paint.Ops
	told := map[string]bool{}
	for ms := 0; ms < p.Timeline().Duration; ms += stillStep {
		p.Advance(0, player.Input{Kind: player.Seek, Ms: ms})
		p.Paint(&ops)
		c.begin(p.Face())
		ops.Replay(c, 1)
		line := p.Timeline().Lines[p.Timeline().LineAt(ms)].ID
		for what := range c.moving() {
			if where := line + ": " + what; !told[where] {
				told[where] = true
				t.Errorf("%s moves, %d ms", where, ms)
			}
		}
	}
	if len(c.now) == 0 {
		t.Error("nothing was painted")
	}
}

func (c *still) begin(face paint.Rect) {
	c.was, c.now, c.count = c.now, map[string]paint.Rect{}, map[string]int{}
	c.face = face
}

// moving returns what has moved in this frame and in the two before: that is
// no leap to another place, nor one thing taken for the next.
func (c *still) moving() map[string]bool {
	out := map[string]bool{}
	for what, r := range c.now {
		if w, ok := c.was[what]; !ok || near(w, r) {
			delete(c.moved, what)
			continue
		}
		if c.moved[what]++; c.moved[what] > 2 {
			out[what] = true
		}
	}
	return out
}

func near(a, b paint.Rect) bool {
	d := max(a.X-b.X, b.X-a.X, a.Y-b.Y, b.Y-a.Y, a.W-b.W, b.W-a.W, a.H-b.H, b.H-a.H)
	return d < 0.1
}

// put remembers where something lies; things alike are told apart by their order.
func (c *still) put(what string, r paint.Rect) {
	c.count[what]++
	c.now[fmt.Sprintf("%s %d", what, c.count[what])] = r
}

// Shape implements paint.Canvas.
func (c *still) Shape(s *paint.Shape, m paint.Matrix, opacity float32) {
	b := s.Path.Bounds()
	at := m.Apply(paint.Point{X: b.X + b.W/2, Y: b.Y + b.H/2})
	r := paint.Rect{X: at.X, Y: at.Y, W: b.W * m.A, H: b.H * m.D}
	if opacity > 0 && !(at.X > c.face.X && at.X < c.face.X+c.face.W && at.Y > c.face.Y && at.Y < c.face.Y+c.face.H) {
		c.put(fmt.Sprintf("shape %p", s), r)
	}
}

// Box implements paint.Canvas.
func (c *still) Box(r paint.Rect, radius, soft float32, col paint.Color) {
	if col.A > 0 && soft == 0 {
		c.put(fmt.Sprintf("box #%02X%02X%02X", col.R, col.G, col.B), r)
	}
}

// Text implements paint.Canvas.
func (c *still) Text(s string, p paint.Point, _ paint.Weight, size float32, col paint.Color) {
	if col.A > 0 {
		c.put("text "+s, paint.Rect{X: p.X, Y: p.Y, H: size})
	}
}
