// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"strconv"
	"strings"

	"videoguida/player"
	"videoguida/wasm/dom"
)

// Skins, as the person chooses them. In the readable one the nodes that
// otherwise lie unseen over the picture are the page itself: text, buttons and
// tables of the browser, as large and in the colours that the person's device
// asks for.
const (
	automatic = iota
	readable
	painted
)

// needs are the devices on which the readable skin is the better one: forced or
// stronger colours, a window as narrow as 1280 px at 400 %.
var needs = [...]string{"(forced-colors: active)", "(prefers-contrast: more)", "(max-width: 320px)"}

// largeText is a root text of one and a half times the usual, CSS px.
const largeText = 24

// readableView is the stage by which the nodes are laid out in the readable
// skin: so large that nothing is left out or turned into pages.
var readableView = player.View{W: 1280, H: 1600}

// wantsReadable reports whether the readable skin is the one to show.
func (s *stage) wantsReadable() bool {
	if s.film.boot.Flat() || s.film.prefs.skin == readable {
		return true
	}
	if s.film.prefs.skin == painted {
		return false
	}
	for _, q := range needs {
		if matches(q) {
			return true
		}
	}
	root := dom.Doc().Get("documentElement")
	px, _ := strconv.ParseFloat(strings.TrimSuffix(computed(root, "fontSize"), "px"), 64)
	return px >= largeText
}

// reskin shows the skin that is wanted now. The bar comes first in the readable
// skin, so that it stays where it is while the nodes come and go.
func (s *stage) reskin() {
	if want := s.wantsReadable(); want != s.readable {
		s.readable = want
		f, here := s.film, dom.Doc().Get("activeElement")
		f.panel.root.Get("classList").Call("toggle", "readable", want)
		parts := []any{s.box, f.cc.box, f.bar.box}
		if want {
			parts = []any{f.bar.box, f.cc.box, s.box}
		}
		f.panel.root.Call("prepend", parts...)
		if here.Truthy() && f.panel.root.Call("contains", here).Bool() {
			here.Call("focus", map[string]any{"preventScroll": true})
		}
	}
}

// setReadable chooses the skin by hand.
func (f *film) setReadable(on bool) {
	f.prefs.skin = painted
	if on {
		f.prefs.skin = readable
	}
	f.prefs.keep()
	f.stage.measure()
}
