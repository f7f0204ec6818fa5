// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"strconv"
	"syscall/js"

	"videoguida/player/milestone"
	"videoguida/static/services"
	"videoguida/wasm/dom"
)

// hear handles what the film reports.
func (r *reader) hear(m dom.Message) {
	switch m.Type {
	case dom.MsgState:
		r.follow(m)
	case dom.MsgChoice:
		r.takeJob(m)
	case dom.MsgCount:
		r.count(milestone.Event(m.Value))
	case dom.MsgReady:
		r.ready()
	case dom.MsgEffect:
		r.effect(m.ID, m.Value)
	}
}

// effect does what the film asks for and may not do itself.
func (r *reader) effect(id, value string) {
	switch id {
	case "open":
		openService(value)
	case "save":
		r.save(value)
	case "form":
		r.playing = false
		r.openForm()
	case "ended":
		r.stopped("ui-fine")
	case "rested":
		r.stopped("ui-fine-parte")
	case "rate":
		r.vote, _ = strconv.Atoi(value)
		r.fill("voto", r.rating())
	case "text":
		r.count(milestone.Text())
		r.toLine(value)
	case "failed":
		r.failed(value)
	case "nofilm":
		r.noFilm(value)
	}
}

// follow takes over where the film is, and tells that it stopped to who does not
// hear it from the name of the button that was pressed.
func (r *reader) follow(m dom.Message) {
	here := dom.Doc().Get("activeElement")
	if r.playing && !m.Playing && (!here.Truthy() || !here.Call("closest", ".play,dialog").Truthy()) {
		r.stopped("ui-pausa")
	}
	r.playing = m.Playing
	r.mark(m.Line)
}

// stopped tells that the film does not talk any more, and why.
func (r *reader) stopped(id string) {
	r.playing = false
	r.announce(r.text(id))
}

// noFilm says why there is no film and leads to the text, which has it all.
func (r *reader) noFilm(why string) {
	r.pending = ""
	title, text := "gl-t", "wasm-x"
	switch why {
	case "webgl":
		r.failed("webgl")
	case "internal":
		r.failed("internal")
	case "rete":
		title, text = "off-t", "off-x"
		r.failed("film")
	}
	r.fill("errore", r.heading("h2", title), r.p(text),
		button("secondary", r.text("ui-leggi-testo"), "read", ""))
}

// mark shows where the film is. Nothing scrolls and nothing is announced.
func (r *reader) mark(line string) {
	if line == r.line {
		return
	}
	r.lineClass("remove")
	r.line = line
	r.lineClass("add")
}

func (r *reader) lineClass(method string) {
	if e := lineElement(r.line); e.Truthy() {
		e.Get("classList").Call(method, "now")
	}
}

// toLine moves from the film to a line of the text guide.
func (r *reader) toLine(line string) {
	if e := lineElement(line); e.Truthy() {
		dom.Focus(e.Call("querySelector", "button"))
		e.Call("scrollIntoView", map[string]any{"block": "center"})
	}
}

func lineElement(id string) js.Value {
	if id == "" {
		return js.Null()
	}
	return dom.Doc().Call("querySelector", `[data-line="`+id+`"]`)
}

// seekLine plays from a line, starting the film first if it is not there yet.
func (r *reader) seekLine(line string) {
	if filmRuns() {
		r.sendLine(line)
		return
	}
	r.pending = line
	r.watch("")
}

func (r *reader) sendLine(line string) {
	dom.Send(dom.ToFilm, dom.Message{Type: dom.MsgSeek, Line: line})
	dom.Send(dom.ToFilm, dom.Message{Type: dom.MsgPlay})
}

// ready sends what was asked for before the film could hear it.
func (r *reader) ready() {
	dom.Send(dom.ToFilm, dom.Message{Type: dom.MsgPref, ID: "lang", Value: r.words.Lang()})
	r.tellCover()
	if r.asked != 0 {
		r.count(milestone.Ready())
		r.count(milestone.FirstFrame(int(now() - r.asked)))
	}
	if len(r.job.answers) > 0 {
		r.tellJob()
	}
	if r.pending != "" {
		r.sendLine(r.pending)
		r.pending = ""
	}
}

// now is the page's clock, ms since it was opened.
func now() float64 { return js.Global().Get("performance").Call("now").Float() }

// filmRuns reports whether the film is mounted.
func filmRuns() bool { return js.Global().Get("guidaFilm").Truthy() }

// openService presses the link of a service, so that it opens as the page's own
// links do. Only an id on the list names one: no address can be given.
func openService(id string) {
	if _, known := services.Find(id); !known {
		return
	}
	if link := dom.Doc().Call("querySelector", `a[data-service="`+id+`"]`); link.Truthy() {
		link.Call("click")
	}
}
