// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

import "videoguida/player/paint"

// The right arm in its bind pose hangs straight down.
const (
	armX      = 654
	shoulderY = 548
	elbowY    = 762
	wristY    = 950
)

// bones are the matrices of one arm's parts.
type bones struct{ upper, elbow, sleeve, cuff, hand paint.Matrix }

// pose returns the bones of a right arm under base. Sleeves are scaled along
// their bone; what follows moves with its end, so cuff and hand keep their
// size.
func (a *Arm) pose(base paint.Matrix) (b bones) {
	m := base.Mul(paint.Rotate(-a.Shoulder, armX, shoulderY))
	b.upper = m.Mul(shorten(a.Upper, shoulderY))
	b.elbow = m.Mul(paint.Translate(0, (elbowY-shoulderY)*(a.Upper-1)))
	m = b.elbow.Mul(paint.Rotate(-a.Elbow, armX, elbowY))
	b.sleeve = m.Mul(shorten(a.Fore, elbowY))
	b.cuff = m.Mul(paint.Translate(0, (wristY-elbowY)*(a.Fore-1)))
	b.hand = b.cuff.Mul(paint.Rotate(-a.Wrist, armX, wristY)).
		Mul(paint.Translate(armX, wristY)).Mul(paint.Scale(handScale, handScale*(1-a.Tuck)))
	return b
}

// shorten scales along the bone about y.
func shorten(k, y float32) paint.Matrix { return paint.Matrix{A: 1, D: k, F: y - y*k} }

func (r *Rig) arm(o *paint.Ops, base paint.Matrix, a *Arm) {
	b := a.pose(base)
	r.draw(o, upper, b.upper)
	r.cloth.shoulder(o, base, a.Shoulder)
	o.Shape(r.cloth.elbow, b.elbow)
	record(o, r.hands[a.Hand], b.hand)
	r.draw(o, cuff, b.cuff)
	r.draw(o, sleeve, b.sleeve)
	r.cloth.folds(o, b.elbow, a)
}
