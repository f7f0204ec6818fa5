//go:build js

package main

import (
	"syscall/js"

	"videoguida/player/civil"
	"videoguida/wasm/dom"
)

// answer is one of the four questions people call about, answered.
type answer struct{ id, term, value, note string }

// fourAnswers are the amount, the first payment, the duration and the next
// duty. What the token does not know is left out, never invented.
func (r *reader) fourAnswers() []answer {
	var out []answer
	if amount := r.facts["importo"]; amount.Known() {
		out = append(out, answer{"importo", r.text("rie-importo"), r.words.Money(amount.N), ""})
	}
	out = append(out, answer{"primo", r.text("rie-primo"), r.firstPayment(), ""})
	if days := r.facts["giorni"]; days.Known() {
		value := r.words.Int(days.N) + " " + r.word("giorni")
		out = append(out, answer{"durata", r.text("naspi-cap-durata"), value, r.end()})
	}
	return append(out, answer{"scadenza", r.word("scadenza"), r.text(r.nextDuty()), ""})
}

func (r *reader) firstPayment() string {
	if d := civil.Day(r.facts["primoPagamento"].N); d != 0 {
		return r.words.Date(d)
	}
	return r.text("naspi-lbl-presto")
}

// end is the last day of benefit, "" when the start is not known.
func (r *reader) end() string {
	if !r.facts["decorrenza"].Known() {
		return ""
	}
	return r.text("naspi-lbl-fine")
}

// nextDuty is the message of the nearest thing to do.
func (r *reader) nextDuty() string {
	if r.facts["siisl"].Known() && !r.facts["siislScaduto"].Known() {
		return "rie-scad-siisl"
	}
	return r.sheet().Deadlines()[0]
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
