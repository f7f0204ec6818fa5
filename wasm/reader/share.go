// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"syscall/js"

	"videoguida/wasm/dom"
)

// share shares the address of the site and nothing else: no fragment, no path
// and no query of the page that is open. Where the device shares nothing, the
// address is copied; where it does not copy either, it is told.
func (r *reader) share() {
	url := dom.Str(js.Global().Get("location"), "origin") + "/"
	nav := js.Global().Get("navigator")
	if nav.Get("share").Type() == js.TypeFunction {
		settle(nav.Call("share", map[string]any{"title": r.text("ui-guarda"), "url": url}), nil, nil)
		return
	}
	if c := nav.Get("clipboard"); c.Truthy() {
		settle(c.Call("writeText", url), func() { r.shared(r.text("ui-copiato")) }, func() { r.shared(url) })
		return
	}
	r.shared(url)
}

// shared says under the button what became of the address.
func (r *reader) shared(text string) {
	if e := dom.ByID("condiviso"); e.Truthy() {
		dom.SetText(e, text)
		r.announce(text)
	}
}

// settle calls one of two functions once a promise is kept or broken.
func settle(promise js.Value, kept, broken func()) {
	var yes, no js.Func
	then := func(f func()) js.Func {
		return js.FuncOf(func(js.Value, []js.Value) any {
			yes.Release()
			no.Release()
			if f != nil {
				f()
			}
			return nil
		})
	}
	yes, no = then(kept), then(broken)
	promise.Call("then", yes, no)
}
