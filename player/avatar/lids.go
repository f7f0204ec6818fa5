// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

import (
	"math"

	"videoguida/player/paint"
)

// The parts of an eye that morph, drawn for the left one.
const (
	lid = iota
	shade
	lash
	lowerLid
)

// morph is an outline that closes point by point: both paths have the same
// nodes.
type morph struct {
	open, closed string
	fill         paint.Color
}

// lidSteps is in how many steps a lid closes: enough for a blink at sixty
// frames a second, few enough to keep them all.
const lidSteps = 8

func (m morph) steps() (out [lidSteps + 1]*paint.Shape) {
	a, b := outline(m.open), outline(m.closed)
	for k := range out {
		u := float32(k) / lidSteps
		p := paint.Path{Verbs: a.Verbs, Pts: make([]paint.Point, len(a.Pts))}
		for i := range a.Pts {
			p.Pts[i] = lerpPoint(a.Pts[i], b.Pts[i], u)
		}
		out[k] = &paint.Shape{Path: p, Fill: m.fill}
	}
	return out
}

// closing returns how far the upper lid closes: a lowered gaze takes it along.
func (f *Face) closing() float32 {
	return min(max(f.Blink, f.Gaze.Y*0.28/gazeY), 1)
}

// opening returns how wide the upper lid opens: a raised gaze lifts it.
func (f *Face) opening() float32 {
	return min(max(f.Wide, -f.Gaze.Y*0.5/gazeY), 1) * (1 - f.closing())
}

// Limits of the gaze: beyond them the lids no longer hide the iris's edge.
const (
	gazeX = 7
	gazeY = 5
)

// eye records one eye; m maps the left eye's space and irisAt that of the iris,
// whose light no mirror moves.
func (r *Rig) eye(o *paint.Ops, m, irisAt paint.Matrix, f *Face) {
	r.draw(o, white, m)
	r.draw(o, iris, irisAt)
	low := step(f.Squint, lidSteps)
	o.Shape(r.lids[lowerLid][low], m)
	r.draw(o, crease, m.Mul(paint.Translate(0, -6*float32(low)/lidSteps)))
	high := step(f.closing(), lidSteps)
	up := m.Mul(paint.Translate(0, -3*f.opening()))
	for _, part := range [...]int{lid, shade, lash} {
		o.Shape(r.lids[part][high], up)
	}
}

// step quantises u (0…1) into n steps.
func step(u float32, n int) uint8 {
	return uint8(math.Round(float64(min(max(u, 0), 1)) * float64(n)))
}

func lerp(a, b, u float32) float32 { return a + (b-a)*u }

func lerpPoint(a, b paint.Point, u float32) paint.Point {
	return paint.Point{X: lerp(a.X, b.X, u), Y: lerp(a.Y, b.Y, u)}
}
