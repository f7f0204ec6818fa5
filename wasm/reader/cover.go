// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"syscall/js"

	"videoguida/player/facts"
	"videoguida/player/guide"
	"videoguida/player/sheet"
	"videoguida/wasm/dom"
)

// coverKey is where this tab keeps that the amounts are covered.
const coverKey = "guida.coperto"

// cover uses the letter with or without its amounts.
func (r *reader) cover(on bool) {
	r.claims = r.whole
	if on {
		r.claims = guide.Cover(r.whole)
	}
	r.facts = r.book.Facts(r.claims, r.today)
}

// setCover covers or shows the amounts, in the page and in the film, and keeps
// the focus on what takes it back.
func (r *reader) setCover(on bool) {
	if r.whole.V == 0 {
		return
	}
	r.covered = on
	r.keepCovered()
	r.cover(on)
	r.screen()
	r.tellCover()
	other := "cover 1"
	if on {
		other = "cover 0"
	}
	r.refocus(other)
}

// tellCover tells the film whether the amounts are covered.
func (r *reader) tellCover() {
	value := "0"
	if r.covered {
		value = "1"
	}
	dom.Send(dom.ToFilm, dom.Message{Type: dom.MsgPref, ID: "cover", Value: value})
}

// coverSwitch is the button that covers the amounts; who covered them shows
// them again where they were.
func (r *reader) coverSwitch() any {
	if r.covered || r.whole.V == 0 {
		return nil
	}
	return button("secondary", r.text("ui-copri-importi"), "cover", "1")
}

// hides reports whether an answer is an amount that is covered.
func (r *reader) hides(a sheet.Answer) bool {
	if !r.covered {
		return false
	}
	v := r.book.Facts(r.whole, r.today)[a.Fact]
	return v.Known() && v.Kind == facts.Money
}

// keepCovered keeps the choice for when the page is loaded again in this tab.
func (r *reader) keepCovered() {
	defer func() { _ = recover() }() // storage may be denied
	if r.covered {
		js.Global().Get("sessionStorage").Call("setItem", coverKey, "1")
	} else {
		js.Global().Get("sessionStorage").Call("removeItem", coverKey)
	}
}

// wasCovered reads and takes over the choice that was kept.
func (r *reader) wasCovered() bool {
	defer func() { _ = recover() }() // storage may be denied
	r.covered = js.Global().Get("sessionStorage").Call("getItem", coverKey).Truthy()
	return r.covered
}
