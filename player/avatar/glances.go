// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

import "videoguida/player/paint"

// view is where head and eyes are turned.
type view struct {
	head Head
	gaze paint.Point
}

// glance is a change of view.
type glance struct {
	at       int // ms of the guide
	from, to view
}

// Times of glances, ms.
const (
	glanceFor  = 1500 // looking at what is shown, before returning to the viewer
	glanceBack = 1000 // the same, when a word recalls it
	glanceGap  = 600  // between two changes: head and eyes have arrived
	eyeJump    = 70
	headDelay  = 100 // eyes lead the head
	headTime   = 320
)

// view returns where a stance looks. Counting looks at the hand, and a nod is
// a movement more than a posture.
func (s *stance) view() view {
	v := view{s.head, s.face.Gaze}
	if s.counts() {
		v = view{Head{Tilt: 1.5, Turn: .4}, paint.Point{X: 4, Y: -1}}
	}
	if s == &stances[NodSmile] {
		v.head.Nod *= .35
	}
	return v
}

// away reports whether the view leaves the viewer.
func (v view) away() bool { return v.gaze != paint.Point{} }

// on returns the view on a stage: what is shown may be over her head.
func (v view) on(s Stage) view {
	if s.Above && v.away() && v.gaze.Y <= 0 {
		v.head.Turn *= .5
		v.head.Nod -= 3.5
		v.gaze = paint.Point{X: v.gaze.X * .6, Y: -4}
	}
	return v
}

// back returns the view after the glance: at the viewer, the head still half
// turned.
func (v view) back() view {
	v.head.Turn *= .3
	v.head.Nod *= .3
	v.gaze = paint.Point{}
	return v
}

// watcher builds the glances in order of time.
type watcher struct{ list []glance }

func composeGlances(keys []key, accents []beat) []glance {
	w := watcher{[]glance{{at: keys[0].at, to: keys[0].to.view()}}}
	for i, k := range keys[1:] {
		until := 1 << 30
		if i+2 < len(keys) {
			until = keys[i+2].at - glanceGap
		}
		v := k.to.view()
		if k.cut {
			w.list = append(w.list, glance{k.at, k.from.view(), v})
		} else {
			w.turn(k.at, v)
		}
		if !v.away() {
			continue
		}
		w.look(k.at, min(glanceFor, until-k.at), v)
		for _, b := range accents {
			if b.at > k.at+glanceFor+glanceGap && b.at+glanceBack <= until {
				w.look(b.at, glanceBack, v)
			}
		}
	}
	return w.list
}

// turn appends a change of view unless head and eyes are still on their way.
func (w *watcher) turn(at int, to view) {
	if prev := w.list[len(w.list)-1]; to != prev.to && at >= prev.at+glanceGap {
		w.list = append(w.list, glance{at, prev.to, to})
	}
}

// look turns to v and, length ms later, back to the viewer.
func (w *watcher) look(at, length int, v view) {
	w.turn(at, v)
	w.turn(at+length, v.back())
}

// view returns where head and eyes are turned at t ms, without idle motion.
func (s *Score) view(t int, st Stage) view {
	g := &s.glances[last(len(s.glances), t, func(i int) int { return s.glances[i].at })]
	return between(g.from.on(st), g.to.on(st), t-g.at)
}

// between returns the view ms after the eyes started from one to another.
func between(from, to view, ms int) view {
	u := smooth(float32(ms-headDelay) / headTime)
	return view{
		Head{
			lerp(from.head.Tilt, to.head.Tilt, u),
			lerp(from.head.Turn, to.head.Turn, u),
			lerp(from.head.Nod, to.head.Nod, u),
		},
		lerpPoint(from.gaze, to.gaze, smooth(float32(ms)/eyeJump)),
	}
}

// watching is how long a held avatar looks at one thing, ms.
const watching = 2600

// watch returns the view at m: in a hold at what is shown and at the viewer, by
// turns.
func (s *Score) watch(m Moment) view {
	if !m.Hold {
		return s.view(m.T, m.Stage)
	}
	shown := stances[Attentive].view()
	n := m.Held / watching
	from, to := shown.back(), shown.on(m.Stage)
	if n == 0 {
		from = s.view(m.at(), m.Stage)
	} else if n%2 == 1 {
		from, to = to, from
	}
	return between(from, to, m.Held-n*watching)
}

// smooth eases u in and out.
func smooth(u float32) float32 {
	u = min(max(u, 0), 1)
	return u * u * (3 - 2*u)
}
