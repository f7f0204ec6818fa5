// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package guidetest

import (
	"testing"

	"videoguida/player"
	"videoguida/player/paint"
	"videoguida/player/typeset"
	"videoguida/player/typeset/titillium"
)

// NeverOverTheFace watches a profile's whole guide frame by frame: while panels
// and officer change places, no text that can be read lies on her face.
func (s Suite) NeverOverTheFace(t *testing.T, pr Profile) {
	fonts, err := titillium.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, view := range []player.View{{W: 390, H: 616}, {W: 1280, H: 666, Bottom: 150}} {
		p := s.Player(t, pr, "it")
		p.Resize(view)
		c := &faceProbe{fonts: fonts}
		var o paint.Ops
		for ms := 0; ms < p.Timeline().Duration; ms += 40 {
			p.Advance(0, player.Input{Kind: player.Seek, Ms: ms})
			c.face, c.hit = p.Face().Inset(4), ""
			p.Paint(&o)
			o.Replay(c, 1)
			if c.hit != "" {
				t.Errorf("%vx%v at %d ms: %q lies on the face", view.W, view.H, ms, c.hit)
			}
		}
		if c.texts == 0 {
			t.Error("nothing was painted")
		}
	}
}

// faceProbe is a canvas that looks for readable text on the face.
type faceProbe struct {
	fonts *typeset.Fonts
	face  paint.Rect
	hit   string
	texts int
}

// Shape implements paint.Canvas.
func (c *faceProbe) Shape(*paint.Shape, paint.Matrix, float32) {}

// Box implements paint.Canvas.
func (c *faceProbe) Box(paint.Rect, float32, float32, paint.Color) {}

// Text implements paint.Canvas.
func (c *faceProbe) Text(s string, p paint.Point, w paint.Weight, size float32, col paint.Color) {
	c.texts++
	if col.A > 90 && meet(paint.Rect{X: p.X, Y: p.Y - size*0.75, W: c.fonts.Measure(s, w, size), H: size * 0.95}, c.face) {
		c.hit = s
	}
}
