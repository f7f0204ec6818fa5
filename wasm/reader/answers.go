// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"syscall/js"

	"videoguida/player/facts"
	"videoguida/player/sheet"
	"videoguida/wasm/dom"
)

// answer is one of the four questions people call about, answered.
type answer struct {
	id, term, value, note string

	hidden bool // it is covered: a press shows it
}

// fourAnswers are the figures that people ask for first and the next thing to
// do. What the token does not know is left out, never invented.
func (r *reader) fourAnswers() []answer {
	var out []answer
	form := r.sheet()
	for _, a := range form.Answers {
		if r.hides(a) {
			out = append(out, answer{id: a.Kind, term: r.text(a.ID), hidden: true})
		} else if value := r.figure(a); value != "" {
			out = append(out, answer{id: a.Kind, term: r.text(a.ID), value: value, note: r.note(a.Note)})
		}
	}
	return append(out, answer{id: "scadenza", term: r.word("scadenza"), value: r.text(form.Next)})
}

// figure is the answer's figure, or what is said when it is not known.
func (r *reader) figure(a sheet.Answer) string {
	v := r.facts[a.Fact]
	switch {
	case !v.Known() && a.None == "":
		return ""
	case !v.Known():
		return r.text(a.None)
	case v.Kind == facts.Count:
		return r.words.Int(v.N) + " " + r.word("giorni")
	}
	return r.sheet().Value(v)
}

// note is what stands beside an answer, "" when there is nothing to say.
func (r *reader) note(id string) string {
	if id == "" {
		return ""
	}
	return r.text(id)
}

// answers is the definition list of the four answers.
func (r *reader) answers() js.Value {
	dl := box("dl", "answers")
	for _, a := range r.fourAnswers() {
		row := dom.El("div", dom.Attrs{"data-fact", a.id},
			dom.El("dt", nil, a.term), dom.El("dd", nil, a.value))
		if a.hidden {
			dom.Append(row.Get("lastChild"), button("secondary", r.text("ui-mostra-importo"), "cover", "0"))
		}
		if a.note != "" {
			dom.Append(row, box("dd", "note", a.note))
		}
		dom.Append(dl, row)
	}
	return dl
}
