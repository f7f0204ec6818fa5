// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

import "videoguida/player/paint"

// Hand is a shape of the hand.
type Hand uint8

// The eight hands.
const (
	Relaxed Hand = iota
	Fold         // joined before the body
	Present      // open palm
	Point        // index finger
	Wave
	One
	Two
	Three
)

// Arm is how one arm is held. Angles are relative to the parent bone, degrees,
// positive outward; Fore and Upper shorten the bones as seen from the front.
type Arm struct {
	Shoulder, Elbow, Wrist float32
	Fore, Upper            float32 // 1 is the full length
	Hand                   Hand
	Tuck                   float32 // how much the hand is shortened on its way, 0…1
}

// Head is how the head is held.
type Head struct {
	Tilt float32 // degrees, positive clockwise, at most ±6
	Turn float32 // -1 left … 1 right
	Nod  float32 // px down, -4…10
}

// Face is what brows and eyes do. Px are of the rig.
type Face struct {
	BrowLeft, BrowRight float32 // px up
	BrowTurn            float32 // degrees, negative lifts the inner ends
	Blink, Squint, Wide float32 // 0…1
	Gaze                paint.Point
}

// stance is a pose of the whole figure as drawn: what a gesture leads to.
type stance struct {
	name        string
	left, right Arm
	head        Head
	face        Face
	mouth       Viseme
}

// Stance names a pose of the whole figure.
type Stance uint8

// The twelve poses, and the resting one that smiles.
const (
	Neutral Stance = iota
	Greet
	PresentLeft
	PresentRight
	OpenHands
	PointDown
	Count1
	Count2
	Count3
	NodSmile
	Attentive
	Farewell
)

// Named returns the stance of a name ("present-left") and whether there is one.
func Named(name string) (Stance, bool) {
	for i := range stances {
		if stances[i].name == name {
			return Stance(i), true
		}
	}
	return Neutral, false
}

// Still returns a stance standing still, as the drawing shows it.
func Still(s Stance) Pose { return still(&stances[s]) }

// Expression returns the named face on a body at rest, and whether there is
// one ("smile").
func Expression(name string) (Pose, bool) {
	for i := range faces {
		if faces[i].name == name {
			return still(&faces[i]), true
		}
	}
	return Still(Neutral), false
}

func still(s *stance) Pose {
	return Pose{
		Left: s.left, Right: s.right, Head: s.head, Hair: s.head, Locks: s.head,
		Face: s.face, Mouth: Mouth{From: s.mouth, To: s.mouth},
	}
}
