//go:build js

package main

import (
	"syscall/js"

	"videoguida/player/facts"
	"videoguida/player/sheet"
	"videoguida/wasm/dom"
)

// answer is one of the four questions people call about, answered.
type answer struct{ id, term, value, note string }

// fourAnswers are the figures that people ask for first and the next thing to
// do. What the token does not know is left out, never invented.
func (r *reader) fourAnswers() []answer {
	var out []answer
	form := r.sheet()
	for _, a := range form.Answers {
		if value := r.figure(a); value != "" {
			out = append(out, answer{a.Kind, r.text(a.ID), value, r.note(a.Note)})
		}
	}
	return append(out, answer{"scadenza", r.word("scadenza"), r.text(form.Next), ""})
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
		if a.note != "" {
			dom.Append(row, box("dd", "note", a.note))
		}
		dom.Append(dl, row)
	}
	return dl
}
