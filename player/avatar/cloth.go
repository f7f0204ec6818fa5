// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

import (
	"math"

	"videoguida/player/paint"
)

// cloth is what bridges the bones of an arm, whatever the angle: a strap from
// the jacket's shoulder to the upper arm with a gusset below it, a round under the elbow and the
// creases inside its bend.
type cloth struct{ strap, gusset, elbow, crease *paint.Shape }

const clothShapes = 4

func newCloth() cloth {
	return cloth{
		strap:  &paint.Shape{Path: outline("M 0 0 C 60 0 90 30 90 90 L 33 66 Z"), Fill: paint.RGB(0x1C4E90)},
		gusset: &paint.Shape{Path: outline("M 0 0 L 90 0 L 0 90 Z"), Fill: paint.RGB(0x1C4E90)},
		elbow:  &paint.Shape{Path: outline("M 619 762 C 619 743 635 727 654 727 C 673 727 689 743 689 762 C 689 781 673 797 654 797 C 635 797 619 781 619 762 Z"), Fill: paint.RGB(0x1C4C8C)},
		crease: &paint.Shape{Path: outline("M 61 0 C 46 -3 34 -2 18 5 C 33 1 46 1 61 0 Z M 56 3 C 46 6 38 9 30 16 C 38 8 46 4 57 0 Z"), Fill: paint.RGB(0x123564).Fade(.75)},
	}
}

// shoulder records what covers the joint: the strap leaves a fixed point of
// the jacket and one that turns with the upper arm, each along its own
// direction; the gusset fills the triangle between them and the joint.
func (c *cloth) shoulder(o *paint.Ops, m paint.Matrix, deg float32) {
	from := paint.Point{X: 598, Y: 479}
	to := paint.Rotate(-deg, armX, shoulderY).Apply(paint.Point{X: 697.9, Y: 578})
	s, k := math.Sincos(float64(deg) * math.Pi / 180)
	t := 0.55 * float32(math.Hypot(float64(to.X-from.X), float64(to.Y-from.Y)))
	corner := paint.Point{X: to.X - t*float32(s), Y: to.Y - t*float32(k)}
	o.Shape(c.gusset, m.Mul(frame(from, to, paint.Point{X: armX - from.X, Y: shoulderY - from.Y})))
	o.Shape(c.strap, m.Mul(frame(from, corner, paint.Point{X: to.X - corner.X, Y: to.Y - corner.Y})))
}

// patch is the side of the square that a frame maps: about the size at which
// it is drawn, so that a sprite of it stays sharp.
const patch = 90

// frame maps the origin to from, (patch, 0) to there and (0, patch) by down.
func frame(from, there, down paint.Point) paint.Matrix {
	return paint.Matrix{
		A: (there.X - from.X) / patch, B: (there.Y - from.Y) / patch,
		C: down.X / patch, D: down.Y / patch,
		E: from.X, F: from.Y,
	}
}

// folds records the creases of a bent elbow, pointing from the inner corner of
// the bend to the bone; they grow out of nothing as it bends.
func (c *cloth) folds(o *paint.Ops, m paint.Matrix, a *Arm) {
	bend, side := a.Elbow, float32(1)
	if bend < 0 {
		bend, side = -bend, -1
	}
	if bend < 12 {
		return
	}
	corner := float32(35 / math.Cos(float64(min(bend, 125))*math.Pi/360))
	k := corner / 61 * min((bend-12)/60, 1) * min(2*a.Fore, 1) // short sleeves have short folds
	m = m.Mul(paint.Translate(armX, elbowY)).Mul(paint.Rotate(-a.Elbow/2, 0, 0))
	o.Shape(c.crease, m.Mul(paint.Translate(side*(corner-61*k), 0)).Mul(paint.Scale(side*k, k)))
}
