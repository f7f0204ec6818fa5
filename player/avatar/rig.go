// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package avatar draws the officer who tells the guide and decides how she
// moves.
//
// A [Rig] holds the drawing: layers of retained shapes compiled from rig/ by
// gen, lids and mouths that morph in a few kept steps. A [Score] holds the
// performance: compiled once from the told lines, it answers for any instant
// with the [Pose] of that instant, so that seeking shows what playing shows.
// Rig.Paint records a pose.
//
// The rig's space is 1000 × 900, y down, centre line x = 500, waist at the
// bottom edge. Angles are degrees; those of the arms are positive outward.
package avatar

//go:generate go run ./gen

import (
	"videoguida/player/paint"
	"videoguida/player/paint/svgpath"
)

// layer names a group of shapes that move together.
type layer uint8

const (
	torso layer = iota
	upper
	cuff
	sleeve
	neck
	hairBack
	lockLeft
	lockRight
	ears
	face
	brow
	white
	iris
	crease
	nose
	hairFront
	layers
)

// piece is one shape of the drawing, in the rig's space under m.
type piece struct {
	m    paint.Matrix
	fill paint.Color
	ramp *paint.Gradient
	d    string
}

// placed is a piece whose outline was read.
type placed struct {
	shape *paint.Shape
	m     paint.Matrix
}

// Rig is the avatar ready to be painted. It keeps its shapes, so that backends
// can keep what they made of them.
type Rig struct {
	layers [layers][]placed
	hands  [len(hands)][]placed
	cloth  cloth
	lids   [len(lids)][lidSteps + 1]*paint.Shape
	mouths mouths
}

// New reads the drawing.
func New() *Rig {
	r := &Rig{cloth: newCloth()}
	for i := range drawn {
		r.layers[i] = place(drawn[i])
	}
	for i := range hands {
		r.hands[i] = place(hands[i])
	}
	for i := range lids {
		r.lids[i] = lids[i].steps()
	}
	r.mouths = newMouths()
	return r
}

func place(pieces []piece) []placed {
	out := make([]placed, len(pieces))
	for i, p := range pieces {
		out[i] = placed{&paint.Shape{Path: outline(p.d), Fill: p.fill, Ramp: p.ramp}, p.m}
	}
	return out
}

// outline reads path data of the drawing; a test reads every piece.
func outline(d string) paint.Path {
	path, _ := svgpath.Parse(d)
	return path
}

// Shapes returns how many shapes the rig keeps so far: what a backend's atlas
// must hold.
func (r *Rig) Shapes() int {
	n := clothShapes + r.mouths.count() + len(lids)*(lidSteps+1)
	for _, l := range r.layers {
		n += len(l)
	}
	for _, h := range r.hands {
		n += len(h)
	}
	return n
}
