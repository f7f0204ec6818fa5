// Package avatar draws the officer: a rig of shapes compiled from the drawing
// in rig/, a mouth built from ten numbers, and the small motions of life.
//
// A pose is a pure function of time and of what is said, so any frame can be
// drawn again. The rig's space is 1000 × 900, waist at the bottom edge.
package avatar

//go:generate go run ./gen

import (
	"math"

	"videoguida/player/paint"
	"videoguida/player/paint/svgpath"
)

// piece is one shape of the drawing.
type piece struct {
	limb, part string // torso, arm-left… ; iris-l, brow-r…
	m          paint.Matrix
	fill       paint.Color
	ramp       *paint.Gradient
	d          string
}

// Rig is the avatar ready to be painted. It keeps its shapes, so that backends
// can keep what they made of them.
type Rig struct {
	pieces []placed
	mouths mouths
}

type placed struct {
	shape *paint.Shape
	m     paint.Matrix
	limb  limb
	part  part
}

// limb says which motion a piece follows.
type limb uint8

const (
	torso limb = iota
	arm
	neck
	head
)

// part marks the pieces that move on their own.
type part uint8

const (
	other part = iota
	iris
	upperLid
	brow
	noseHere // the mouth is drawn right after the nose
)

// New decodes the drawing.
func New() *Rig {
	r := &Rig{}
	for i := range drawn {
		d := &drawn[i]
		path, err := svgpath.Parse(d.d)
		if err != nil {
			continue // a test decodes every piece
		}
		s := &paint.Shape{Path: path, Fill: d.fill, Ramp: d.ramp}
		r.pieces = append(r.pieces, placed{s, d.m, limbOf(d.limb), partOf(d.part)})
	}
	return r
}

func limbOf(s string) limb {
	switch s {
	case "arm-left", "arm-right":
		return arm
	case "neck":
		return neck
	case "head", "hair-front":
		return head
	}
	return torso
}

func partOf(s string) part {
	switch s {
	case "iris-l", "iris-r":
		return iris
	case "lid-upper-l", "lid-upper-r":
		return upperLid
	case "brow-l", "brow-r":
		return brow
	case "nose":
		return noseHere
	}
	return other
}

// Pose is how the avatar stands in one frame.
type Pose struct {
	Breath float32     // 0…1
	Tilt   float32     // of the head, degrees
	Gaze   paint.Point // px of the rig
	Blink  float32     // 0 open … 1 closed
	Mouth  Mouth
}

// At returns the resting pose at t seconds of the guide, held seconds into a
// hold. With reduced motion only the lips move.
func (r *Rig) At(t, held float32, reduced bool, m Mouth) Pose {
	p := Pose{Mouth: m}
	if reduced {
		return p
	}
	x := float64(t + held)
	p.Breath = float32(0.5 - 0.5*math.Cos(2*math.Pi*x/3.6))
	p.Tilt = float32(0.9 * math.Sin(2*math.Pi*x/5.3))
	p.Gaze = paint.Point{X: float32(1.2 * math.Sin(2*math.Pi*x/7.1))}
	p.Blink = blink(x)
	return p
}

// blink closes the eyes for 70 ms, holds 40, opens in 120; the pauses between
// blinks vary from 2.4 to 5.2 s.
func blink(x float64) float32 {
	pauses := [...]float64{3.1, 4.4, 2.4, 5.2, 3.6}
	const round = 3.1 + 4.4 + 2.4 + 5.2 + 3.6
	x = math.Mod(x, round)
	for _, p := range pauses {
		if x < p {
			if since := (x - (p - 0.23)) * 1000; since >= 0 {
				return lidAt(since)
			}
			return 0
		}
		x -= p
	}
	return 0
}

func lidAt(ms float64) float32 {
	switch {
	case ms < 70:
		return float32(ms / 70)
	case ms < 110:
		return 1
	}
	return float32(1 - (ms-110)/120)
}

// Paint records the avatar under m, which maps the rig's space to CSS px.
func (r *Rig) Paint(o *paint.Ops, m paint.Matrix, p Pose) {
	bodies := [...]paint.Matrix{
		torso: m.Mul(paint.Matrix{A: 1, D: 1 + 0.006*p.Breath, F: -900 * 0.006 * p.Breath}),
		arm:   m.Mul(paint.Translate(0, -2.2*p.Breath)),
		neck:  m.Mul(paint.Translate(0, -2.4*p.Breath)),
		head:  m.Mul(paint.Translate(0, -2.6*p.Breath)).Mul(paint.Rotate(p.Tilt, 500, 402)),
	}
	for i := range r.pieces {
		pc := &r.pieces[i]
		mm := bodies[pc.limb]
		switch pc.part {
		case iris:
			mm = mm.Mul(paint.Translate(p.Gaze.X, p.Gaze.Y))
		case upperLid:
			mm = mm.Mul(paint.Matrix{A: 1, D: 1 + 0.95*p.Blink, F: -236 * 0.95 * p.Blink})
		}
		o.Shape(pc.shape, mm.Mul(pc.m))
		if pc.part == noseHere && (i+1 == len(r.pieces) || r.pieces[i+1].part != noseHere) {
			r.mouths.paint(o, bodies[head].Mul(paint.Translate(500, 342)), p.Mouth)
		}
	}
}
