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

// Sizes of a hand, px: wrist to finger tips, and half its width when open.
const (
	handLength = 162 * handScale
	handHalf   = 50 * handScale
)

// shortest is the least foreshortening that still looks like a forearm.
const shortest = 0.3

// fit shortens the forearm of an arm on its way until the hand stays within
// reach: it swings towards the viewer rather than out of the stage.
func (a *Arm) fit(reach float32) {
	out := func(deg float32) float32 { return float32(math.Sin(float64(deg) * math.Pi / 180)) }
	fore, hand := a.Shoulder+a.Elbow, a.Shoulder+a.Elbow+a.Wrist
	per := (wristY - elbowY) * out(fore)
	fixed := armX - 500 + (elbowY-shoulderY)*a.Upper*out(a.Shoulder) +
		handLength*out(hand) + handHalf*max(-out(hand-90), out(hand-90))
	if per > 0 && fixed+per*a.Fore > reach {
		a.Fore = max((reach-fixed)/per, min(shortest, a.Fore))
	}
}
