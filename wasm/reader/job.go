// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"strings"
	"syscall/js"

	"videoguida/player/benefit"
	"videoguida/player/milestone"
	"videoguida/wasm/dom"
)

// job is the form "what if I find a job": the answers given so far, in order.
type job struct{ answers []string }

// String returns the answers with commas, as the bus carries them.
func (j job) String() string { return strings.Join(j.answers, ",") }

// with returns j with one more answer.
func (j job) with(answer string) job {
	return job{append(j.answers[:len(j.answers):len(j.answers)], answer)}
}

// back returns j without its last answer.
func (j job) back() job { return job{j.answers[:max(0, len(j.answers)-1)]} }

// step is where the answers lead. An answer that is not offered where it
// stands leads back to the first question.
func (j job) step() benefit.Step {
	s, err := benefit.Walk(j.answers)
	if err != nil {
		s, _ = benefit.Walk(nil)
	}
	return s
}

// given calls yield with each question, its answer and the answer's label.
func (j job) given(yield func(question, answer, label string)) {
	for i, a := range j.answers {
		s, err := benefit.Walk(j.answers[:i])
		if err != nil || s.Question == nil {
			return
		}
		for _, o := range s.Question.Options {
			if o.Answer == a {
				yield(s.Question.ID, a, o.Label)
			}
		}
	}
}

// pressJob changes the answers, draws the form again and moves the focus to
// what is new.
func (r *reader) pressJob(verb, arg string) {
	switch verb {
	case "answer":
		r.job = r.job.with(arg)
	case "back":
		r.job = r.job.back()
	case "again":
		r.job = job{}
	}
	r.drawJob()
	r.countJob()
	dom.Focus(dom.ByID("lavoro-fuoco"))
	r.tellJob()
}

// tellJob tells the film the answers.
func (r *reader) tellJob() {
	r.rev++
	dom.Send(dom.ToFilm, dom.Message{Type: dom.MsgChoice, ID: dom.ChoiceJob, Value: r.job.String(), Rev: r.rev})
}

// takeJob takes over what was answered in the film. The focus stays there.
func (r *reader) takeJob(m dom.Message) {
	given := job{strings.FieldsFunc(m.Value, func(c rune) bool { return c == ',' })}
	if _, err := benefit.Walk(given.answers); err != nil || m.ID != dom.ChoiceJob || m.Rev <= r.rev {
		return
	}
	r.job, r.rev = given, m.Rev
	r.drawJob()
	r.countJob()
}

// countJob counts how far the questions were answered, never an answer.
func (r *reader) countJob() {
	if len(r.job.answers) == 0 {
		return
	}
	r.count(milestone.Job("begun"))
	if r.job.step().Outcome != nil {
		r.count(milestone.Job("done"))
	}
}

// openForm brings the form into view for the film.
func (r *reader) openForm() {
	if form := dom.ByID("lavoro-info"); form.Truthy() {
		dom.Focus(dom.ByID("lavoro-fuoco"))
		form.Call("scrollIntoView")
	}
}

// drawJob draws the form's current step again.
func (r *reader) drawJob() {
	if e := dom.ByID("lavoro-passo"); e.Truthy() {
		dom.Clear(e)
		dom.Append(e, r.jobStep())
	}
}

// jobCard is the form: one question at a time, then a result. No answer leaves
// the device.
func (r *reader) jobCard() js.Value {
	return dom.El("div", dom.Attrs{"class", "card job", "id", "lavoro-info"},
		r.heading("h4", "naspi-inf-titolo"),
		r.p("naspi-inf-intro"),
		dom.El("div", dom.Attrs{"id", "lavoro-passo"}, r.jobStep()),
		box("p", "note", r.limitsNote()),
		box("p", "note", r.text("naspi-inf-vale")))
}

func (r *reader) limitsNote() any {
	if !r.facts["annoSoglie"].Known() {
		return nil
	}
	return r.text("naspi-inf-soglie")
}

func (r *reader) jobStep() js.Value {
	s := r.job.step()
	if s.Outcome != nil {
		return r.jobResult(s.Outcome)
	}
	return r.jobQuestion(s.Question)
}

// jobQuestion is a question with its answers as big buttons.
func (r *reader) jobQuestion(s *benefit.Question) js.Value {
	q := box("fieldset", "question",
		dom.El("legend", dom.Attrs{"id", "lavoro-fuoco", "tabindex", "-1"}, r.text(s.ID)),
		r.help(s.ID))
	for _, o := range s.Options {
		b := dom.El("button", append(do("answer", o.Answer), "class", "option"),
			dom.El("strong", nil, r.text(o.Label)))
		dom.Append(b, r.help(o.Label))
		dom.Append(q, b)
	}
	return list(q, r.backButton())
}

// help is the line under a question or an answer, or nil.
func (r *reader) help(id string) any {
	if !r.words.Has(id + "-h") {
		return nil
	}
	return box("span", "help", r.text(id+"-h"))
}

func (r *reader) backButton() any {
	if len(r.job.answers) == 0 {
		return nil
	}
	return box("div", "actions", button("secondary", r.text("naspi-inf-b-indietro"), "back", ""))
}
