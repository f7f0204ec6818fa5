// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"strings"
	"syscall/js"

	"videoguida/player/benefit"
	"videoguida/wasm/dom"
)

// sign is the picture of a result; it stands beside the words, never instead
// of them.
func sign(r benefit.Result) string {
	switch r {
	case benefit.Reduced:
		return "↓"
	case benefit.Suspended, benefit.SuspendedByDays:
		return "❚❚"
	case benefit.Lost:
		return "■"
	case benefit.Whole, benefit.WholeThreeMonths:
		return "✓"
	case benefit.ToEstimate:
		return "✎"
	}
	return "?"
}

// kind is the colour of a result: nothing changes, or something does.
func kind(r benefit.Result) string {
	if r == benefit.Whole || r == benefit.WholeThreeMonths {
		return "good"
	}
	return "care"
}

// jobResult is the outcome: what happens, what to do and by when. Its title
// takes the focus and is heard by that: as a live region it would be heard twice.
func (r *reader) jobResult(o *benefit.Outcome) js.Value {
	id := "naspi-inf-" + o.Text
	out := dom.El("output", dom.Attrs{"class", "result", "aria-live", "off", "aria-labelledby", "lavoro-fuoco", "data-result", o.Text, "data-case", o.Case, "data-kind", kind(o.Result)},
		dom.El("h4", dom.Attrs{"id", "lavoro-fuoco", "tabindex", "-1"},
			dom.El("span", dom.Attrs{"aria-hidden", "true", "class", "sign"}, sign(o.Result)), " ", r.text(id+"-t")),
		r.p(id+"-x"),
		r.heading("h5", "naspi-inf-fai"), r.p(id+"-f"),
		r.heading("h5", "naspi-inf-quando"), r.p(id+"-s"))
	return list(out, r.estimateField(o), r.resultService(o.Service), r.resultButtons())
}

// resultService is the service that helps with the outcome, or nil.
func (r *reader) resultService(id string) any {
	label, ok := r.serviceLabel(id)
	if !ok {
		return nil
	}
	return r.serviceLink(id, label, "", "")
}

// serviceLabel is the guide's own label for a service.
func (r *reader) serviceLabel(id string) (string, bool) {
	for _, ch := range r.chapters {
		for _, b := range ch.Scene.Buttons {
			if ch.Scene.ID == "servizi" && b.Service == id {
				return r.text(b.ID), true
			}
		}
	}
	return "", false
}

func (r *reader) resultButtons() js.Value {
	return box("div", "actions",
		button("secondary", r.text("naspi-inf-b-indietro"), "back", ""),
		button("secondary", r.text("naspi-inf-b-altro"), "again", ""),
		button("secondary", r.text("naspi-inf-b-scarica"), "save", "dl-risultato"),
		button("primary", r.text("naspi-inf-b-continua"), "continue", ""))
}

// goOn leaves the form: the film goes on, or the next chapter is read.
func (r *reader) goOn() {
	if filmRuns() {
		dom.Send(dom.ToFilm, dom.Message{Type: dom.MsgPress, ID: "continue"})
		r.goTo("film")
		return
	}
	for i, ch := range r.chapters {
		if ch.Scene.ID == "lavoro" && i+1 < len(r.chapters) {
			r.goTo(chapterID(r.chapters[i+1]))
		}
	}
}

// jobReport is the result as a text file, "" before there is one.
func (r *reader) jobReport() string {
	o := r.job.step().Outcome
	if o == nil {
		return ""
	}
	lines := []string{r.text("naspi-inf-titolo"), ""}
	r.job.given(func(question, _, label string) {
		lines = append(lines, r.text(question)+" "+r.text(label))
	})
	id := "naspi-inf-" + o.Text
	lines = append(lines, "", r.text(id+"-t"), r.text(id+"-x"), "",
		r.text("naspi-inf-fai")+": "+r.text(id+"-f"),
		r.text("naspi-inf-quando")+": "+r.text(id+"-s"), "",
		r.text("naspi-inf-vale"), r.text("err-assistenza"), "")
	return strings.Join(lines, "\r\n")
}
