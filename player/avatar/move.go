// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

import "math"

// Times of an arm's movements, ms. Raising: shoulder, elbow and wrist start
// one after the other and each swings a little too far before it settles.
const (
	raiseTime   = 520
	elbowDelay  = 60
	wristDelay  = 120
	lowerTime   = 540
	swapRaising = 110 // hands change shape near the frame's edge
	swapAcross  = 260 // between two raised poses, at full speed
	swapFalling = 430
	dipTime     = 90
	undipTime   = 140
	dip         = 6   // degrees of the elbow, to change fingers
	overshoot   = 3.5 // degrees
)

// A wave of the hand.
const (
	waveStart  = 430 // ms after the arm starts to rise
	wavePeriod = 420 // ms
	waves      = 3
)

// move returns the arm ms after it started from one pose to another.
func move(from, to Arm, ms float32) Arm {
	same := from
	same.Hand = to.Hand
	switch {
	case from == to:
		return to
	case same == to:
		return recount(from, to, ms)
	case to.Hand == Relaxed:
		a := lower(from, to, ms)
		a.trail(from, to, ms/lowerTime)
		return a
	}
	a := raise(from, to, ms)
	a.trail(from, to, (ms-elbowDelay)/(raiseTime-elbowDelay))
	return a
}

// recount changes the fingers behind a dip of the forearm.
func recount(from, to Arm, ms float32) Arm {
	a := to
	if ms < dipTime {
		a.Hand = from.Hand
	}
	a.Elbow -= dip * (smooth(ms/dipTime) - smooth((ms-dipTime)/undipTime))
	return a
}

func lower(from, to Arm, ms float32) Arm {
	u := smooth(ms / lowerTime)
	a := Arm{
		Shoulder: lerp(from.Shoulder, to.Shoulder, u), Elbow: lerp(from.Elbow, to.Elbow, u),
		Wrist: lerp(from.Wrist, to.Wrist, u), Fore: lerp(from.Fore, to.Fore, u),
		Upper: lerp(from.Upper, to.Upper, u), Hand: to.Hand,
	}
	if ms < swapFalling {
		a.Hand = from.Hand
	}
	a.Fore *= towards(from, to, ms/lowerTime)
	return a
}

func raise(from, to Arm, ms float32) Arm {
	u := smooth(ms / raiseTime)
	a := Arm{
		Shoulder: swingTo(from.Shoulder, to.Shoulder, ms), Elbow: swingTo(from.Elbow, to.Elbow, ms-elbowDelay),
		Wrist: swingTo(from.Wrist, to.Wrist, ms-wristDelay), Fore: lerp(from.Fore, to.Fore, u),
		Upper: lerp(from.Upper, to.Upper, u), Hand: to.Hand,
	}
	swap := float32(swapAcross)
	if from.Hand == Relaxed {
		swap = swapRaising
	}
	if ms < swap {
		a.Hand = from.Hand
	}
	a.Fore *= towards(from, to, ms/raiseTime)
	return a
}

// towards shortens the forearm while it swings outward: it comes towards the
// viewer, so the hand stays in the frame.
func towards(from, to Arm, u float32) float32 {
	if max(from.Elbow, to.Elbow) <= 30 || u <= 0 || u >= 1 {
		return 1
	}
	return 1 - 0.38*float32(math.Sin(math.Pi*float64(u)))
}

// swingTo eases an angle in, swings past the end by a few degrees and settles
// on it after raiseTime ms.
func swingTo(from, to, ms float32) float32 {
	u := ms / raiseTime
	if u <= 0 {
		return from
	}
	if u >= 1 || from == to {
		return to
	}
	past := min(overshoot/float32(math.Abs(float64(to-from))), 0.1)
	c := 5.3 * math.Sqrt(float64(past)) // makes the curve below pass 1 by past
	v := math.Pow(float64(u), 1.6) - 1
	return lerp(from, to, float32(1+(c+1)*v*v*v+c*v*v))
}

// wave adds the waving of a raised hand.
func wave(a *Arm, ms float32) {
	t := ms - waveStart
	if t <= 0 || t >= waves*wavePeriod {
		return
	}
	fade := smooth(min(t, waves*wavePeriod-t) / 160)
	a.Wrist += 14 * fade * sin(t/wavePeriod)
	a.Elbow += 5 * fade * sin(t/wavePeriod-0.1)
}

// sin of turns.
func sin(turns float32) float32 { return float32(math.Sin(2 * math.Pi * float64(turns))) }
