// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"errors"

	"videoguida/player"
	"videoguida/player/avatar"
	"videoguida/player/facts"
	"videoguida/player/guide"
	drawn "videoguida/player/guide/film"
	"videoguida/player/l10n"
	"videoguida/player/milestone"
	"videoguida/player/story"
	"videoguida/player/timeline"
	"videoguida/player/typeset"
	"videoguida/player/typeset/titillium"
	"videoguida/wasm/film/sound"
	"videoguida/wasm/letter"
)

// film is the program's state: the player and the parts of the page that show
// it. Every change goes through do, so that they cannot part ways.
type film struct {
	boot     letter.Boot
	letter   letter.Letter
	tells    guide.Guide
	covered  bool // the amounts are
	facts    facts.Set
	board    *story.Storyboard
	words    *l10n.Catalog
	player   *player.Player
	fonts    *typeset.Fonts
	rig      *avatar.Rig
	clock    clock
	game     *game
	stage    stage
	nodes    nodes
	cc       captions
	bar      bar
	panel    panel
	prefs    prefs
	narrator narrator
	device   device
	notice   notice
	told     told
	viewing  *milestone.Viewing
	rev      int  // of the answers to the quiz, see dom.Message
	gone     bool // the letter was erased
}

// open verifies the letter and compiles its guide; without a letter, the spot.
func open(boot letter.Boot) (*film, error) {
	g, l := guide.Spot(), letter.Letter{}
	if boot.Token != "" {
		var err error
		if l, err = boot.Open(); err != nil {
			return nil, err
		}
		g, _ = guide.Find(l.Claims.Guide)
	}
	board, ok := drawn.Of(l.Claims)
	if !ok {
		return nil, errors.New("film: no film for this guide")
	}
	fonts, err := titillium.Load()
	if err != nil {
		return nil, err
	}
	f := &film{
		boot: boot, letter: l, tells: g, facts: g.Facts(l.Claims, l.Today), board: board,
		fonts: fonts, rig: avatar.New(), prefs: readPrefs(boot),
	}
	f.game = newGame(f)
	f.narrator.film = f
	f.viewing = milestone.NewViewing(f.note)
	f.device.sound = sound.NewDevice(f.next)
	err = f.compile(boot.Lang(l.Claims.Lang))
	f.narrator.build(f)
	return f, err
}

// compile makes the player of a language. The position is kept by line: the
// languages do not take the same time.
func (f *film) compile(lang string) error {
	f.words = l10n.Lookup(lang)
	tl, err := timeline.Compile(f.board, f.facts, f.words, f.narrator.voice())
	if err != nil {
		return err
	}
	f.viewing.Tell(tl)
	old := f.player
	f.player = player.New(tl, f.fonts, f.rig)
	if old != nil {
		f.player.Advance(0, player.Input{Kind: player.Seek, Ms: resume(old, tl)},
			player.Input{Kind: player.Answers, ID: old.State().Choices.Answers})
	}
	return nil
}

// resume is where tl goes on from what old was telling, ms: a line starts
// again, but a guide that waits for the person goes on waiting. A line that is
// not told any more gives way to the next.
func resume(old *player.Player, tl *timeline.Timeline) int {
	s, was := old.State(), old.Timeline().Lines
	i := old.Timeline().LineAt(s.T)
	if s.Hold != 0 {
		i = s.Hold - 1
	}
	for j := i; j < len(was); j++ {
		switch n := tl.LineIndex(was[j].ID); {
		case n < 0:
		case s.Hold != 0 && j == i:
			return tl.Lines[n].End - 1
		default:
			return tl.Lines[n].Start
		}
	}
	return tl.Duration
}

// cover tells the guide with or without the amounts, from the line it is at.
func (f *film) cover(on bool) {
	if on == f.covered {
		return
	}
	f.covered = on
	claims := f.letter.Claims
	if on {
		claims = guide.Cover(claims)
	}
	f.facts = f.tells.Facts(claims, f.letter.Today)
	f.board, _ = drawn.Of(claims)
	f.again(f.words.Lang())
}

// do lets the time pass until now, applies what the person did, performs what
// follows and shows the result.
func (f *film) do(in ...player.Input) {
	f.pass()
	from := f.player.State().T
	f.perform(f.player.Advance(0, in...))
	f.viewing.Jumped(from, f.player.State().T)
	f.refresh()
	f.game.redraw()
}

// pass lets the time since the last call go by and tells what was played.
func (f *film) pass() {
	from := f.player.State().T
	f.elapse()
	f.viewing.Played(from, f.player.State().T)
}

func (f *film) elapse() {
	dt := f.clock.elapsed()
	s := f.player.State()
	if f.narrator.leads(s) {
		f.perform(f.narrator.pass(dt, s))
		return
	}
	if end, ok := f.device.limit(f); ok && s.Playing && s.Hold == 0 {
		f.perform(f.player.Reach(min(s.T+dt*rate(s)/100, end-1)))
		return
	}
	f.perform(f.player.Advance(dt))
}

// next goes on when the device's voice has said a sentence.
func (f *film) next() {
	f.pass()
	f.refresh()
}

// refresh brings every part of the page up to the state. Each part changes
// only what differs from what it shows.
func (f *film) refresh() {
	s := f.player.State()
	f.narrator.follow(s)
	f.device.follow(f, s)
	f.cc.show(f.caption(s))
	f.bar.show(f, s)
	f.nodes.show(f)
	f.tell(s)
	f.clock.wakeAt(f, s)
}

// caption is what is being said: nothing between two lines and at a hold.
func (f *film) caption(s player.State) *timeline.Cue {
	if !f.prefs.captions {
		return nil
	}
	if s.Hold != 0 {
		return f.player.Timeline().CueAt(f.player.Timeline().Lines[s.Hold-1].End - 1)
	}
	return f.player.Timeline().CueAt(s.T)
}

// text is a message of the interface.
func (f *film) text(id string) string { return f.words.Text(id, f.facts) }
