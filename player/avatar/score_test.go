// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

import (
	"math"
	"testing"

	"videoguida/player/paint"
)

// gestures are the script's.
var gestures = []string{
	"neutral", "greet", "present-left", "present-right", "open-hands", "point-down",
	"count-1", "count-2", "count-3", "nod", "smile", "farewell",
}

// pair is a guide of two lines, a gesture each, the first one held.
func pair(a, b string) *Score {
	return Compose([]Line{
		{Start: 0, Said: 4000, End: 4400, Spoken: script[1], Gestures: []Gesture{{0, a}}, Accents: []int{2000}},
		{Start: 4400, Said: 8900, End: 9300, Spoken: script[2], Gestures: []Gesture{{4400, b}}, Hold: true},
		{Start: 9300, Said: 13300, End: 13700, Spoken: script[4], Gestures: []Gesture{{9300, a}}, Accents: []int{10500}},
	})
}

// playing returns the moments of a pair frame by frame: the guide, with a hold
// of hold ms at the end of the second line.
func playing(hold int) (out []Moment) {
	const frame = 16
	for t := 0; t < 9300; t += frame {
		out = append(out, Moment{T: t})
	}
	for h := 0; h < hold; h += frame {
		out = append(out, Moment{T: 9300, Held: h, Hold: true})
	}
	for t := 9300; t < 13700; t += frame {
		out = append(out, Moment{T: t})
	}
	return out
}

func everyPair(f func(name string, s *Score)) {
	for _, a := range gestures {
		for _, b := range gestures {
			f(a+" to "+b, pair(a, b))
		}
	}
}

// TestHandsStayOnTheStage follows every hand from every gesture to every other.
func TestHandsStayOnTheStage(t *testing.T) {
	const margin = 20
	r := New()
	for _, reach := range []float32{500, 420, 370} {
		everyPair(func(name string, s *Score) {
			for _, m := range playing(900) {
				if m.T < 4400 || m.T > 10000 || m.T > 5400 && m.T < 9300 {
					continue // at rest
				}
				m.Stage.Reach = reach
				p := s.At(m)
				for side, a := range [...]*Arm{&p.Left, &p.Right} {
					if far := r.farthest(a); far > reach+margin {
						t.Fatalf("%s: hand %d is %.0f px from the centre at %+v, reach %.0f", name, side, far, m, reach)
					}
				}
			}
		})
	}
}

// TestHandsStayAboveTheFloor: where the stage cuts her off above the waist,
// the hand that points down and the folded ones are still seen.
func TestHandsStayAboveTheFloor(t *testing.T) {
	r := New()
	for _, floor := range []float32{900, 860, 820} {
		st := Stage{Reach: 420, Floor: floor}
		pointing, held := pair("point-down", "neutral").At(Moment{T: 1500, Stage: st}), pair("neutral", "neutral").At(Moment{T: 9300, Held: 1500, Hold: true, Stage: st})
		for _, a := range []Arm{pointing.Right, held.Left, held.Right} {
			if low := r.lowest(&a); low > floor+20 {
				t.Errorf("hand %d reaches down to %.0f, the stage ends at %.0f", a.Hand, low, floor)
			}
		}
	}
}

// lowest returns the y of a hand's lowest point, px.
func (r *Rig) lowest(a *Arm) (y float32) {
	m := a.pose(paint.Identity).hand
	for _, piece := range r.hands[a.Hand] {
		for _, pt := range piece.shape.Path.Pts {
			y = max(y, m.Mul(piece.m).Apply(pt).Y)
		}
	}
	return y
}

// farthest returns how far from the centre line the visible part of a hand
// goes, px; below the waist, or above the stage, it may not be at all.
func (r *Rig) farthest(a *Arm) float32 {
	far := float32(0)
	m := a.pose(paint.Identity).hand
	for _, piece := range r.hands[a.Hand] {
		for _, pt := range piece.shape.Path.Pts {
			switch q := m.Mul(piece.m).Apply(pt); {
			case q.Y < -20:
				return float32(math.Inf(1))
			case q.Y < 900:
				far = max(far, q.X-500, 500-q.X)
			}
		}
	}
	return far
}

// TestMotionIsContinuous: from one frame to the next nothing jumps.
func TestMotionIsContinuous(t *testing.T) {
	everyPair(func(name string, s *Score) {
		moments := playing(3000)
		was := s.At(moments[0])
		for i, m := range moments[1:] {
			now := s.At(m)
			left := moments[i].Hold && !m.Hold // going on may cut a hold short
			if !left {
				for _, j := range jumps(&was, &now) {
					t.Fatalf("%s: %s jumps by %.1f at %+v", name, j.what, j.by, m)
				}
			}
			was = now
		}
	})
}

type jump struct {
	what string
	by   float32
}

