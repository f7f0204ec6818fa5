// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package spot

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/player/avatar"
	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/player/guide/guidetest"
	"videoguida/player/l10n"
	"videoguida/player/story"
	"videoguida/tokengen/token"
)

// rig is shared: a shape's pointer is its identity, and tests compare frames.
var rig = avatar.New()

// everybody is the one person whom the spot knows: whoever watches.
var everybody = guidetest.Profile{"everybody", token.Claims{Guide: "spot"}, civil.Date(2026, 11, 24)}

func suite() guidetest.Suite {
	return guidetest.Suite{
		Prefix: "spot-", Board: Board, Rig: rig, Profiles: []guidetest.Profile{everybody},
		Film:  func(token.Claims) *story.Storyboard { return Film() },
		Facts: func(token.Claims, civil.Day) facts.Set { return Facts() },
	}
}

func TestWords(t *testing.T)            { suite().Words(t) }
func TestConditions(t *testing.T)       { suite().Conditions(t) }
func TestCues(t *testing.T)             { suite().Cues(t) }
func TestCaptions(t *testing.T)         { suite().Captions(t) }
func TestNotEmpty(t *testing.T)         { suite().NeverLongEmpty(t) }
func TestEasyToRead(t *testing.T)       { suite().EasyToRead(t) }
func TestAnnounced(t *testing.T)        { suite().Announced(t) }
func TestLabelsEnter(t *testing.T)      { suite().LabelsEnter(t) }
func TestNeverOverTheFace(t *testing.T) { suite().NeverOverTheFace(t, everybody) }
func TestSeekEqualsPlay(t *testing.T)   { suite().SeekEqualsPlay(t, everybody) }

func TestSteadyFrameAllocatesNothing(t *testing.T) { suite().Steady(t, everybody) }

// TestLength: forty to sixty seconds.
func TestLength(t *testing.T) { suite().Length(t, 40, 60) }

// TestLayout holds every stage to the layout rules, in three languages.
func TestLayout(t *testing.T) {
	var people []guidetest.Told
	for _, lang := range []string{"it", "de", "en"} {
		people = append(people, guidetest.Told{Profile: everybody, Lang: lang})
	}
	suite().Layout(t, people)
}

// TestScript: the spot says the customer's lines, and nothing else.
func TestScript(t *testing.T) {
	want, err := os.ReadFile("testdata/script.txt")
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, l := range suite().Compile(t, everybody, "it").Lines {
		got.WriteString(l.Text + "\n")
	}
	if d := cmp.Diff(string(want), got.String()); d != "" {
		t.Errorf("the spot departs from the script (-script +spot):\n%s", d)
	}
}

// TestKnowsNobody: no message of the spot has a slot, so that it can say
// nothing of anybody.
func TestKnowsNobody(t *testing.T) {
	words, read := l10n.Lookup("it"), 0
	for _, id := range words.IDs() {
		if !strings.HasPrefix(id, "spot-") {
			continue
		}
		read++
		if said, described := words.Slots(id); len(said)+len(described) > 0 {
			t.Errorf("%s has slots: %v %v", id, said, described)
		}
	}
	if read < 25 || len(Facts()) != 0 {
		t.Errorf("%d messages were read; the spot knows %v", read, Facts())
	}
}
