// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"syscall/js"

	"videoguida/player"
	"videoguida/player/milestone"
	"videoguida/wasm/dom"
)

// mount builds the film's part of the page.
func (f *film) mount() {
	root := dom.ByID("film")
	dom.Clear(root)
	f.stage.adopt(f)
	f.nodes.build(f)
	f.cc.build(f)
	f.bar.build(f)
	f.notice.build(f)
	dom.Append(f.stage.box, f.nodes.box, f.notice.box)
	dom.Append(root, f.stage.box, f.cc.box, f.bar.box)
	f.panel.build(f, root)
	f.name(root)
	f.listen(root)
	f.expose()
	f.stage.watch()
	f.begin()
}

// name gives the film its title in the language.
func (f *film) name(root js.Value) {
	root.Call("setAttribute", "aria-label", f.text(f.board.Title))
}

// begin goes where the address says and plays, unless it says not to.
func (f *film) begin() {
	in := []player.Input{{Kind: player.Speed, Ms: f.prefs.rate}, f.rest()}
	if ms, ok := f.place(); ok {
		in = append(in, player.Input{Kind: player.Seek, Ms: ms})
	}
	if f.boot.Query("paused") != "1" && !f.boot.Back() {
		in = append(in, player.Input{Kind: player.Play})
		f.note(milestone.Captions(f.prefs.captions))
		f.note(milestone.Motion(f.prefs.reduced))
		f.note(milestone.Voice(f.narrator.wanted()))
	}
	f.do(in...)
	dom.ByID("film").Call("scrollIntoView", map[string]any{"block": "start", "behavior": "instant"})
	f.bar.play.Call("focus", map[string]any{"preventScroll": true})
}

// retell shows everything in another language.
func (f *film) retell(lang string) {
	if lang == f.words.Lang() {
		return
	}
	f.again(lang)
	f.narrator.send()
}

// again tells the guide from the line it is at in a language, with the voice
// there is.
func (f *film) again(lang string) {
	playing := f.player.State().Playing
	was := f.words.Lang()
	if f.compile(lang) != nil {
		return // every language compiles: a test tries each
	}
	f.player.Resize(f.stage.told)
	in := []player.Input{{Kind: player.Speed, Ms: f.prefs.rate}, f.rest()}
	if playing {
		in = append(in, player.Input{Kind: player.Play})
	}
	f.name(dom.ByID("film"))
	f.bar.label(f)
	if lang != was {
		f.panel.close()
	}
	f.cc.forget()
	f.nodes.forget()
	f.do(in...)
}

// box is an element with a class.
func box(tag, class string, content ...any) js.Value {
	return dom.El(tag, dom.Attrs{"class", class}, content...)
}
