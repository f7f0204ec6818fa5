// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package naspi

import (
	"math/rand/v2"
	"strings"
	"testing"

	"videoguida/player/guide/guidetest"
	"videoguida/player/l10n"
	"videoguida/player/timeline"
	"videoguida/player/voice"
)

// TestEveryLineIsVoiced: all profiles and 1,000 invented letters.
func TestEveryLineIsVoiced(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 1000))
	cases := profiles()
	for range 1000 {
		cases = append(cases, randomCase(r))
	}
	suite().Voiced(t, cases)
}

// TestVoiceLengths: with the voice, the guide takes 3:30 to 4:50.
func TestVoiceLengths(t *testing.T) { suite().VoiceLength(t, 210, 290) }

func TestVoiceCaptions(t *testing.T) { suite().VoiceCaptions(t) }

// TestUnknownNameIsNotSaid: who has a name that was not recorded is greeted
// without it, by the same voice, and reads it.
func TestUnknownNameIsNotSaid(t *testing.T) {
	pr := profiles()[0]
	pr.Claims.Name = "Qualcuno"
	tl, s := suite().Speak(t, pr, suite().Bank(t))
	for _, id := range []string{"naspi-saluto-1", "naspi-voto-3"} {
		l, plan := tl.Lines[tl.LineIndex(id)], s.Plan(id)
		if plan.Text() == "" || strings.Contains(plan.Text(), "ualcuno") || !strings.Contains(l.Text, "Qualcuno") {
			t.Errorf("%s is said %q and read %q", id, plan.Text(), l.Text)
		}
	}
}

// TestDescriptionsAreSaid: who asks for audio descriptions hears each after its
// line, and everything else stays in order.
func TestDescriptionsAreSaid(t *testing.T) {
	s := &voice.Speaker{Bank: suite().Bank(t)}
	pr := profiles()[0]
	tl, err := timeline.Compile(Film(Months(pr.Claims)), Facts(pr.Claims, pr.Today), l10n.Lookup("it"), voice.Describing{Speaker: s})
	if err != nil {
		t.Fatal(err)
	}
	described, at := 0, 0
	for i := range tl.Lines {
		l := &tl.Lines[i]
		plan := s.Aside(l.ID)
		if got, want := guidetest.Letters(plan.Text()), guidetest.Letters(l10n.Lookup("it").AltSpoken(l.ID, tl.Facts).Text); got != want || (l.Aside != 0) != (want != "") {
			t.Errorf("%s is described at %d as %q", l.ID, l.Aside, plan.Text())
		}
		if l.Aside != 0 {
			described++
			if end := l.Aside + plan.Length*1000/plan.Rate; l.Aside <= l.Said || l.End <= end {
				t.Errorf("%s: said until %d, described from %d to %d, ends at %d", l.ID, l.Said, l.Aside, end, l.End)
			}
		}
		if l.Start != at {
			t.Errorf("%s starts at %d, the line before ends at %d", l.ID, l.Start, at)
		}
		at = l.End
	}
	if described < 5 {
		t.Errorf("only %d lines are described", described)
	}
}
