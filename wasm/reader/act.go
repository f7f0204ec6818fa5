// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"strconv"
	"strings"
	"syscall/js"

	"videoguida/player/milestone"
	"videoguida/wasm/dom"
)

// do marks an element with what a press on it does: a verb and an argument.
func do(verb, arg string) dom.Attrs {
	return dom.Attrs{"type", "button", "data-do", strings.TrimSpace(verb + " " + arg)}
}

// button is a button with a class that does verb arg.
func button(class, label, verb, arg string) js.Value {
	return dom.El("button", append(do(verb, arg), "class", class), label)
}

// listen starts the page's only click listener and the bus.
func (r *reader) listen() {
	dom.On(dom.Doc(), "click", func(ev js.Value) {
		e := ev.Get("target").Call("closest", "[data-do]")
		if !e.Truthy() {
			return
		}
		if e.Get("tagName").String() == "A" {
			ev.Call("preventDefault") // a fragment would look like another letter
		}
		verb, arg, _ := strings.Cut(e.Call("getAttribute", "data-do").String(), " ")
		r.act(verb, arg)
	})
	dom.On(dom.Doc(), "keydown", r.moveAlongLines)
	dom.On(dom.Doc(), "input", r.typed)
	dom.On(js.Global(), "afterprint", func(js.Value) { dropPaper() })
	dom.Listen(dom.ToReader, r.hear)
}

// act does what was pressed.
func (r *reader) act(verb, arg string) {
	switch verb {
	case "watch":
		r.watch(arg)
	case "read":
		r.count(milestone.Text())
		r.goTo("testo")
	case "go":
		r.goTo(arg)
	case "seek":
		if !selecting() {
			r.seekLine(arg)
		}
	case "lang":
		r.speak(arg)
		r.refocus("lang " + arg)
	case "cover":
		r.setCover(arg == "1")
	case "share":
		r.share()
	case "describe":
		r.toggleDescriptions()
	case "save":
		r.save(arg)
	case "answer", "back", "again":
		r.pressJob(verb, arg)
	case "continue":
		r.goOn()
	case "vote":
		r.rate(arg)
	case "count":
		r.dontCount()
	case "erase":
		r.erase("")
	case "notme":
		r.erase("fid-nonsono-x")
	case "reload":
		js.Global().Get("location").Call("reload")
	case "general":
		r.showGeneral()
	}
}

// watch starts the film: playing or, when a reload brought it back, waiting.
func (r *reader) watch(arg string) {
	if arg != "back" && r.asked == 0 {
		r.asked = now()
		r.count(milestone.Start())
	}
	r.boot.Call("startFilm", map[string]any{
		"back": arg == "back", "words": r.text("ui-caricamento"), "slow": r.text("ui-caricamento-lento"),
	})
}

// goTo brings a section into view and moves the focus there.
func (r *reader) goTo(id string) {
	e := dom.ByID(id)
	if !e.Truthy() {
		return
	}
	if h := e.Call("querySelector", "h2,h3,legend"); h.Truthy() {
		dom.Focus(h)
	}
	e.Call("scrollIntoView")
}

// selecting reports whether text is selected: the press was to copy it.
func selecting() bool {
	s := js.Global().Call("getSelection")
	return s.Truthy() && !s.Get("isCollapsed").Bool()
}

// refocus gives the focus back to the control that was pressed, after its
// part of the page was drawn again.
func (r *reader) refocus(press string) {
	if e := dom.Doc().Call("querySelector", "[data-do="+strconv.Quote(press)+"]"); e.Truthy() {
		dom.Focus(e)
	}
}

// announce tells a result once. While the film talks it stays silent.
func (r *reader) announce(text string) {
	if e := dom.ByID("avviso"); e.Truthy() && !r.playing {
		dom.SetText(e, text)
	}
}