// jumps returns what moved more in a frame than a body can.
func jumps(a, b *Pose) (out []jump) {
	check := func(what string, x, y, most float32) {
		if d := float32(math.Abs(float64(x - y))); d > most {
			out = append(out, jump{what, d})
		}
	}
	arm := func(side string, x, y *Arm) {
		check(side+" shoulder", x.Shoulder, y.Shoulder, 8)
		check(side+" elbow", x.Elbow, y.Elbow, 16)
		check(side+" wrist", x.Wrist, y.Wrist, 8)
		check(side+" forearm", x.Fore, y.Fore, .16)
		check(side+" upper arm", x.Upper, y.Upper, .02)
		check(side+" hand", x.Tuck, y.Tuck, .25)
	}
	arm("left", &a.Left, &b.Left)
	arm("right", &a.Right, &b.Right)
	for i, h := range [...][2]Head{{a.Head, b.Head}, {a.Hair, b.Hair}, {a.Locks, b.Locks}} {
		name := [...]string{"head", "hair", "locks"}[i]
		check(name+" tilt", h[0].Tilt, h[1].Tilt, 1)
		check(name+" turn", h[0].Turn, h[1].Turn, .16)
		check(name+" nod", h[0].Nod, h[1].Nod, 1.5)
	}
	check("brow", a.Face.BrowLeft, b.Face.BrowLeft, 2)
	check("lids", a.Face.Blink, b.Face.Blink, .3)
	check("eyes", a.Face.Gaze.X, b.Face.Gaze.X, 5.5)
	return out
}

// TestHeadKeepsItsLimits: beyond them the drawing comes apart.
func TestHeadKeepsItsLimits(t *testing.T) {
	everyPair(func(name string, s *Score) {
		for _, m := range playing(6000) {
			h := s.At(m).Head
			if h.Tilt < -6.5 || h.Tilt > 6.5 || h.Turn < -1.1 || h.Turn > 1.1 || h.Nod < -4 || h.Nod > 12 {
				t.Fatalf("%s: head %+v at %+v", name, h, m)
			}
		}
	})
}

// TestReducedMotion: with less motion only the mouth differs between the
// changes of pose, and the poses are the drawing's.
func TestReducedMotion(t *testing.T) {
	s := pair("greet", "present-right")
	changes := 0
	was := s.At(Moment{Reduced: true})
	for _, m := range playing(2000) {
		m.Reduced = true
		now := s.At(m)
		if now.Face.Blink != 0 || now.Breath != 0 {
			t.Fatalf("at %+v she blinks or breathes", m)
		}
		now.Mouth = was.Mouth
		if now != was {
			changes++
		}
		was = now
	}
	if changes != 5 { // rest, presenting, attentive, waving, rest
		t.Errorf("the pose changes %d times, want 5", changes)
	}
}

// TestKeysHold: a pose is held 900 ms and is never followed by itself.
func TestKeysHold(t *testing.T) {
	everyPair(func(name string, s *Score) {
		for i, k := range s.keys[1:] {
			prev := s.keys[i]
			if k.at < prev.at+poseHold && !k.cut {
				t.Errorf("%s: %s is held %d ms", name, prev.to.name, k.at-prev.at)
			}
			if k.to == prev.to && !k.cut {
				t.Errorf("%s: %s twice running", name, k.to.name)
			}
		}
	})
}

// TestEyesLeadTheHead: turning to what is shown, the eyes arrive while the
// head has hardly moved.
func TestEyesLeadTheHead(t *testing.T) {
	s := pair("neutral", "present-right")
	v := s.view(4400+eyeJump, Stage{})
	if v.gaze.X != 5 || v.head.Turn != 0 {
		t.Errorf("after %d ms gaze %v and turn %v, want 5 and 0", eyeJump, v.gaze.X, v.head.Turn)
	}
	if v := s.view(4400+headDelay+headTime, Stage{}); v.head.Turn != .7 {
		t.Errorf("the head turns to %v, want 0.7", v.head.Turn)
	}
	if v := s.view(4400+glanceFor+headDelay+headTime, Stage{}); v.gaze.X != 0 {
		t.Errorf("she still looks away at %v", v.gaze)
	}
}

// TestScoreAllocatesNothing: neither posing nor painting a seen mouth does.
func TestScoreAllocatesNothing(t *testing.T) {
	r, o, s := New(), &paint.Ops{}, pair("greet", "count-1")
	for _, m := range []Moment{{T: 1500}, {T: 9300, Held: 700, Hold: true}, {T: 4600, Reduced: true}} {
		f := func() { o.Reset(); r.Paint(o, paint.Identity, s.At(m)) }
		f()
		if n := testing.AllocsPerRun(50, f); n != 0 {
			t.Errorf("a frame at %+v allocates %v times", m, n)
		}
	}
}

func BenchmarkAt(b *testing.B) {
	s := pair("greet", "count-1")
	b.ReportAllocs()
	for i := 0; b.Loop(); i += 16 {
		s.At(Moment{T: i % 13700})
	}
}

func BenchmarkPaint(b *testing.B) {
	r, o := New(), &paint.Ops{}
	p := Still(Greet)
	b.ReportAllocs()
	for b.Loop() {
		o.Reset()
		r.Paint(o, paint.Identity, p)
	}
}
