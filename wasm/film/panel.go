// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"strconv"
	"syscall/js"

	"videoguida/player"
	"videoguida/wasm/dom"
)

// panel is the dialog with the chapters and the settings. While it is open
// the film rests; it goes on when the panel closes, if it was playing.
type panel struct {
	film   *film
	root   js.Value // the film's container, which also fills the screen
	dialog js.Value
	resume bool
}

func (p *panel) build(f *film, root js.Value) {
	p.film, p.root = f, root
	p.dialog = dom.El("dialog", dom.Attrs{"class", "panel", "aria-labelledby", "pannello-titolo"})
	dom.On(p.dialog, "close", func(js.Value) { p.closed() })
	dom.On(p.dialog, "click", func(ev js.Value) {
		if ev.Get("target").Equal(p.dialog) {
			p.close() // a press outside
		}
	})
	dom.Append(root, p.dialog)
}

// open shows the panel, made anew: what it offers depends on the moment.
func (p *panel) open() {
	if p.dialog.Get("open").Bool() {
		return
	}
	p.resume = p.film.player.State().Playing
	p.film.do(player.Input{Kind: player.Pause})
	dom.Clear(p.dialog)
	dom.Append(p.dialog, box("div", "inside", p.head(), p.again(), p.chapters(), p.settings(), p.captionLook(), p.more()))
	p.dialog.Call("showModal")
}

func (p *panel) close() {
	if p.dialog.Get("open").Bool() {
		p.dialog.Call("close")
	}
}

func (p *panel) closed() {
	if p.resume {
		p.film.do(player.Input{Kind: player.Play})
	}
	p.resume = false
	dom.Clear(p.dialog)
}

func (p *panel) head() js.Value {
	return box("div", "head",
		dom.El("h2", dom.Attrs{"id", "pannello-titolo"}, p.film.text("ui-capitoli")),
		p.button("close", p.film.text("ui-chiudi"), p.close))
}

func (p *panel) button(class, label string, press func()) js.Value {
	e := dom.El("button", dom.Attrs{"type", "button", "class", class}, label)
	dom.On(e, "click", func(js.Value) { press() })
	return e
}

// here is the index of the chapter being told.
func (p *panel) here() int {
	s, tl := p.film.player.State(), p.film.player.Timeline()
	if s.Hold != 0 {
		return tl.Lines[s.Hold-1].Chapter
	}
	return tl.Lines[tl.LineAt(s.T)].Chapter
}

// again plays the current part from its beginning.
func (p *panel) again() js.Value {
	return p.button("again", p.film.text("ui-ripeti-scena"), func() {
		p.leap(p.film.player.Timeline().Chapters[p.here()].Start)
	})
}

// chapters is the list of the parts, the current one marked.
func (p *panel) chapters() js.Value {
	tl, here := p.film.player.Timeline(), p.here()
	list := dom.El("ol", nil)
	for i, ch := range tl.Chapters {
		b := p.button("chapter-go", strconv.Itoa(i+1)+". "+ch.Title, func() { p.leap(ch.Start) })
		if i == here {
			b.Call("setAttribute", "aria-current", "true")
		}
		dom.Append(b, box("span", "when", minutes(ch.Start)))
		dom.Append(list, dom.El("li", nil, b))
	}
	return list
}

// leap goes to a part and plays it.
func (p *panel) leap(ms int) {
	p.film.do(player.Input{Kind: player.Seek, Ms: ms})
	p.resume = true
	p.close()
}
