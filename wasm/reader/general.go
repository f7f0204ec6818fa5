//go:build js

package main

import (
	"strconv"
	"syscall/js"

	"videoguida/wasm/dom"
)

// general is the page without a letter: what the guide is and how to open it.
func (r *reader) general() {
	r.fill("poster",
		r.heading("h1", "vol-titolo"),
		r.p("gen-senza-token"))
	r.fill("risposte")
	r.fill("inizia")
	r.fill("testo", r.spot(), r.ways(), r.contacts())
	for _, id := range []string{"servizi", "voto", "fiducia"} {
		r.fill(id)
	}
	r.painted()
}

// showGeneral leaves an error for the general page.
func (r *reader) showGeneral() {
	setClass("plain", false)
	r.fill("errore")
	r.screen = r.general
	r.screen()
	dom.Focus(dom.ByID("poster").Call("querySelector", "h1"))
}

// spot is the short film about the guide, as text.
func (r *reader) spot() js.Value {
	s := dom.El("section", dom.Attrs{"class", "chapter", "id", "spot"})
	for n := 1; n <= 7; n++ {
		dom.Append(s, r.p("spot-"+strconv.Itoa(n)))
	}
	return s
}

// ways are the four ways to open one's own guide.
func (r *reader) ways() js.Value {
	return box("section", "card",
		r.heading("h2", "vol-come"),
		r.bullets("vol-1", "vol-2", "vol-3", "vol-4"),
		r.p("vol-accesso"))
}

// contacts are the people to talk to.
func (r *reader) contacts() js.Value {
	return dom.El("section", dom.Attrs{"class", "card", "id", "contatti"},
		r.heading("h2", "ui-aiuto"),
		r.p("vol-telefono"),
		r.p("vol-patronato"),
		r.p("vol-truffe"))
}
