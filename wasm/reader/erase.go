// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"syscall/js"

	"videoguida/player/facts"
	"videoguida/player/guide"
	"videoguida/tokengen/token"
	"videoguida/wasm/dom"
)

// containers are the parts of the page that hold the person's data.
var containers = [...]string{"poster", "risposte", "inizia", "testo", "servizi", "voto", "fiducia", "film", "avviso", "errore"}

// erase forgets the letter: storage, memory and page. What stays is a short
// goodbye, or the message with the given id.
func (r *reader) erase(message string) {
	r.leaving()
	r.log.Off = true
	dom.Send(dom.ToFilm, dom.Message{Type: dom.MsgQuit})
	r.boot.Call("stopFilm")
	r.boot.Call("forgetOffline")
	clearStorage()
	r.forget()
	r.screen = func() { r.goodbye(message) }
	r.screen()
	history := js.Global().Get("history")
	history.Call("replaceState", js.Null(), "", dom.Str(js.Global().Get("location"), "pathname"))
}

// clearStorage empties what the browser keeps for the guide. Where it denies
// storage, even naming it fails, and there is nothing to clear.
func clearStorage() {
	for _, name := range []string{"sessionStorage", "localStorage"} {
		func() {
			defer func() { _ = recover() }()
			js.Global().Get("Reflect").Call("get", js.Global(), name).Call("clear")
		}()
	}
}

// forget drops everything that came from the token.
func (r *reader) forget() {
	r.book, r.claims, r.whole, r.covered = guide.Spot(), token.Claims{}, token.Claims{}, false
	r.facts = facts.Set{}
	r.chapters, r.job, r.vote, r.line, r.pending = nil, job{}, 0, "", ""
	r.boot.Forget()
}

// goodbye is what an erased page shows.
func (r *reader) goodbye(message string) {
	for _, id := range containers {
		if e := dom.ByID(id); e.Truthy() {
			dom.Clear(e)
		}
	}
	dropPaper()
	text := r.word("addio-x")
	if message != "" {
		text = r.text(message)
	}
	r.fill("poster", title("h1", r.word("addio")), dom.El("p", nil, text),
		r.p("err-assistenza"))
	dom.Focus(dom.ByID("poster").Call("querySelector", "h1"))
}
