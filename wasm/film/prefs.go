// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"math"
	"strconv"
	"strings"
	"syscall/js"

	"videoguida/wasm/dom"
	"videoguida/wasm/letter"
)

// prefs are the person's choices about the film. They are kept on the device,
// say nothing about the person's case, and never leave it.
type prefs struct {
	captions bool
	reduced  bool // less motion
	keys     bool // single-letter shortcuts act
	rate     int  // speed, per cent
	voice    bool // the officer is heard
	volume   int  // per cent
	describe bool // pictures are described after the lines
	rests    bool // a pause at the end of each chapter
	skin     int  // see skins
	size     int  // of captions, per cent
	font     int  // of captions, index of captionFonts
	ink      int  // of captions, index of captionInks
	back     int  // of captions, index of captionBacks
}

const prefsKey, placeKey = "guida.scelte", "guida.riga"

// readPrefs reads the kept choices; the address and the device's own setting
// for motion come first.
func readPrefs(boot letter.Boot) prefs {
	p := prefs{captions: true, keys: true, rate: 100, size: 100, voice: true, volume: 70}
	p.parse(stored("localStorage", prefsKey))
	switch boot.Query("motion") {
	case "reduce":
		p.reduced = true
	case "":
		p.reduced = p.reduced || matches("(prefers-reduced-motion: reduce)")
	}
	return p
}

// pref is one choice as it is kept: a word, a number, and the numbers that it
// can be. A bit is 0 or 1.
type pref struct {
	word     string
	bit      *bool
	n        *int
	from, to int
}

func (p *prefs) all() []pref {
	return []pref{
		{word: "cc", bit: &p.captions}, {word: "motion", bit: &p.reduced}, {word: "keys", bit: &p.keys},
		{word: "rate", n: &p.rate, from: 50, to: 200}, {word: "voice", bit: &p.voice},
		{word: "vol", n: &p.volume, to: 100}, {word: "ad", bit: &p.describe}, {word: "rests", bit: &p.rests},
		{word: "skin", n: &p.skin, to: painted}, {word: "size", n: &p.size, from: 100, to: 300},
		{word: "font", n: &p.font, to: len(captionFonts) - 1}, {word: "ink", n: &p.ink, to: len(captionInks) - 1},
		{word: "back", n: &p.back, to: len(captionBacks) - 1},
	}
}

// parse reads "cc=1 motion=0 rate=100…"; what it does not know is left as it
// was.
func (p *prefs) parse(s string) {
	for _, kept := range strings.Fields(s) {
		word, value, _ := strings.Cut(kept, "=")
		n, err := strconv.Atoi(value)
		for _, x := range p.all() {
			switch {
			case err != nil || x.word != word:
			case x.bit != nil:
				*x.bit = n == 1
			case n >= x.from && n <= x.to:
				*x.n = n
			}
		}
	}
}

// keep stores the choices on the device.
func (p *prefs) keep() {
	var out []string
	for _, x := range p.all() {
		n := 0
		switch {
		case x.n != nil:
			n = *x.n
		case *x.bit:
			n = 1
		}
		out = append(out, x.word+"="+strconv.Itoa(n))
	}
	store("localStorage", prefsKey, strings.Join(out, " "))
}

// matches reports whether the device answers a media query with yes.
func matches(query string) bool {
	return js.Global().Call("matchMedia", query).Get("matches").Bool()
}

// stored reads from a storage, which a browser may deny altogether.
func stored(storage, key string) (value string) {
	defer func() { _ = recover() }()
	if v := js.Global().Get(storage).Call("getItem", key); v.Type() == js.TypeString {
		value = v.String()
	}
	return value
}

func store(storage, key, value string) {
	defer func() { _ = recover() }()
	js.Global().Get(storage).Call("setItem", key, value)
}

// place is where to begin, ms: what the address says, or where the person was
// when the page was loaded again.
func (f *film) place() (ms int, ok bool) {
	if t, err := strconv.ParseFloat(f.boot.Query("t"), 64); err == nil && t >= 0 {
		return int(math.Round(t * 1000)), true
	}
	line, offset, _ := strings.Cut(stored("sessionStorage", placeKey), " ")
	store("sessionStorage", placeKey, "")
	i := f.player.Timeline().LineIndex(line)
	if i < 0 {
		return 0, false
	}
	n, _ := strconv.Atoi(offset)
	return f.player.Timeline().Lines[i].Start + max(n, 0), true
}

// bookmark keeps the place for when the page is loaded again in this tab.
func (f *film) bookmark() {
	s, tl := f.player.State(), f.player.Timeline()
	i := tl.LineAt(s.T)
	store("sessionStorage", placeKey, tl.Lines[i].ID+" "+strconv.Itoa(s.T-tl.Lines[i].Start))
}

// survive keeps the place when the page goes away and, when the GPU forgets
// the picture, loads the page again: the loader then starts the film, paused.
func (s *stage) survive() {
	dom.On(js.Global(), "pagehide", func(js.Value) {
		if !s.film.gone {
			s.film.bookmark()
		}
	})
	dom.On(s.canvas, "webglcontextlost", func(ev js.Value) {
		ev.Call("preventDefault")
		s.film.failed("lost")
		s.film.bookmark()
		js.Global().Get("location").Call("reload")
	})
}
