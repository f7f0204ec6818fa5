// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import (
	"videoguida/player/paint"
	"videoguida/player/story"
)

// Spot is where the officer stands: the middle and the top of the hair in CSS
// px, and CSS px per px of the rig.
type Spot struct{ X, Top, Scale float32 }

// Measures of the officer in px of the rig.
const (
	hairTop   = 76
	headHigh  = 350 // hair top to below the chin
	bustHigh  = 590 // hair top to the hands of a gesture
	bodyHigh  = 700 // hair top to the waist
	fullHigh  = 820 // hair top to the rig's bottom edge
	headWide  = 268
	rigMiddle = 500
)

// Matrix maps the rig's space to CSS px.
func (s Spot) Matrix() paint.Matrix {
	return paint.Translate(s.X-rigMiddle*s.Scale, s.Top-hairTop*s.Scale).Mul(paint.Scale(s.Scale, s.Scale))
}

// Face returns the box of head and hair, CSS px.
func (s Spot) Face() paint.Rect {
	return paint.Rect{X: s.X - headWide/2*s.Scale, Y: s.Top, W: headWide * s.Scale, H: headHigh * s.Scale}
}

// Toward returns the spot u of the way from s to t.
func (s Spot) Toward(t Spot, u float32) Spot {
	return Spot{s.X + (t.X-s.X)*u, s.Top + (t.Top-s.Top)*u, s.Scale + (t.Scale-s.Scale)*u}
}

// wide reports whether the officer stands beside the overlay rather than
// below it.
func wide(m *story.Moment) bool { return m.W > m.H*1.15 }

// Above reports whether the overlay lies over the officer's head.
func Above(m *story.Moment) bool { return !wide(m) }

// Rest is where the officer stands when no panel is shown.
func Rest(m *story.Moment) Spot {
	if wide(m) {
		s := min(m.H/900*1.2, m.W/1250)
		return Spot{m.W * 0.235, max(m.H*0.13, m.H-fullHigh*s), s}
	}
	s := portraitScale(m) * 1.12
	return Spot{m.W / 2, m.H - bodyHigh*s, s}
}

func portraitScale(m *story.Moment) float32 { return min(m.W/390, m.H/560) * 0.56 }

// gone is the officer out of the frame, below its edge.
func gone(m *story.Moment) Spot {
	s := Rest(m)
	s.Top = m.H + 12
	return s
}

// leastBelow is how small the officer may become below an overlay.
const leastBelow = 0.6

// below returns the officer's spot when the overlay ends at bottom, and
// whether the head fits there at all.
func below(m *story.Moment, bottom float32) (Spot, bool) {
	big := portraitScale(m)
	room := m.H - bottom - 12
	s := min(max(room/bustHigh, big*leastBelow), big*1.12)
	if room < headHigh*s {
		return gone(m), false
	}
	aside := min(max((big*0.85-s)/(big*0.25), 0), 1)
	x := m.W * (0.5 + 0.25*aside)
	top := max(m.H-room, m.H-bodyHigh*s)
	return Spot{min(x, m.W-headWide/2*s-10), top, s}, true
}

// place is where a beat's panel and the officer stand together.
type place struct {
	panel paint.Rect
	fit   Fit
	room  float32 // of the area that was offered
	spot  Spot
}

// margin is the space around the overlay, CSS px.
func margin(m *story.Moment) float32 {
	if min(m.W, m.H) < 340 {
		return 6
	}
	return 12
}

// place looks for the roomiest fit that leaves the officer in the frame, the
// barest only where it saves her without turning pages; if there is none, the
// panel takes the whole stage.
func (s Stage) place(m *story.Moment, i int) place {
	beside, alone := beside(m), alone(m)
	for level := loosest(beside.W); level < bare; level++ {
		l := fitted(m, s[i].Show, beside, level)
		if l.panel.H > beside.H {
			continue
		}
		if wide(m) {
			return l.beside(m, beside)
		}
		spot, ok := below(m, l.panel.Y+l.panel.H)
		if ok && (level >= snug || spot.Scale >= portraitScale(m)*0.72) {
			l.spot = spot
			return l
		}
	}
	if l := fitted(m, s[i].Show, endless(beside), bare); wide(m) && l.panel.H <= beside.H {
		return fitted(m, s[i].Show, beside, bare).beside(m, beside)
	}
	for level := loosest(alone.W); ; level++ {
		l := fitted(m, s[i].Show, alone, level)
		if l.panel.H <= alone.H || level == bare {
			l.spot = gone(m)
			l.panel.Y += max(alone.H-l.panel.H, 0) * 0.35
			return l
		}
	}
}

// beside puts a panel next to the officer, a little over the middle.
func (l place) beside(m *story.Moment, area paint.Rect) place {
	l.panel.Y += (area.H - l.panel.H) * 0.4
	l.spot = Rest(m)
	return l
}

// endless is an area in which nothing divides itself into pages.
func endless(area paint.Rect) paint.Rect {
	area.H = 10_000
	return area
}

// loosest returns the first fit to try in an overlay w px wide.
func loosest(w float32) int {
	if w >= 500 {
		return grand
	}
	return roomy
}

func fitted(m *story.Moment, b Block, area paint.Rect, level int) place {
	f := fits[level]
	if k := min(m.W/1280, m.H/666); wide(m) && k > 1 {
		f = f.scaled(min(k, 1.5))
	}
	p := Pen{M: m, Fit: f, Room: area.H, Whole: true}
	l := place{panel: area, fit: f, room: area.H}
	l.panel.H = b.Height(p, area.W)
	return l
}

// beside is the overlay's area while the officer is in the frame.
func beside(m *story.Moment) paint.Rect {
	d := margin(m)
	if wide(m) {
		x := max(m.W*0.455, Rest(m).X+(headWide/2+60)*Rest(m).Scale)
		return paint.Rect{X: x, Y: 2 * d, W: min(m.W-x-max(m.W*0.03, d), 900), H: m.H - m.Bottom - 3*d}
	}
	w := min(m.W-2*d, 600)
	return paint.Rect{X: (m.W - w) / 2, Y: d, W: w, H: m.H - 2*d}
}

// alone is the overlay's area when the officer leaves the frame.
func alone(m *story.Moment) paint.Rect {
	d := margin(m)
	w := min(m.W-2*d, 1000)
	r := paint.Rect{X: (m.W - w) / 2, Y: d, W: w, H: m.H - 2*d}
	if wide(m) {
		r.H -= m.Bottom
	}
	return r
}
