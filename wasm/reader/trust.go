// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"syscall/js"

	"videoguida/player/facts"
	"videoguida/wasm/dom"
)

// trust says who writes, until when, where the data are and how to leave.
func (r *reader) trust() js.Value {
	return list(r.fileButtons(), r.who(), r.privacy(), r.leave())
}

func (r *reader) who() js.Value {
	d := box("details", "card trust",
		dom.El("summary", nil, r.heading("h2", "fid-titolo")))
	for _, id := range []string{"fid-chi", "fid-fino", "fid-dati", "fid-chiede"} {
		dom.Append(d, r.heading("h3", id+"-t"), r.p(id))
	}
	dom.Append(d, dom.El("p", nil, r.words.Text("fid-indirizzo", r.with("dominio", r.domain()))),
		r.p("fid-soli"))
	return d
}

// domain is the address a person should see, or the word that tells a
// demonstration from the real thing.
func (r *reader) domain() string {
	if r.boot.Demo {
		return r.words.Text("ui-demo", nil)
	}
	return dom.Str(js.Global().Get("location"), "hostname")
}

func (r *reader) privacy() js.Value {
	d := box("details", "card privacy",
		dom.El("summary", nil, r.heading("h2", "pri-titolo")))
	for _, id := range []string{"pri-1", "pri-2", "pri-3"} {
		dom.Append(d, r.p(id))
	}
	whole := r.page("/privacy", "", r.text("pri-link"))
	whole.Set("className", "secondary")
	dom.Append(d, dom.El("div", dom.Attrs{"id", "conteggio"}, r.counted()), r.p("pri-4"), box("div", "actions", whole))
	return d
}

// counted says whether this visit is counted, and offers to stop it.
func (r *reader) counted() any {
	if r.log.Off {
		return dom.El("p", dom.Attrs{"tabindex", "-1"}, r.word("non-conto"))
	}
	return list(r.p("pri-5"), button("secondary", r.text("pri-conta-off"), "count", ""))
}

func (r *reader) leave() js.Value {
	row := box("div", "actions",
		button("secondary", r.text("ui-condividi"), "share", ""),
		button("secondary", r.text("ui-cancella-chiudi"), "erase", ""))
	if r.facts["nome"].Known() {
		dom.Append(row, button("secondary", r.text("fid-nonsono"), "notme", ""))
	}
	return dom.El("div", nil, r.p("ui-condividi-x"), row, dom.El("p", dom.Attrs{"id", "condiviso"}))
}

// with is the facts plus one text: a slot that is not about the person.
func (r *reader) with(name, text string) facts.Set {
	out := facts.Set{name: {Kind: facts.Text, S: text}}
	for k, v := range r.facts {
		out[k] = v
	}
	return out
}
