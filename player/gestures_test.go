// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package player

import (
	"testing"

	"videoguida/player/avatar"
	"videoguida/player/civil"
	"videoguida/player/guide/naspi"
	"videoguida/player/l10n"
	"videoguida/player/paint"
	"videoguida/player/timeline"
	"videoguida/tokengen/token"
)

const frame = 16 // ms

// guide returns the longest of the guides: over 55, income, contacts missing.
func guide(t testing.TB) *timeline.Timeline {
	t.Helper()
	c := token.Claims{
		V: 1, Guide: "naspi", Name: "Maria", Lang: "it", Exp: int64(civil.Date(2027, 5, 22)) * 86400,
		Applied: int32(civil.Date(2026, 11, 5)), Start: int32(civil.Date(2026, 11, 8)), Days: 364, Monthly: 114471,
		Calc: "soglia", Year: 2026, FirstPay: int32(civil.Date(2026, 12, 11)),
		Over55: true, Income: true, Contacts: "missing",
	}
	f := naspi.Facts(c, civil.Date(2026, 11, 24))
	tl, err := timeline.Compile(naspi.Film(naspi.Months(c)), f, l10n.Lookup("it"), timeline.Silent{})
	if err != nil {
		t.Fatal(err)
	}
	return tl
}

// TestGesturesArrive: two thirds of a second after a gesture is asked for, the
// arms that the script wants up are up.
func TestGesturesArrive(t *testing.T) {
	tl := guide(t)
	s := perform(tl)
	raised := map[string]avatar.Hand{
		"present-right": avatar.Present, "open-hands": avatar.Present, "point-down": avatar.Point,
		"count-1": avatar.One, "count-2": avatar.Two, "count-3": avatar.Three,
	}
	asked := 0
	for i, l := range tl.Lines {
		for _, g := range l.Gestures {
			want, ok := raised[g.Name]
			if !ok || i+1 == len(tl.Lines) {
				continue
			}
			at := l.Start
			for _, m := range l.Marks {
				if m.Name == g.Marker {
					at = m.At
				}
			}
			asked++
			if p := s.At(avatar.Moment{T: at + 660}); p.Right.Hand != want {
				t.Errorf("%s: 0.66 s after %s the hand is %d, want %d", l.ID, g.Name, p.Right.Hand, want)
			}
		}
	}
	if asked < 20 {
		t.Errorf("only %d gestures", asked)
	}
}

// TestMouthIsClosedInSilence: from 100 ms after the speech to the next line,
// unless the script asked for a smile.
func TestMouthIsClosedInSilence(t *testing.T) {
	tl := guide(t)
	s := perform(tl)
	smiles := 0
	for _, l := range tl.Lines {
		for at := l.Said + 100; at < l.End; at += frame {
			switch m := s.At(avatar.Moment{T: at}).Mouth; {
			case m.To == avatar.Smile:
				smiles++
			case m.Step != avatar.BlendSteps || !m.To.Closed():
				t.Fatalf("%s: at %d ms, %d after the last word, the mouth is %+v", l.ID, at, at-l.Said, m)
			}
		}
	}
	if smiles == 0 {
		t.Error("she never smiles in a pause")
	}
}

// TestBlinks: every 2 to 6 s, never within 150 ms of a line's seam.
func TestBlinks(t *testing.T) {
	tl := guide(t)
	s := perform(tl)
	shut, last, blinks := false, 0, 0
	for at := 0; at < tl.Duration; at += 5 {
		now := s.At(avatar.Moment{T: at}).Face.Blink > 0
		if l := tl.Lines[tl.LineAt(at)]; now && (at < l.Start+145 || at > l.End-145) {
			t.Fatalf("she blinks at %d, %d ms from a cut", at, min(at-l.Start, l.End-at))
		}
		if now && !shut {
			if gap := at - last; blinks > 0 && (gap < 2000 || gap > 6000) {
				t.Errorf("a blink at %d, %d ms after the one before", at, gap)
			}
			last = at
			blinks++
		}
		shut = now
	}
	if blinks < tl.Duration/6000 {
		t.Errorf("%d blinks in %d s", blinks, tl.Duration/1000)
	}
}

// TestWaiting: at a hold the hands fold; coming back to it they are folded.
func TestWaiting(t *testing.T) {
	p := New(guide(t), nil, avatar.New())
	hand := func() avatar.Hand { return p.score.At(p.moment(paint.Identity)).Right.Hand }
	wait := func() {
		for range 3000 {
			if p.Advance(frame); p.s.Hold != 0 {
				return
			}
		}
		t.Fatal("no hold")
	}
	p.Advance(0, Input{Kind: Play})
	wait()
	if got := hand(); got != avatar.Present {
		t.Errorf("at the menu the hand begins as %d, want the open hand of its line", got)
	}
	p.Advance(avatar.Settled)
	if got := hand(); got != avatar.Fold {
		t.Errorf("at the menu the hand becomes %d, want folded", got)
	}
	p.Advance(0, Input{Kind: Press, ID: actChoose + "naspi-btn-dom-controllo"})
	wait()
	if got := hand(); got != avatar.Fold {
		t.Errorf("back at the menu the hand is %d, want folded", got)
	}
}

// TestAnyOrder: a frame is the same whatever was drawn before it.
func TestAnyOrder(t *testing.T) {
	tl := guide(t)
	one, other, rig := perform(tl), perform(tl), avatar.New()
	var there, back []paint.Ops
	for at := 0; at < tl.Duration; at += 997 {
		var o paint.Ops
		rig.Paint(&o, paint.Identity, one.At(avatar.Moment{T: at}))
		there = append(there, o)
	}
	for i := len(there) - 1; i >= 0; i-- {
		var o paint.Ops
		rig.Paint(&o, paint.Identity, other.At(avatar.Moment{T: i * 997}))
		back = append(back, o)
	}
	for i := range there {
		if !there[i].Equal(&back[len(back)-1-i]) {
			t.Fatalf("the frame at %d ms depends on the order", i*997)
		}
	}
}

// TestRetainedShapes bounds what a backend must keep of a whole guide.
func TestRetainedShapes(t *testing.T) {
	tl := guide(t)
	s, rig := perform(tl), avatar.New()
	var o paint.Ops
	still := rig.Shapes()
	for at := 0; at < tl.Duration; at += frame {
		o.Reset()
		rig.Paint(&o, paint.Identity, s.At(avatar.Moment{T: at}))
	}
	t.Logf("%d shapes at rest, %d after the guide, %d ops a frame", still, rig.Shapes(), o.Len())
	if n := rig.Shapes(); n > 900 {
		t.Errorf("the rig keeps %d shapes, want at most 900", n)
	}
}

func BenchmarkAvatar(b *testing.B) {
	tl := guide(b)
	s, rig := perform(tl), avatar.New()
	var o paint.Ops
	b.ReportAllocs()
	for i := 0; b.Loop(); i += frame {
		o.Reset()
		rig.Paint(&o, paint.Identity, s.At(avatar.Moment{T: i % tl.Duration}))
	}
}
