// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

import "math"

// Stage is the room around the avatar, px of the rig. The zero value is the
// whole drawing.
type Stage struct {
	Reach float32 // how far from the centre line hands may go; 0: 500
	Floor float32 // y at which the stage ends; 0: 900, the waist
	Above bool    // what she shows is over her head, not beside her
}

// The stage that the drawing needs, and the least that arms adapt to.
const (
	fullReach   = 500
	narrowReach = 350
	fullFloor   = 900
	lowFloor    = 810
	chestFloor  = 670 // of a stage that ends under the shoulders
	neckFloor   = 600 // of a stage on which a hand has no room
)

func (s Stage) reach() float32 {
	if s.Reach <= 0 {
		return fullReach
	}
	return min(s.Reach, fullReach)
}

// narrow returns how narrow the stage is, 0…1.
func (s Stage) narrow() float32 {
	return min((fullReach-s.reach())/(fullReach-narrowReach), 1)
}

// low returns how much the stage cuts off below, 0…1.
func (s Stage) low() float32 {
	if s.Floor <= 0 {
		return 0
	}
	return min(max((fullFloor-s.Floor)/(fullFloor-lowFloor), 0), 1)
}

// chest returns how much of what a low stage still shows is cut off, 0…1.
func (s Stage) chest() float32 {
	if s.Floor <= 0 {
		return 0
	}
	return min(max((lowFloor-s.Floor)/(lowFloor-chestFloor), 0), 1)
}

// neck returns how far the stage ends over the shoulders, 0…1.
func (s Stage) neck() float32 {
	if s.Floor <= 0 {
		return 0
	}
	return min(max((neckFloor-s.Floor)/60, 0), 1)
}

// on returns the arm as held on a stage: with less room beside her the forearm
// points up instead of out, with less below she folds and points higher. Where
// only her chest shows, she points with the elbow over the shoulder.
func (a Arm) on(s Stage) Arm {
	n, l := s.narrow(), s.low()
	switch a.Hand {
	case Present:
		a.Elbow, a.Wrist = lerp(a.Elbow, 150, n), lerp(a.Wrist, -12, n)
		a.Fore = lerp(a.Fore, min(a.Fore, 0.74), n)
	case Wave:
		a.Shoulder, a.Elbow = lerp(a.Shoulder, 12, n), lerp(a.Elbow, 164, n)
	case Point:
		a.Upper = lerp(a.Upper, 0.76, n)
		a.Shoulder, a.Elbow, a.Fore = lerp(a.Shoulder, 72, l), lerp(a.Elbow, -118, l), lerp(a.Fore, 0.36, l)
		c := s.chest()
		a.Shoulder, a.Elbow, a.Wrist = lerp(a.Shoulder, 120, c), lerp(a.Elbow, -142, c), lerp(a.Wrist, 22, c)
		a.Upper, a.Fore, a.Tuck = lerp(a.Upper, lerp(0.74, 0.56, n), c), lerp(a.Fore, 0.26, c), 0.2*c
		k := s.neck() // then the arm stays down
		a.Shoulder, a.Elbow, a.Wrist = lerp(a.Shoulder, 20, k), lerp(a.Elbow, -20, k), lerp(a.Wrist, 0, k)
	case Fold:
		a.Elbow = lerp(a.Elbow, -104, l)
	}
	return a
}

// trailing is how many degrees a hand lags behind a forearm that swings right
// across.
const trailing = 28

// trail lets the hand of an arm on its way lag behind the forearm.
func (a *Arm) trail(from, to Arm, u float32) {
	if u <= 0 || u >= 1 {
		return
	}
	across := min(max((to.Elbow-from.Elbow)/120, -1), 1)
	a.Wrist -= trailing * across * sin(u/2)
}

// Sizes of a hand, px: wrist to finger tips, and half its width when open.
const (
	handLength = 162 * handScale
	handHalf   = 50 * handScale
	slack      = 12 // what a hand may exceed its reach by
)

// smallest is the least share of their length that a forearm and a hand show
// when they come towards the viewer.
const smallest = 0.25

// fit shortens the forearm and the hand of an arm on its way until it stays
// within reach: it swings towards the viewer rather than out of the stage.
func (a *Arm) fit(reach float32) {
	fore, hand := outward(a.Shoulder+a.Elbow), outward(a.Shoulder+a.Elbow+a.Wrist)
	palm := handHalf * float32(math.Sqrt(float64(max(1-hand*hand, 0))))
	room := reach + slack - (armX - 500) - (elbowY-shoulderY)*a.Upper*outward(a.Shoulder) - palm
	length := (wristY-elbowY)*a.Fore*fore + handLength*hand
	if length > room && length > 0 {
		share := max(room/length, smallest)
		a.Fore *= share
		a.Tuck = 1 - share
	}
}

// outward returns how far a bone of length 1 reaches sideways.
func outward(deg float32) float32 { return sin(deg / 360) }
