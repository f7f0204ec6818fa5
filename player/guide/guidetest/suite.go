// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package guidetest is the tests that every guide passes: the script's words,
// the captions, the layout on every stage, what is announced, how long it
// lasts. A guide's own test names each of them and adds what is special to it.
//
// It is a package for tests: no program imports it.
package guidetest

import (
	"testing"

	"videoguida/player"
	"videoguida/player/a11y"
	"videoguida/player/avatar"
	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/player/l10n"
	"videoguida/player/story"
	"videoguida/player/timeline"
	"videoguida/player/typeset/titillium"
	"videoguida/tokengen/token"
)

// Profile is a kind of person whom a guide is told to, on a day.
type Profile struct {
	Name   string
	Claims token.Claims
	Today  civil.Day
}

// Suite is one guide under test.
type Suite struct {
	Prefix   string // of its ids: "naspi-"
	Board    func() *story.Storyboard
	Film     func(c token.Claims) *story.Storyboard
	Facts    func(c token.Claims, today civil.Day) facts.Set
	Profiles []Profile
	Rig      *avatar.Rig // shared: a shape's pointer is its identity, and tests compare frames
}

// Facts returns a profile's facts.
func (s Suite) facts(p Profile) facts.Set { return s.Facts(p.Claims, p.Today) }

// Compile returns a profile's guide in a language, read at measure A.
func (s Suite) Compile(t testing.TB, p Profile, lang string) *timeline.Timeline {
	t.Helper()
	tl, err := timeline.Compile(s.Film(p.Claims), s.facts(p), l10n.Lookup(lang), timeline.Silent{})
	if err != nil {
		t.Fatal(err)
	}
	return tl
}

// Player returns a player of a profile's guide in a language.
func (s Suite) Player(t testing.TB, p Profile, lang string) *player.Player {
	t.Helper()
	fonts, err := titillium.Load()
	if err != nil {
		t.Fatal(err)
	}
	return player.New(s.Compile(t, p, lang), fonts, s.Rig)
}

// everyMark calls f half a second after every marker of every profile.
func (s Suite) everyMark(t *testing.T, f func(p *player.Player, who Profile, where string)) {
	for _, pr := range s.Profiles {
		EveryMark(s.Player(t, pr, "it"), func(p *player.Player, line, marker string) {
			f(p, pr, pr.Name+" "+line+" "+marker)
		})
	}
}

// EveryMark calls f half a second after each line's start and each of its
// markers, when what they bring has come in.
func EveryMark(p *player.Player, f func(p *player.Player, line, marker string)) {
	for _, l := range p.Timeline().Lines {
		for _, m := range append([]timeline.Mark{{At: l.Start}}, l.Marks...) {
			p.Advance(0, player.Input{Kind: player.Seek, Ms: settled(&l, m.At+500)})
			f(p, l.ID, m.Name)
		}
	}
}

// settled returns the first instant from ms on, within the line, at which the
// last picture has replaced the one before.
func settled(l *timeline.Line, ms int) int {
	for _, m := range l.Marks {
		if m.At <= ms && ms < m.At+300 {
			ms = m.At + 300
		}
	}
	return min(ms, l.End-1)
}

// Node returns the frame's node with this id, or nil.
func Node(p *player.Player, id string) *a11y.Node {
	var tree a11y.Tree
	p.Describe(&tree)
	for i := range tree.Nodes {
		if tree.Nodes[i].ID == id {
			return &tree.Nodes[i]
		}
	}
	return nil
}

// Seek goes to ms after a cue and reports whether the guide has it.
func Seek(p *player.Player, c story.Cue, ms int) bool {
	at, ok := p.Timeline().At(c)
	p.Advance(0, player.Input{Kind: player.Seek, Ms: max(at+ms, 0)})
	return ok
}

// Press presses what has an action.
func Press(p *player.Player, action string) []player.Effect {
	return p.Advance(0, player.Input{Kind: player.Press, ID: action})
}
