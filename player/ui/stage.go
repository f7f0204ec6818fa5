// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import (
	"videoguida/player/a11y"
	"videoguida/player/paint"
	"videoguida/player/story"
)

// Beat is a panel that takes the overlay from a cue on.
type Beat struct {
	At    story.Cue
	After int // ms after the cue
	Show  Block
}

// Opening shows what a scene is about until its first overlay is named: it
// comes when the panel of the scene before has gone.
func Opening(line string, n Block, title string) Beat {
	return Beat{At: story.Cue{Line: line}, After: 450, Show: Card(n, Heading(title))}
}

// Stage is a scene's picture: its beats in the order they come. A beat that
// this person's guide lacks is passed over.
type Stage []Beat

// Crossfade is how long a beat takes to replace the one before, ms.
const Crossfade = 250

func (s Stage) since(p Pen, i int) int {
	at := p.Since(s[i].At)
	whole := p
	whole.Whole = true
	if at == story.Absent || s[i].Show.Since(whole) == story.Absent {
		return story.Absent
	}
	return at - s[i].After
}

// now returns the beat of the moment and the one before it; -1 for none.
func (s Stage) now(m *story.Moment) (current, before int) {
	p := Pen{M: m}
	current, before = -1, -1
	for i := range s {
		if s.since(p, i) >= 0 {
			current, before = i, current
		}
	}
	return current, before
}

// Paint implements story.Picture.
func (s Stage) Paint(o *paint.Ops, m *story.Moment) {
	current, before := s.now(m)
	if current < 0 {
		return
	}
	p := Pen{M: m, O: o}
	e := Ease(s.since(p, current), Crossfade)
	if before < 0 || e == 1 {
		s.fade(p, current, e, e)
		return
	}
	k, ok := s.kept(p, before, current)
	if ok {
		p.Kept = k.band.id
	}
	s.fade(p, before, 1, 1-1.6*e) // gone before the new words are read
	s.fade(p, current, e, (e-0.4)/0.6)
	if ok {
		k.draw(e)
	}
}

// fade draws a beat that has come in e, 0…1, rising by ten px.
func (s Stage) fade(p Pen, i int, e, opacity float32) {
	saved := p.Shift(10*(1-e), max(opacity, 0))
	s.draw(p, i)
	p.Restore(saved)
}

// Describe implements story.Picture.
func (s Stage) Describe(t *a11y.Tree, m *story.Moment) {
	current, _ := s.now(m)
	if current < 0 {
		return
	}
	p := Pen{M: m, T: t}
	l := s.place(m, current)
	for i := range m.Scene.Alts {
		if a := &m.Scene.Alts[i]; a.When.Holds(m.Facts) && p.Word(a.ID) != "" {
			p.Say(a11y.Node{ID: a.ID, Role: a11y.Image, Name: p.Word(a.ID)}, l.panel)
			break
		}
	}
	s.draw(p, current)
}

func (s Stage) draw(p Pen, i int) {
	if p, r := s.area(p, i); r.H > 0 {
		s[i].Show.Draw(p, r)
	}
}

// area returns what a beat is drawn with and where.
func (s Stage) area(p Pen, i int) (Pen, paint.Rect) {
	l := s.place(p.M, i)
	p.Fit, p.Room, p.Came = l.fit, l.room, s.since(p, i)
	r := l.panel
	r.H = min(s[i].Show.Height(p, r.W), r.H)
	return p, r
}
