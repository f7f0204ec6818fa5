// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"strconv"
	"syscall/js"

	"videoguida/wasm/dom"
)

// How captions can look: messages with their names, in the order in which a
// choice is kept. The style sheet has a rule for each by its index.
var (
	captionFonts = [...]string{"cc-car-guida", "cc-car-semplice", "cc-car-libro", "cc-car-macchina"}
	captionInks  = [...]string{"col-bianco", "col-giallo", "col-celeste", "col-nero"}
	captionBacks = [...]string{"col-blu", "col-nero", "col-bianco", "col-giallo"}
)

// darkInk and lightBack are the first of the two lists that go with each other:
// dark letters on a light ground, light letters on a dark one.
const darkInk, lightBack = 3, 2

// dress gives the captions their size, letters and colours.
func (c *captions) dress(p *prefs) {
	v := strconv.FormatFloat(float64(p.size)/100, 'f', -1, 64)
	c.box.Get("style").Call("setProperty", "--caption", v)
	data := c.box.Get("dataset")
	for name, n := range map[string]int{"font": p.font, "ink": p.ink, "back": p.back} {
		data.Set(name, n)
	}
}

// captionLook are the choices about captions.
func (p *panel) captionLook() js.Value {
	f := p.film
	pct := func(n int) option { return option{n, strconv.Itoa(n) + "%"} }
	return dom.El("section", dom.Attrs{"class", "settings", "aria-labelledby", "sottotitoli-titolo"},
		dom.El("h2", dom.Attrs{"id", "sottotitoli-titolo"}, f.text("cc-titolo")),
		p.pick("cc-grandezza", f.prefs.size, []option{pct(100), pct(150), pct(200), pct(300)}, f.setSize),
		p.pick("cc-carattere", f.prefs.font, p.named(captionFonts[:]), func(n int) { f.prefs.font = n; f.look() }),
		p.pick("cc-colore", f.prefs.ink, p.named(captionInks[:]), f.setInk),
		p.pick("cc-fondo", f.prefs.back, p.named(captionBacks[:]), f.setBack))
}

// named are messages as options.
func (p *panel) named(ids []string) (out []option) {
	for i, id := range ids {
		out = append(out, option{i, p.film.text(id)})
	}
	return out
}

// setInk sets the colour of the letters, and a ground on which they can be
// read.
func (f *film) setInk(n int) {
	f.prefs.ink = n
	if n >= darkInk != (f.prefs.back >= lightBack) {
		f.prefs.back = map[bool]int{true: lightBack, false: 0}[n >= darkInk]
	}
	f.look()
}

// setBack sets the colour of the ground, and letters that can be read on it.
func (f *film) setBack(n int) {
	f.prefs.back = n
	if n >= lightBack != (f.prefs.ink >= darkInk) {
		f.prefs.ink = map[bool]int{true: darkInk, false: 0}[n >= lightBack]
	}
	f.look()
}

// look shows the captions as chosen, and what is ticked in the panel.
func (f *film) look() {
	f.prefs.keep()
	f.cc.dress(&f.prefs)
	for name, n := range map[string]int{"cc-colore": f.prefs.ink, "cc-fondo": f.prefs.back} {
		e := f.panel.dialog.Call("querySelector", `[name="`+name+`"][value="`+strconv.Itoa(n)+`"]`)
		if e.Truthy() {
			e.Set("checked", true)
		}
	}
}

func (f *film) setSize(percent int) {
	f.prefs.size = percent
	f.look()
	f.stage.measure()
}
