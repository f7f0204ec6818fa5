// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"syscall/js"

	"videoguida/player/script"
	"videoguida/wasm/dom"
)

// general is the page without a letter: what the guide is and how to open it,
// as a short film and as text.
func (r *reader) general() {
	r.chapters = script.Read(r.board(), r.facts, r.words)
	r.fill("poster",
		r.heading("h1", "vol-titolo"),
		r.p("gen-senza-token"))
	r.fill("risposte")
	r.fill("inizia", box("div", "actions",
		button("primary", r.text("spot-btn-guarda"), "watch", ""),
		button("secondary", r.text("ui-leggi-testo"), "read", "")))
	r.fill("testo", r.spot(), r.ways(), r.contacts())
	for _, id := range []string{"servizi", "voto", "fiducia"} {
		r.fill(id)
	}
	r.painted()
}

// showGeneral leaves an error for the general page. What could not be opened
// is dropped: the film then tells the spot.
func (r *reader) showGeneral() {
	r.boot.Forget()
	setClass("plain", false)
	r.fill("errore")
	r.screen = r.general
	r.screen()
	dom.Focus(dom.ByID("poster").Call("querySelector", "h1"))
}

// spot is the short film about the guide, as text.
func (r *reader) spot() js.Value {
	s := dom.El("section", dom.Attrs{"class", "chapter", "id", "spot"}, r.heading("h2", r.board().Title))
	for i, ch := range r.chapters {
		for k, l := range ch.Lines {
			dom.Append(s, r.paragraph(l, i+k == 0))
		}
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
