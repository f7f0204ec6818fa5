// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package naspi

import (
	"testing"

	"videoguida/player"
	"videoguida/player/a11y"
	"videoguida/player/civil"
	"videoguida/player/guide/guidetest"
	"videoguida/player/l10n"
	"videoguida/player/paint"
	"videoguida/player/timeline"
	"videoguida/tokengen/token"
)

func TestScript(t *testing.T)                   { suite().Script(t, nil) }
func TestLength(t *testing.T)                   { suite().Length(t, 210, 290) }
func TestNotEmpty(t *testing.T)                 { suite().NeverLongEmpty(t) }
func TestWords(t *testing.T)                    { suite().Words(t) }
func TestConditionsReadFacts(t *testing.T)      { suite().Conditions(t) }
func TestCuesAreMarkers(t *testing.T)           { suite().Cues(t) }
func TestCaptions(t *testing.T)                 { suite().Captions(t) }
func TestPaintedTextIsAnnounced(t *testing.T)   { suite().Announced(t) }
func TestLabelsEnterAtTheirMarker(t *testing.T) { suite().LabelsEnter(t) }
func TestPaintedFiguresAreTold(t *testing.T)    { suite().FiguresTold(t, 500) }
func TestGuideIsEasyToRead(t *testing.T)        { suite().EasyToRead(t) }
func TestSeekEqualsPlay(t *testing.T)           { suite().SeekEqualsPlay(t, profiles()[0]) }
func TestNeverOverTheFace(t *testing.T)         { suite().NeverOverTheFace(t, profiles()[7]) }
func TestServicesPages(t *testing.T)            { suite().ServicesPages(t, profiles()[0], forYou) }
func TestRating(t *testing.T)                   { suite().Rating(t, profiles()[0]) }
func TestReplay(t *testing.T)                   { suite().Replay(t, profiles()[0]) }

func TestSteadyFrameAllocatesNothing(t *testing.T) { suite().Steady(t, profiles()[7]) }

// TestEveryVariantFits: whatever somebody hears in German or English fits a
// phone. Of the rules of 2025, and of days still to come, only earlier guides told.
func TestEveryVariantFits(t *testing.T) {
	s := suite()
	s.Profiles = append(s.Profiles, guidetest.Profile{"seen in 2025", maria(), civil.Date(2025, 12, 1)})
	s.EveryVariantFits(t, "de", "en")
}

// TestLayout holds every stage to the layout rules, for several people and in
// three languages.
func TestLayout(t *testing.T) {
	var people []guidetest.Told
	for _, i := range []int{0, 4, 6, 7, 12, 16, 18, 20} {
		people = append(people, guidetest.Told{Profile: profiles()[i%8], Lang: [...]string{"it", "de", "en"}[i/8]})
	}
	suite().Layout(t, people)
}

// TestMissingClaimsInventNothing withholds each claim of the case in turn.
func TestMissingClaimsInventNothing(t *testing.T) {
	suite().Missing(t, profiles()[0], 30, map[string]func(c *token.Claims){
		"name": func(c *token.Claims) { c.Name = "" }, "applied": func(c *token.Claims) { c.Applied = 0 },
		"start": func(c *token.Claims) { c.Start = 0 }, "days": func(c *token.Claims) { c.Days = 0 },
		"monthly": func(c *token.Claims) { c.Monthly = 0 }, "calc": func(c *token.Claims) { c.Calc = "" },
		"year": func(c *token.Claims) { c.Year = 0 }, "first_pay": func(c *token.Claims) { c.FirstPay = 0 },
		"all": func(c *token.Claims) { *c = token.Claims{V: 1, Guide: "naspi", Exp: c.Exp} },
	})
}

// TestHolds: the menu waits without end, plays a part and comes back.
func TestHolds(t *testing.T) {
	p := newPlayer(t, profiles()[0])
	p.Advance(0, player.Input{Kind: player.Play})
	for range 2000 {
		p.Advance(100)
	}
	s := p.State()
	if s.Hold == 0 || p.Timeline().Lines[s.Hold-1].ID != "naspi-domande-2" || s.HeldFor != player.MaxHeld {
		t.Fatalf("after 200 s the guide should wait at the menu: %+v", s)
	}
	p.Advance(0, player.Input{Kind: player.Press, ID: "choose:naspi-btn-dom-controllo"})
	if l := p.Timeline().Lines[p.Timeline().LineAt(p.State().T)]; l.ID != "naspi-quando-5" {
		t.Fatalf("the answer starts at %s", l.ID)
	}
	for range 600 {
		p.Advance(100)
	}
	if s := p.State(); s.Hold == 0 || p.Timeline().Lines[s.Hold-1].ID != "naspi-domande-2" {
		t.Fatalf("the answer should come back to the menu: %+v", s)
	}
	p.Advance(0, player.Input{Kind: player.Press, ID: "continue"})
	for range 30 {
		p.Advance(100)
	}
	if l := p.Timeline().Lines[p.Timeline().LineAt(p.State().T)]; l.ID != "naspi-quanto-1" {
		t.Errorf("going on leads to %s", l.ID)
	}
}

// BenchmarkFrame paints and describes the chart, the richest picture.
func BenchmarkFrame(b *testing.B) {
	p := newPlayer(b, profiles()[0])
	at, _ := p.Timeline().At(at{"naspi-durata-5", "ridotto"})
	p.Advance(0, player.Input{Kind: player.Seek, Ms: at + 500})
	var o paint.Ops
	var tree a11y.Tree
	b.ReportAllocs()
	for b.Loop() {
		p.Paint(&o)
		p.Describe(&tree)
	}
}

func BenchmarkCompile(b *testing.B) {
	f := Facts(maria(), today)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := timeline.Compile(Film(Months(maria())), f, l10n.Lookup("it"), timeline.Silent{}); err != nil {
			b.Fatal(err)
		}
	}
}
