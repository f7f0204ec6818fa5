// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"syscall/js"

	"videoguida/wasm/dom"
)

// notice is what the film says over its picture when the voice does not play:
// why, and how to go on. It never takes the focus.
type notice struct {
	film *film
	box  js.Value
	is   reason
}

// reason is what a notice is about.
type reason uint8

const (
	nothing     reason = iota
	stalled            // the sound does not start
	interrupted        // something else stopped the sound
)

func (n *notice) build(f *film) {
	n.film = f
	n.box = dom.El("div", dom.Attrs{"class", "notice", "role", "alert"})
	dom.Show(n.box, false)
}

// stall offers to hear the film or to read it.
func (n *notice) stall() {
	if n.is == stalled {
		return
	}
	f := n.film
	n.show(stalled,
		dom.El("h2", nil, f.text("aud-t")), dom.El("p", nil, f.text("aud-x")),
		n.button("primary", "aud-b1", f.listenOn), n.button("secondary", "aud-b2", f.readOn))
}

// interrupt offers to go on.
func (n *notice) interrupt() {
	n.show(interrupted, n.button("primary", "ui-tocca-continua", n.film.listenOn))
}

func (n *notice) show(why reason, content ...any) {
	n.is = why
	dom.Clear(n.box)
	dom.Append(n.box, content...)
	dom.Show(n.box, true)
}

// hide takes the notice away if it is about why.
func (n *notice) hide(why reason) {
	if n.is == why {
		n.clear()
	}
}

// clear takes the notice away.
func (n *notice) clear() {
	if n.is != nothing {
		n.is = nothing
		dom.Clear(n.box)
		dom.Show(n.box, false)
	}
}

func (n *notice) button(class, id string, press func()) js.Value {
	return n.film.panel.button(class, n.film.text(id), press)
}
