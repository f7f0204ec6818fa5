// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package newjob paints the infographic "what if I find a job": one question a
// screen along the graph of package benefit, then a result with an icon, a word
// and a colour.
//
// The answers so far are story.Choices.Answers, so every screen is a pure
// function of the moment. No answer leaves the device.
package newjob

import (
	"strings"

	"videoguida/player/benefit"
	"videoguida/player/paint"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// Quiz is the infographic: a ui.Block that shows the screen of the answers so
// far. Its screens are made once, so that frames do not allocate. Create it
// with New.
type Quiz struct {
	services []story.Button
	screens  map[string]ui.Block // by the answers, with commas
	words    []string
}

// New returns the infographic. Among the services are those of its results,
// whose labels it shows.
func New(services []story.Button) *Quiz {
	q := &Quiz{services: services, screens: map[string]ui.Block{}}
	q.words = append(q.words, always[:]...)
	q.add(nil)
	return q
}

// always are the messages that do not come from the graph.
var always = [...]string{
	"naspi-inf-titolo", "naspi-inf-intro", "naspi-inf-fai", "naspi-inf-quando", soglie, "naspi-inf-vale", "naspi-inf-stima-q",
	"naspi-inf-b-indietro", "naspi-inf-b-altro", "naspi-inf-b-scarica", "naspi-inf-b-continua",
	"naspi-inf-altre", "naspi-inf-prima", "naspi-inf-pag-dopo", "naspi-inf-pag-prima",
}

// add makes the screen that answers lead to and those that follow from it.
func (q *Quiz) add(answers []string) {
	step, err := benefit.Walk(answers)
	if err != nil {
		return
	}
	at := strings.Join(answers, ",")
	if step.Outcome != nil {
		q.screens[at] = q.result(step.Outcome)
		return
	}
	q.screens[at] = q.question(step.Question, len(answers) == 0)
	for _, o := range step.Question.Options {
		q.add(append(answers[:len(answers):len(answers)], o.Answer))
	}
}

// write notes that a screen writes a message, and returns it.
func (q *Quiz) write(id string) string {
	q.words = append(q.words, id)
	return id
}

// Words returns the ids of everything that a screen may write. Some are help
// lines that a catalog may lack.
func (q *Quiz) Words() []string { return q.words }

// Leads implements story.Quiz.
func (q *Quiz) Leads(answers string) bool { return q.screens[answers] != nil }

// at returns the screen of the moment.
func (q *Quiz) at(p ui.Pen) ui.Block {
	if s := q.screens[p.M.Choices.Answers]; s != nil {
		return s
	}
	return q.screens[""]
}

// Since implements ui.Block.
func (q *Quiz) Since(ui.Pen) int { return ui.Here }

// Height implements ui.Block.
func (q *Quiz) Height(p ui.Pen, w float32) float32 { return q.at(p).Height(p, w) }

// Draw implements ui.Block.
func (q *Quiz) Draw(p ui.Pen, r paint.Rect) {
	_, shown := ui.Turning(p.M.Turning)
	saved := p.Shift(0, shown)
	q.at(p).Draw(p, r)
	p.Restore(saved)
}
