// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import (
	"videoguida/player/a11y"
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/story"
)

// Topics is the scene's topics as buttons, from a cue on. The one that the
// person opens takes the place of them all, with a button that goes on.
type Topics struct {
	at    story.Cue
	list  Block
	topic []topic
}

// topic is one of them: its button, and what it opens.
type topic struct {
	story.Topic
	button option
	open   Block
}

// NewTopics returns the topics entering at a cue, each at least least CSS px
// wide; closing is the message of the button that goes on.
func NewTopics(at story.Cue, least float32, closing string, list []story.Topic) *Topics {
	t := &Topics{at: at}
	var cells []Block
	for _, l := range list {
		one := topic{l, option{id: l.ID, action: "explain:" + l.Text}, stack{
			explained{id: l.ID, role: a11y.Heading}, explained{id: l.Text, role: a11y.Output},
			Do(icon.Play, closing, "explain:"),
		}}
		t.topic = append(t.topic, one)
		cells = append(cells, one)
	}
	t.list = Grid(least, cells...)
	return t
}

// Since implements Block.
func (t topic) Since(p Pen) int {
	if !t.When.Holds(p.M.Facts) {
		return story.Absent
	}
	return Here
}

// Height implements Block.
func (t topic) Height(p Pen, w float32) float32 { return t.button.Height(p, w) }

// Draw implements Block.
func (t topic) Draw(p Pen, r paint.Rect) {
	t.button.Draw(p, r)
	const mark = 18 // a sign that something opens, where the words leave room
	if p.TextWidth(p.Word(t.ID), r.W-2*t.button.pad(p), p.Strong())+2*t.button.pad(p)+mark < r.W {
		p.Icon(icon.Question, Square(r.X+r.W-t.button.pad(p)-mark/2, r.Y+r.H/2, mark), Primary)
	}
}

// Least returns the width at which the longest word still fits.
func (t topic) Least(p Pen) float32 { return t.button.Least(p) }

// opened is the topic that is open, or nil.
func (t *Topics) opened(p Pen) *topic {
	for i := range t.topic {
		if one := &t.topic[i]; one.Text == p.M.Choices.Topic && one.When.Holds(p.M.Facts) {
			return one
		}
	}
	return nil
}

// Opened reports whether an explanation is open.
func (t *Topics) Opened(p Pen) bool { return t.opened(p) != nil }

// shown is the buttons, or what was opened.
func (t *Topics) shown(p Pen) Block {
	if one := t.opened(p); one != nil {
		return one.open
	}
	return t.list
}

// Since implements Block.
func (t *Topics) Since(p Pen) int { return p.Since(t.at) }

// Height implements Block.
func (t *Topics) Height(p Pen, w float32) float32 { return t.shown(p).Height(p, w) }

// Draw implements Block.
func (t *Topics) Draw(p Pen, r paint.Rect) { t.shown(p).Draw(p, r) }

// explained is a message of an explanation: its heading or its words, whatever
// marker they entered at before.
type explained struct {
	Always
	id   string
	role a11y.Role
}

func (e explained) kind(p Pen) Type {
	if e.role == a11y.Heading {
		return p.Strong().In(Deep)
	}
	return p.Prose()
}

// Height implements Block.
func (e explained) Height(p Pen, w float32) float32 {
	return p.TextHeight(p.Word(e.id), w, e.kind(p))
}

// Draw implements Block.
func (e explained) Draw(p Pen, r paint.Rect) {
	p.Text(p.Word(e.id), r, e.kind(p))
	n := a11y.Node{ID: e.id, Role: e.role, Name: p.Word(e.id)}
	if e.role == a11y.Heading {
		n.Level = 2
	}
	p.Say(n, r)
}
