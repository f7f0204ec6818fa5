// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

import "videoguida/player/paint"

// Pose is how the avatar stands in one frame.
type Pose struct {
	Left, Right Arm
	Head        Head
	Hair, Locks Head // the head as it was a moment ago: hair follows late
	Face        Face
	Breath      float32 // 0 out … 1 in
	Mouth       Mouth
}

// Paint records the avatar under m, which maps the rig's space to CSS px.
func (r *Rig) Paint(o *paint.Ops, m paint.Matrix, p Pose) {
	r.draw(o, torso, m.Mul(paint.Matrix{A: 1, D: 1 + 0.006*p.Breath, F: -900 * 0.006 * p.Breath}))
	shoulders := m.Mul(paint.Translate(0, -2.2*p.Breath))
	r.arm(o, shoulders.Mul(mirror), &p.Left)
	r.arm(o, shoulders, &p.Right)
	top := m.Mul(paint.Translate(0, -2.6*p.Breath))
	r.draw(o, neck, top)
	r.head(o, top, &p)
}

// mirror swaps left and right.
var mirror = paint.Matrix{A: -1, D: 1, E: 1000}

func (r *Rig) draw(o *paint.Ops, l layer, m paint.Matrix) { record(o, r.layers[l], m) }

func record(o *paint.Ops, pieces []placed, m paint.Matrix) {
	for i := range pieces {
		o.Shape(pieces[i].shape, m.Mul(pieces[i].m))
	}
}

// parallax says how far a layer of the head moves, px: sideways at a full
// turn, down at a nod of ten.
type parallax struct{ turn, nod float32 }

var (
	ofHairBack  = parallax{-5, -2.5}
	ofEars      = parallax{-4, -3}
	ofFace      = parallax{1.5, 0}
	ofEyes      = parallax{9, 6}
	ofMouth     = parallax{9.5, 8}
	ofNose      = parallax{13, 9}
	ofHairFront = parallax{4, 2}
)

func (l parallax) of(h Head) paint.Matrix {
	return paint.Translate(l.turn*h.Turn, l.nod*h.Nod/10)
}

// pivot returns the matrix of the whole head: it turns about the neck and
// sinks a little when nodding.
func (h Head) pivot() paint.Matrix {
	return paint.Translate(0, 0.35*h.Nod).Mul(paint.Rotate(h.Tilt, 500, 402))
}

func (r *Rig) head(o *paint.Ops, top paint.Matrix, p *Pose) {
	m := top.Mul(p.Head.pivot())
	back := m.Mul(ofHairBack.of(p.Head))
	r.draw(o, hairBack, back)
	swing := swing(p.Head, p.Locks)
	r.draw(o, lockLeft, back.Mul(paint.Rotate(swing, 398, 266)))
	r.draw(o, lockRight, back.Mul(paint.Rotate(swing, 602, 266)))
	r.draw(o, ears, m.Mul(ofEars.of(p.Head)))
	r.draw(o, face, m.Mul(ofFace.of(p.Head)))
	r.eyes(o, m.Mul(ofEyes.of(p.Head)), &p.Face)
	r.draw(o, nose, m.Mul(ofNose.of(p.Head)))
	r.mouths.paint(o, m.Mul(ofMouth.of(p.Head)).Mul(paint.Translate(500, 342)), p.Mouth)
	r.draw(o, hairFront, top.Mul(p.Hair.pivot()).Mul(ofHairFront.of(p.Hair)))
}

// swing returns how far the locks hang behind the head, degrees.
func swing(now, was Head) float32 {
	return min(max(was.Tilt-now.Tilt+4*(was.Turn-now.Turn), -4), 4)
}

func (r *Rig) eyes(o *paint.Ops, m paint.Matrix, f *Face) {
	flipped := m.Mul(mirror)
	r.draw(o, brow, m.Mul(browAt(f.BrowLeft, f.BrowTurn)))
	r.draw(o, brow, flipped.Mul(browAt(f.BrowRight, f.BrowTurn)))
	look := m.Mul(paint.Translate(min(max(f.Gaze.X, -gazeX), gazeX), min(max(f.Gaze.Y, -gazeY), gazeY)))
	r.eye(o, m, look, f)
	r.eye(o, flipped, look.Mul(paint.Translate(89, 0)), f)
}

func browAt(up, turn float32) paint.Matrix {
	return paint.Translate(0, -up).Mul(paint.Rotate(turn, 453, 222))
}
