// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"syscall/js"

	"videoguida/player"
	"videoguida/wasm/dom"
)

// key handles the shortcuts of the film. They act only while the focus is in
// the film or nowhere, never in a field, never with another key held, and the
// person can switch them off.
func (f *film) key(ev js.Value) {
	for _, held := range []string{"ctrlKey", "metaKey", "altKey", "defaultPrevented"} {
		if ev.Get(held).Bool() {
			return
		}
	}
	key := dom.Str(ev, "key")
	if f.gone || !f.prefs.keys || !f.listens(key) {
		return
	}
	act, ok := f.shortcut(key)
	if ok {
		ev.Call("preventDefault")
		act()
	}
}

func (f *film) shortcut(key string) (func(), bool) {
	skip := func(ms int) func() {
		return func() { f.do(player.Input{Kind: player.Skip, Ms: ms}) }
	}
	switch key {
	case " ", "k", "K":
		return f.toggle, true
	case "ArrowLeft":
		return skip(-leap), true
	case "ArrowRight":
		return skip(leap), true
	case "c", "C":
		return f.toggleCaptions, true
	case "f", "F":
		return f.toggleFull, true
	case "t", "T":
		return f.toText, true
	case "?":
		return f.panel.open, true
	}
	return nil, false
}

// listens reports whether a key belongs to the film where the focus is now.
func (f *film) listens(key string) bool {
	here := dom.Doc().Get("activeElement")
	if !here.Truthy() || here.Equal(dom.Doc().Get("body")) {
		return true
	}
	if !f.panel.root.Call("contains", here).Bool() || here.Call("closest", "dialog").Truthy() {
		return false
	}
	if here.Call("matches", "input").Bool() {
		return key == "c" || key == "C" || key == "?"
	}
	return key != " " || !here.Call("matches", "button,a").Bool()
}

// toText leaves the film for the same line of the text guide.
func (f *film) toText() {
	f.do(player.Input{Kind: player.Pause})
	dom.Send(dom.ToReader, dom.Message{Type: dom.MsgEffect, ID: "text", Value: f.line(f.player.State())})
}
