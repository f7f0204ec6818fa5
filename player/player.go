// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package player is the machine that the shells drive: it owns the position
// in one person's guide and draws and describes the frame that belongs there.
//
// Time comes in through Advance; pictures go out through Paint and Describe,
// which fill buffers of the caller. It never reads a clock, opens a link or
// plays a sound: what must happen outside is returned as an Effect.
package player

import (
	"strconv"
	"strings"

	"videoguida/player/avatar"
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/timeline"
	"videoguida/player/typeset"
)

// Player plays one timeline. Create it with New.
type Player struct {
	tl    *timeline.Timeline
	fonts *typeset.Fonts
	rig   *avatar.Rig
	score *avatar.Score
	icons icon.Set
	m     story.Moment // of the frame being drawn; kept so that frames do not allocate
	was   story.Moment // of the scene that leaves
	s     State
	view  View
}

// View is the stage: its size in CSS px and the person's preferences.
type View struct {
	W, H    float32
	Bottom  float32 // kept free at the bottom beside the officer: captions lie there
	Reduced bool    // less motion
}

// New returns a player at the start of tl, paused.
func New(tl *timeline.Timeline, fonts *typeset.Fonts, rig *avatar.Rig) *Player {
	return &Player{tl: tl, fonts: fonts, rig: rig, score: perform(tl), view: View{W: 390, H: 616}}
}

// State returns the current state.
func (p *Player) State() State { return p.s }

// Timeline returns the guide being played.
func (p *Player) Timeline() *timeline.Timeline { return p.tl }

// Resize sets the stage.
func (p *Player) Resize(v View) { p.view = v }

// Advance applies the inputs, then lets dt ms pass.
func (p *Player) Advance(dt int, in ...Input) []Effect {
	var out []Effect
	for _, i := range in {
		out = p.apply(i, out)
	}
	if !p.s.Playing {
		return out
	}
	if p.s.Hold != 0 {
		p.s.HeldFor = min(p.s.HeldFor+dt, MaxHeld)
		p.s.Turning = max(p.s.Turning-dt, 0)
		return out
	}
	if p.s.Rate > 0 {
		dt = dt * p.s.Rate / 100
	}
	return p.step(dt, out)
}

// Reach lets time pass until ms of the guide, as a voice that leads tells it.
// Time stands still while paused or held, and never goes back.
func (p *Player) Reach(ms int) []Effect {
	if !p.s.Playing || p.s.Hold != 0 || ms <= p.s.T {
		return nil
	}
	return p.step(ms-p.s.T, nil)
}

// step moves on by dt ms, stopping exactly on a hold, on the end of a chosen
// part, of a chapter if the person wants it, or of the guide.
func (p *Player) step(dt int, out []Effect) []Effect {
	to := p.s.T + dt
	if i := p.nextHold(p.s.T, to); i >= 0 {
		p.s.T, p.s.Hold, p.s.HeldFor = p.tl.Lines[i].End, i+1, 0
		return out
	}
	if p.s.Back != 0 && to >= p.s.Until {
		p.s.Hold, p.s.HeldFor = p.s.Back, 0
		p.s.T, p.s.Back = p.tl.Lines[p.s.Hold-1].End, 0
		return out
	}
	if last, follows := p.lastOf(p.s.T); p.s.Rests && follows && p.s.T < last && last <= to {
		p.s.T, p.s.Playing = last, false
		return append(out, Effect{Kind: Rested})
	}
	if to >= p.tl.Duration {
		p.s.T, p.s.Playing = p.tl.Duration, false
		return append(out, Effect{Kind: Ended})
	}
	p.s.T = to
	return out
}

// lastOf returns the last ms of the chapter told at t, and whether another one
// follows without a hold between them.
func (p *Player) lastOf(t int) (ms int, follows bool) {
	i := p.tl.Lines[p.tl.LineAt(t)].Chapter
	if i == len(p.tl.Chapters)-1 || p.tl.Lines[p.tl.Chapters[i+1].First-1].Hold != nil {
		return 0, false
	}
	return p.tl.Chapters[i].End - 1, true
}

// nextHold returns the line whose hold lies in (from, to] and has not just
// been answered, or -1.
func (p *Player) nextHold(from, to int) int {
	for i := p.tl.LineAt(from); i < len(p.tl.Lines) && p.tl.Lines[i].End <= to; i++ {
		if p.tl.Lines[i].Hold != nil && p.s.passed != i+1 && p.tl.Lines[i].End > from-1 {
			return i
		}
	}
	return -1
}

