// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

import "videoguida/player/paint"

// curve is one cubic segment.
type curve [4]paint.Point

// half returns the left half of a lip line, from the corner to the middle.
func half(w, c, m, rnd float32, top bool) curve {
	ex, ey, kx := .14*(1-rnd), .62-.07*rnd, .60-.05*rnd
	if top {
		ex, ey, kx = .40*(1-rnd), .60-.05*rnd, .50+.05*rnd
	}
	return curve{{X: -w, Y: c}, {X: -w + ex*w, Y: c + (m-c)*ey}, {X: -kx * w, Y: m}, {X: 0, Y: m}}
}

func (c curve) mirror() curve {
	for i := range c {
		c[i].X = -c[i].X
	}
	return c
}

func (c curve) reverse() curve { return curve{c[3], c[2], c[1], c[0]} }

// after returns the part of the curve from u to its end.
func (c curve) after(u float32) curve {
	a, b, d := lerpPoint(c[0], c[1], u), lerpPoint(c[1], c[2], u), lerpPoint(c[2], c[3], u)
	e, f := lerpPoint(a, b, u), lerpPoint(b, d, u)
	return curve{lerpPoint(e, f, u), f, d, c[3]}
}

// lens closes a shape between an upper and a lower half line, both mirrored.
func lens(top, bottom curve, fill paint.Color) *paint.Shape {
	s := &paint.Shape{Fill: fill}
	s.Path.MoveTo(top[0].X, top[0].Y)
	for _, c := range [...]curve{top, top.mirror().reverse(), bottom.mirror(), bottom.reverse()} {
		s.Path.CubicTo(c[1].X, c[1].Y, c[2].X, c[2].Y, c[3].X, c[3].Y)
	}
	s.Path.Close()
	return s
}

// edge is the flat inner line of teeth or tongue: it leaves from, has its
// handles at the shares k of from's x and ends in the middle at y2.
func edge(from, k paint.Point, y1, y2 float32) curve {
	return curve{from, {X: from.X * k.X, Y: y1}, {X: from.X * k.Y, Y: y2}, {X: 0, Y: y2}}
}
