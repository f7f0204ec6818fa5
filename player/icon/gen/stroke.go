// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"math"
	"strconv"
	"strings"

	"videoguida/player/paint"
)

// contour is a flattened line, closed or open.
type contour struct {
	pts    []paint.Point
	closed bool
}

// steps is how many straight pieces stand for one curve.
const steps = 7

// flatten returns the path's contours without repeated points.
func flatten(p *paint.Path) []contour {
	var out []contour
	i := 0
	push := func(q paint.Point) {
		c := &out[len(out)-1]
		if n := len(c.pts); n == 0 || dist(c.pts[n-1], q) > 0.01 {
			c.pts = append(c.pts, q)
		}
	}
	for _, v := range p.Verbs {
		switch v {
		case paint.Move:
			out = append(out, contour{})
			push(p.Pts[i])
			i++
		case paint.Line:
			push(p.Pts[i])
			i++
		case paint.Cubic:
			a := out[len(out)-1].pts[len(out[len(out)-1].pts)-1]
			for k := 1; k <= steps; k++ {
				push(bezier([4]paint.Point{a, p.Pts[i], p.Pts[i+1], p.Pts[i+2]}, float32(k)/steps))
			}
			i += 3
		case paint.Close:
			c := &out[len(out)-1]
			c.closed = true
			if n := len(c.pts); dist(c.pts[0], c.pts[n-1]) < 0.01 {
				c.pts = c.pts[:n-1]
			}
		}
	}
	return out
}

func dist(a, b paint.Point) float64 { return math.Hypot(float64(a.X-b.X), float64(a.Y-b.Y)) }

func bezier(p [4]paint.Point, u float32) paint.Point {
	v := 1 - u
	w := [4]float32{v * v * v, 3 * v * v * u, 3 * v * u * u, u * u * u}
	return paint.Point{
		X: w[0]*p[0].X + w[1]*p[1].X + w[2]*p[2].X + w[3]*p[3].X,
		Y: w[0]*p[0].Y + w[1]*p[1].Y + w[2]*p[2].Y + w[3]*p[3].Y,
	}
}

func (ic *drawing) fill(p *paint.Path) {
	for _, c := range flatten(p) {
		ic.write(c.pts)
	}
}

// stroke appends the band of radius r around a line. An open line becomes one
// contour, out along one side and back along the other, with round ends; a
// closed one becomes its outer and its inner edge, wound opposite ways.
func (ic *drawing) stroke(c contour, r float32) {
	n := len(c.pts)
	back := make([]paint.Point, n)
	for i, q := range c.pts {
		back[n-1-i] = q
	}
	if c.closed {
		ic.write(side(c.pts, r, true))
		ic.write(side(back, r, true))
		return
	}
	ic.write(append(side(c.pts, r, false), side(back, r, false)...))
}

// side walks along the left of a line at distance r. It takes the middle of
// gentle bends, rounds the outside of corners, passes through the corner
// itself on their inside, and ends an open line with half a circle.
func side(pts []paint.Point, r float32, closed bool) []paint.Point {
	var out []paint.Point
	n := len(pts)
	segments := n - 1
	if closed {
		segments = n
	}
	smooth := false // the last corner already gave this segment's start
	for i := range segments {
		a, b := pts[i], pts[(i+1)%n]
		dir := heading(a, b)
		if !smooth {
			out = append(out, offset(a, dir, r))
		}
		if !closed && i == segments-1 {
			return append(append(out, offset(b, dir, r)), arc(b, dir, math.Pi, r)...)
		}
		turn := heading(b, pts[(i+2)%n]) - dir
		turn = math.Mod(turn+3*math.Pi, 2*math.Pi) - math.Pi
		smooth = math.Abs(turn) <= 0.35
		switch {
		case smooth:
			out = append(out, offset(b, dir+turn/2, r))
		case turn > 0:
			out = append(append(out, offset(b, dir, r)), arc(b, dir, turn, r)...)
		default:
			out = append(out, offset(b, dir, r), b)
		}
	}
	return out
}

func heading(a, b paint.Point) float64 { return math.Atan2(float64(b.Y-a.Y), float64(b.X-a.X)) }

// offset returns the point at distance r to the left of q, seen along dir.
func offset(q paint.Point, dir float64, r float32) paint.Point {
	s, c := math.Sincos(dir - math.Pi/2)
	return paint.Point{X: q.X + r*float32(c), Y: q.Y + r*float32(s)}
}

// arc returns the points of a bend of turn radians around q, after its first.
func arc(q paint.Point, dir, turn float64, r float32) (out []paint.Point) {
	n := int(math.Ceil(turn / 0.4))
	for k := 1; k <= n; k++ {
		out = append(out, offset(q, dir+turn*float64(k)/float64(n), r))
	}
	return out
}

func (ic *drawing) write(pts []paint.Point) {
	op, last := "M", ""
	for _, q := range pts {
		s := short(q.X) + " " + short(q.Y)
		if s == last {
			continue
		}
		ic.d.WriteString(op + s)
		op, last = "L", s
	}
	ic.d.WriteString("Z")
}

func short(f float32) string {
	s := strconv.FormatFloat(float64(f), 'f', 2, 32)
	s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}
