// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import "videoguida/player/story"

// Times of the officer's walk, ms.
const (
	glide = 350  // how long she takes from one place to the next
	wait  = 180  // what she waits for before she moves up into a fading panel
	empty = 1600 // how long a scene must stand empty to be worth the way back
)

// Turn is how long one screen takes to follow another when an answer was
// given, ms.
const Turn = 550

// Turned returns the officer's place between s and t, left ms before the
// screen that asks for t stands: she is off at once to make way for it, and
// comes back when the one before has gone.
func (s Spot) Turned(t Spot, left int) Spot {
	since := Turn - left
	if t.Top <= s.Top {
		since -= Turn - glide
	}
	u := min(max(float32(since)/glide, 0), 1)
	return s.Toward(t, u*u*(3-2*u))
}

// Turning returns how much of the screen that goes and of the one that comes is
// to be seen, 0…1. The new one comes when the officer is on her way.
func Turning(left int) (old, new float32) {
	return 1 - Ease(Turn-left, 180), Ease(Turn-left-200, 200)
}

// journey is the officer's walk through a scene, as far as it has come.
type journey struct {
	since   int // ms the scene has lasted
	reduced bool
	at      Spot // where she is
	goal    Spot // where the beats so far sent her
}

// to sends her on to a spot that is called at cue, ms after the scene's start.
// She is out of a panel's way before it comes, and waits for it to fade before
// she moves up again. With less motion she is simply there.
func (j *journey) to(goal Spot, cue int) {
	start := cue + wait
	if goal.Top > j.goal.Top {
		start = cue - glide
	}
	u := min(max(float32(j.since-max(start, 0))/glide, 0), 1)
	if j.reduced {
		u = 0
		if j.since >= cue {
			u = 1
		}
	}
	j.at, j.goal = j.at.Toward(goal, u*u*(3-2*u)), goal
}

// Officer returns where the officer stands since ms after the scene began,
// coming from the place where the scene before left her.
func (s Stage) Officer(m *story.Moment, from Spot, since int) Spot {
	j := journey{since: since, reduced: m.Reduced, at: from, goal: from}
	idle := true
	for i := range s {
		called := s.since(Pen{M: m}, i)
		if called == story.Absent {
			continue
		}
		spot := s.place(m, i).spot
		switch {
		case !idle:
		case from.Top >= m.H && spot.Top < m.H:
			j.to(spot, 0) // back into the frame, out of the panel's way
		case since-called > empty:
			j.to(Rest(m), 0)
		}
		idle = false
		if called < -glide {
			break
		}
		j.to(spot, since-called)
	}
	if idle {
		j.to(Rest(m), 0)
	}
	return j.at
}

// Last returns where the officer stands at the scene's end.
func (s Stage) Last(m *story.Moment) Spot {
	p := Pen{M: m, Whole: true}
	for i := len(s) - 1; i >= 0; i-- {
		if s.since(p, i) != story.Absent {
			return s.place(m, i).spot
		}
	}
	return Rest(m)
}
