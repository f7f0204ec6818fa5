// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"videoguida/player/script"
	"videoguida/wasm/dom"
)

// guide draws the person's page: the answers first, in one go, then, once
// they are on screen, everything else.
func (r *reader) guide() {
	r.chapters = script.Read(r.board(), r.facts, r.words)
	r.fill("poster", r.poster())
	r.fill("risposte", r.answers())
	r.fill("inizia", r.start())
	dom.Frame(func() {
		r.painted()
		dom.Later(0, r.rest)
	})
}

// painted tells the loader, once, that the person can read: the film may load.
func (r *reader) painted() {
	if !r.told {
		r.told = true
		r.boot.Call("answersPainted")
		if r.opens != "" {
			r.opened()
		}
		if (r.claims.V != 0 || r.boot.Token == "") && r.boot.Marked() {
			r.watch("back")
		}
	}
}

// rest draws what comes after the answers.
func (r *reader) rest() {
	r.fill("testo", r.guideText())
	r.fill("servizi", r.services())
	r.fill("voto", r.rating())
	r.fill("fiducia", r.trust())
	r.lineClass("add")
}

// fill replaces the content of a container of the page and shows it. A
// container that the page lacks is made at the end of main.
func (r *reader) fill(id string, content ...any) {
	e := dom.ByID(id)
	if !e.Truthy() {
		e = dom.El("section", dom.Attrs{"id", id})
		main := dom.Doc().Call("querySelector", "main")
		if !main.Truthy() {
			main = dom.Doc().Get("body")
		}
		dom.Append(main, e)
	}
	dom.Clear(e)
	dom.Append(e, content...)
	dom.Show(e, len(content) > 0)
}
