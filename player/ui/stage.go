package ui

import (
	"videoguida/player/a11y"
	"videoguida/player/paint"
	"videoguida/player/story"
)

// Beat is a panel that takes the overlay from a cue on.
type Beat struct {
	At   story.Cue
	Show Block
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
	return at
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
	if before >= 0 && e < 1 {
		saved := p.Shift(0, max(1-1.6*e, 0)) // gone before the new words are read
		s.draw(p, before)
		p.Restore(saved)
	}
	saved := p.Shift(10*(1-e), e)
	s.draw(p, current)
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
	l := s.place(p.M, i)
	p.Fit, p.Room = l.fit, l.room
	r := l.panel
	if now := s[i].Show.Height(p, r.W); now > 0 {
		r.H = min(now, r.H)
		s[i].Show.Draw(p, r)
	}
}