func (p *Player) apply(in Input, out []Effect) []Effect {
	switch in.Kind {
	case Play:
		if p.s.T >= p.tl.Duration {
			p.seek(0)
		}
		p.s.Playing = true
	case Pause:
		p.s.Playing = false
	case Seek:
		p.seek(in.Ms)
	case Skip:
		p.seek(p.s.T + in.Ms)
	case Speed:
		p.s.Rate = min(max(in.Ms, 50), 200)
	case Rest:
		p.s.Rests = in.Ms != 0
	case Answers:
		p.take(in.ID)
	case Press:
		return p.press(in.ID, out)
	}
	return out
}

// seek goes to ms and leaves any hold: seeking never triggers one.
func (p *Player) seek(ms int) {
	p.s.T = min(max(ms, 0), p.tl.Duration)
	p.s.Hold, p.s.HeldFor, p.s.Back, p.s.passed, p.s.Turning = 0, 0, 0, 0, 0
	p.s.Choices.Page, p.s.Choices.Topic = 0, ""
	for i := range p.tl.Lines {
		if l := &p.tl.Lines[i]; l.Hold != nil && l.End == p.s.T {
			p.s.passed = i + 1
		}
	}
}

func (p *Player) press(action string, out []Effect) []Effect {
	if id, ok := strings.CutPrefix(action, actChoose); ok {
		p.choose(id)
	} else if id, ok := strings.CutPrefix(action, actOpen); ok {
		return append(out, Effect{OpenService, id})
	} else if id, ok := strings.CutPrefix(action, actSave); ok {
		return append(out, Effect{SaveFile, id})
	} else if id, ok := strings.CutPrefix(action, actForm); ok {
		return append(out, Effect{OpenForm, id})
	} else if id, ok := strings.CutPrefix(action, actRate); ok {
		p.s.Choices.Stars = number(id)
		return append(out, Effect{Rate, id})
	} else if id, ok := strings.CutPrefix(action, actMonth); ok {
		p.s.Choices.Month = number(id)
	} else if id, ok := strings.CutPrefix(action, actPage); ok {
		p.s.Choices.Page = number(id)
	} else if id, ok := strings.CutPrefix(action, actExplain); ok {
		p.explain(id)
	} else if answers, ok := after(p.s.Choices.Answers, action); ok {
		return p.answer(answers, out)
	} else if action == actReplay {
		p.seek(0)
		p.s.Playing = true
	} else if action == actContinue && p.arrive() {
		p.s.passed, p.s.Hold, p.s.HeldFor, p.s.Turning = p.s.Hold, 0, 0, 0
		p.s.Playing = true
	}
	return out
}

// explain opens a topic, and the guide waits while it is read; without one it
// closes what was open and goes on.
func (p *Player) explain(topic string) {
	p.s.Choices.Topic = topic
	p.s.Playing = topic == ""
}

// number reads the digits of an action; anything else is 0.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// arrive makes sure that the guide stands at a hold: an answer may come before
// the question has been read out.
func (p *Player) arrive() bool {
	if p.s.Hold != 0 {
		return true
	}
	first := p.tl.LineAt(p.s.T)
	for i := first; i < len(p.tl.Lines) && p.tl.Lines[i].Chapter == p.tl.Lines[first].Chapter; i++ {
		if p.tl.Lines[i].Hold != nil {
			p.s.T, p.s.Hold, p.s.HeldFor = p.tl.Lines[i].End, i+1, 0
			return true
		}
	}
	return false
}

// choose plays the part that a menu answer names and remembers to come back.
func (p *Player) choose(id string) {
	if !p.arrive() {
		return
	}
	for _, c := range p.hold().Choices {
		if c.ID != id {
			continue
		}
		if start, end, ok := p.part(c.Scene, c.Line); ok {
			back := p.s.Hold
			p.s = State{T: start, Playing: true, Back: back, Until: end, Rate: p.s.Rate, Rests: p.s.Rests, Choice: id, Choices: p.s.Choices}
			p.s.Choices.Page, p.s.Choices.Topic = 0, ""
		}
	}
}

func (p *Player) part(scene, line string) (start, end int, ok bool) {
	for _, ch := range p.tl.Chapters {
		if ch.Scene.ID != scene {
			continue
		}
		start, end = ch.Start, ch.End
		if i := p.tl.LineIndex(line); i >= 0 {
			start = p.tl.Lines[i].Start
		}
		return start, end, true
	}
	return 0, 0, false
}
