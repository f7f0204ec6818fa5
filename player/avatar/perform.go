// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

import (
	"math"

	"videoguida/player/paint"
)

// Hair follows the head late, ms.
const (
	hairLag = 40
	lockLag = 90
)

// At returns the pose of a moment.
func (s *Score) At(m Moment) Pose {
	p := s.pose(m)
	if s.Sober {
		p.Mouth.From, p.Mouth.To = p.Mouth.From.Serious(), p.Mouth.To.Serious()
		p.Face.Squint = 0
	}
	return p
}

func (s *Score) pose(m Moment) Pose {
	if m.Reduced {
		return s.reduced(m)
	}
	k := s.key(m.at())
	p := Pose{
		Face:   s.face(m, k),
		Head:   s.head(m),
		Hair:   s.head(s.past(m, hairLag)),
		Locks:  s.head(s.past(m, lockLag)),
		Breath: 0.5 - 0.5*cycle(m.life(), breathing, 0.25),
		Mouth:  s.mouth(m),
	}
	p.Left, p.Right = s.arms(m, k)
	return p
}

// reduced returns the pose for people who want less motion: poses change
// without travelling, the lips move, nothing else does.
func (s *Score) reduced(m Moment) Pose {
	to := s.key(m.at()).to
	if m.Hold {
		to = &stances[Attentive]
	}
	v := to.view().on(m.Stage)
	p := still(to)
	p.Head, p.Hair, p.Locks, p.Face.Gaze = v.head, v.head, v.head, v.gaze
	p.Left, p.Right = p.Left.on(m.Stage), p.Right.on(m.Stage)
	p.Left.fit(m.Stage.reach())
	p.Right.fit(m.Stage.reach())
	p.Mouth = s.mouth(m)
	return p
}

// past returns the moment ms before m, as far as the figure moved without a
// break.
func (s *Score) past(m Moment, ms int) Moment {
	if m.Hold && m.Held >= ms {
		m.Held -= ms
		return m
	}
	t := m.at() - ms
	if m.Hold {
		t += m.Held
	}
	if k := s.key(m.at()); k.cut {
		t = max(t, k.at)
	}
	return Moment{T: t, Stage: m.Stage}
}

func (s *Score) arms(m Moment, k *key) (left, right Arm) {
	ms := float32(m.at() - k.at)
	left = move(k.from.left.on(m.Stage), k.to.left.on(m.Stage), ms)
	right = move(k.from.right.on(m.Stage), k.to.right.on(m.Stage), ms)
	if m.Hold {
		to := &stances[Attentive]
		left = move(left, to.left.on(m.Stage), float32(m.Held))
		right = move(right, to.right.on(m.Stage), float32(m.Held))
	}
	for _, a := range [...]*Arm{&left, &right} {
		s.enliven(a, m, ms)
		a.fit(m.Stage.reach())
	}
	return left, right
}

// enliven adds breathing, waving and, to a raised open arm, the beat of the
// words.
func (s *Score) enliven(a *Arm, m Moment, ms float32) {
	a.Shoulder += 0.6 * cycle(m.life(), breathing, 0)
	a.Elbow += 0.8 * cycle(m.life()-0.2, breathing, 0)
	if a.Hand == Wave && !m.Hold {
		wave(a, ms)
		return
	}
	raised := smooth((a.Elbow-60)/40) * m.speaking()
	beat := 4*perAccent.at(m.at(), s.accents) + 2*perWord.at(m.at(), s.words)
	a.Elbow -= beat * raised
	a.Wrist += 0.6 * beat * raised
}

// speaking fades the motions of speech out when a hold begins.
func (m Moment) speaking() float32 {
	if m.Hold {
		return 1 - smooth(float32(m.Held)/220)
	}
	return 1
}

func (s *Score) head(m Moment) Head {
	t, x := m.at(), m.life()
	h := s.watch(m).head
	h.Tilt += 0.9 * cycle(x, swaying, 0)
	h.Turn += 0.08 * cycle(x, turning, 0)
	h.Nod += s.nod(t) * m.speaking()
	return h
}

// nod returns the px that words and a gesture of assent lower the head.
func (s *Score) nod(t int) float32 {
	n := 2.4*perWord.at(t, s.words) + 2*perAccent.at(t, s.accents)
	if k := s.key(t); k.to == &stances[NodSmile] {
		n += 6*bump(t-k.at-80, 400) + 4*bump(t-k.at-480, 380)
	}
	return n
}

// bump rises and falls once in length ms.
func bump(ms, length int) float32 {
	if ms <= 0 || ms >= length {
		return 0
	}
	return 0.5 - 0.5*float32(math.Cos(2*math.Pi*float64(ms)/float64(length)))
}

func (s *Score) face(m Moment, k *key) Face {
	t := m.at()
	f := mixFace(&k.from.face, &k.to.face, smooth(float32(t-k.at)/220))
	if m.Hold {
		f = mixFace(&f, &stances[Attentive].face, smooth(float32(m.Held)/220))
	}
	up := m.speaking() * (4*browRaise.at(t, s.accents) + 2*perWord.at(t, s.words))
	f.BrowLeft += up
	f.BrowRight += up
	f.Gaze = drift(s.watch(m).gaze, m.T+m.Held)
	f.Blink = max(f.Blink, s.blink(m))
	return f
}

func mixFace(a, b *Face, u float32) Face {
	return Face{
		BrowLeft: lerp(a.BrowLeft, b.BrowLeft, u), BrowRight: lerp(a.BrowRight, b.BrowRight, u),
		BrowTurn: lerp(a.BrowTurn, b.BrowTurn, u), Blink: lerp(a.Blink, b.Blink, u),
		Squint: lerp(a.Squint, b.Squint, u), Wide: lerp(a.Wide, b.Wide, u),
	}
}

// Periods of the idle motions, s.
const (
	breathing = 3.6
	swaying   = 5.3
	turning   = 7.1
)

// cycle returns the sine of a motion of a period at x s, ahead by a share of
// the period.
func cycle(x, period, ahead float64) float32 {
	return float32(math.Sin(2 * math.Pi * (x/period + ahead)))
}

// drift adds the small jumps of eyes that rest on something: up to 1.2 px,
// held for one to two seconds.
func drift(g paint.Point, ms int) paint.Point {
	const slot = 1400
	n := ms / slot
	u := smooth(float32(ms%slot-int(500*random(n))) / eyeJump)
	jump := func(n int) paint.Point {
		return paint.Point{X: 2.4*random(3*n+1) - 1.2, Y: 1.2*random(3*n+2) - 0.6}
	}
	d := lerpPoint(jump(n-1), jump(n), u)
	return paint.Point{X: g.X + d.X, Y: g.Y + d.Y}
}
