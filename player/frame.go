// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package player

import (
	"videoguida/player/a11y"
	"videoguida/player/paint"
	"videoguida/player/story"
	"videoguida/player/timeline"
	"videoguida/player/ui"
)

// Paint records the frame of the current state.
func (p *Player) Paint(o *paint.Ops) {
	o.Reset()
	ch := p.look()
	ui.Backdrop(o, p.view.W, p.view.H)
	at := p.spot(ch).Matrix()
	p.rig.Paint(o, at, p.score.At(p.moment(at)))
	p.leaving(o, ch)
	p.turning(o, ch)
	if ch.Scene.Stage != nil {
		ch.Scene.Stage.Paint(o, &p.m)
	}
}

// Describe fills t with the frame's nodes, in reading order.
func (p *Player) Describe(t *a11y.Tree) {
	t.Reset()
	if ch := p.look(); ch.Scene.Stage != nil {
		ch.Scene.Stage.Describe(t, &p.m)
	}
}

// Face returns the box of the officer's head, CSS px. It lies below the stage
// while she is out of the frame.
func (p *Player) Face() paint.Rect { return p.spot(p.look()).Face() }

// look fills the moment of the current state and returns its chapter.
func (p *Player) look() *timeline.Chapter {
	i := p.tl.LineAt(p.at())
	ch := &p.tl.Chapters[p.tl.Lines[i].Chapter]
	p.m = story.Moment{
		Scene: ch.Scene, Facts: p.tl.Facts, Words: p.tl, Clock: clock{p},
		Fonts: p.fonts, Icons: &p.icons, W: p.view.W, H: p.view.H, Bottom: p.view.Bottom,
		Held: p.hold(), HeldFor: p.s.HeldFor, Reduced: p.view.Reduced, Choices: p.s.Choices,
		Turning: p.s.Turning,
	}
	return ch
}

// at is the time whose picture is shown: a hold shows its own line, though
// its end is the start of the next.
func (p *Player) at() int {
	if p.s.Hold != 0 {
		return p.tl.Lines[p.s.Hold-1].End - 1
	}
	return p.s.T
}

// clock answers for the player's position without copying it into each cue.
type clock struct{ p *Player }

// Since implements story.Clock.
func (c clock) Since(q story.Cue) int {
	at, ok := c.p.tl.At(q)
	if !ok {
		return story.Absent
	}
	return c.p.at() + c.p.s.HeldFor - at
}

// staged is a picture that places the officer.
type staged interface {
	Officer(m *story.Moment, from ui.Spot, since int) ui.Spot
	Last(m *story.Moment) ui.Spot
}

// spot is where the officer stands.
func (p *Player) spot(ch *timeline.Chapter) ui.Spot {
	stage, ok := ch.Scene.Stage.(staged)
	if !ok {
		return ui.Rest(&p.m)
	}
	from, since := p.lastSpot(ch), p.at()+p.s.HeldFor-ch.Start
	spot := stage.Officer(&p.m, from, since)
	if p.s.Turning == 0 {
		return spot
	}
	p.was = p.m
	p.was.Choices.Answers = p.s.before
	return stage.Officer(&p.was, from, since).Turned(spot, p.s.Turning)
}

// lastSpot is where the scene before left the officer.
func (p *Player) lastSpot(ch *timeline.Chapter) ui.Spot {
	prev := p.previous(ch)
	if prev == nil {
		return ui.Rest(&p.m)
	}
	stage, ok := prev.Scene.Stage.(staged)
	if !ok {
		return ui.Rest(&p.m)
	}
	p.was = p.m
	p.was.Scene = prev.Scene
	return stage.Last(&p.was)
}

// previous returns the scene that was on before ch: the menu's when a part of
// it was chosen there.
func (p *Player) previous(ch *timeline.Chapter) *timeline.Chapter {
	if p.s.Back != 0 {
		return &p.tl.Chapters[p.tl.Lines[p.s.Back-1].Chapter]
	}
	if i := p.tl.Lines[ch.First].Chapter; i > 0 {
		return &p.tl.Chapters[i-1]
	}
	return nil
}

// turning fades the screen of the answers before out.
func (p *Player) turning(o *paint.Ops, ch *timeline.Chapter) {
	if p.s.Turning == 0 {
		return
	}
	p.was = p.m
	p.was.Choices.Answers, p.was.Turning = p.s.before, 0
	old, _ := ui.Turning(p.s.Turning)
	saved := o.Shift(0, 0, old)
	ch.Scene.Stage.Paint(o, &p.was)
	o.Restore(saved)
}

// leaving fades the scene before out.
func (p *Player) leaving(o *paint.Ops, ch *timeline.Chapter) {
	since := p.at() - ch.Start
	prev := p.previous(ch)
	if since >= ui.Crossfade || prev == nil || prev.Scene.Stage == nil || p.s.Hold != 0 {
		return
	}
	p.was = p.m
	p.was.Scene = prev.Scene
	saved := o.Shift(0, 0, 1-ui.Ease(since, ui.Crossfade))
	prev.Scene.Stage.Paint(o, &p.was)
	o.Restore(saved)
}
