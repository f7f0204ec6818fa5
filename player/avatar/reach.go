package avatar

import "math"

// fullReach is how far from the centre line the stances hold their hands, px
// of the rig; a narrow stage has less.
const (
	fullReach   = 500
	narrowReach = 350
)

// reach returns how far from the centre line a hand may go, px.
func (m Moment) reach() float32 {
	if m.Reach <= 0 {
		return fullReach
	}
	return min(m.Reach, fullReach)
}

// narrow returns the arm as held on a stage with less reach: the forearm
// points up instead of out.
func (a Arm) narrow(reach float32) Arm {
	u := min((fullReach-reach)/(fullReach-narrowReach), 1)
	to := a
	switch a.Hand {
	case Present:
		to.Elbow, to.Wrist, to.Fore = 150, -12, min(a.Fore, 0.74)
	case Wave:
		to.Shoulder, to.Elbow = 14, 152
	case Point:
		to.Upper = 0.76
	}
	a.Shoulder, a.Elbow, a.Wrist = lerp(a.Shoulder, to.Shoulder, u), lerp(a.Elbow, to.Elbow, u), lerp(a.Wrist, to.Wrist, u)
	a.Fore, a.Upper = lerp(a.Fore, to.Fore, u), lerp(a.Upper, to.Upper, u)
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
