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
	size     int  // of captions, per cent
	voice    bool // the officer is heard
	volume   int  // per cent
	describe bool // pictures are described after the lines
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
		q := js.Global().Call("matchMedia", "(prefers-reduced-motion: reduce)")
		p.reduced = p.reduced || q.Get("matches").Bool()
	}
	return p
}

// parse reads "cc=1 motion=0 keys=1 rate=100 size=100 voice=1 vol=70 ad=0"; what it
// does not know is left as it was.
func (p *prefs) parse(s string) {
	for _, word := range strings.Fields(s) {
		name, value, _ := strings.Cut(word, "=")
		n, err := strconv.Atoi(value)
		switch {
		case err != nil:
		case name == "cc":
			p.captions = n == 1
		case name == "motion":
			p.reduced = n == 1
		case name == "keys":
			p.keys = n == 1
		case name == "rate" && n >= 50 && n <= 200:
			p.rate = n
		case name == "size" && n >= 100 && n <= 300:
			p.size = n
		case name == "voice":
			p.voice = n == 1
		case name == "ad":
			p.describe = n == 1
		case name == "vol" && n >= 0 && n <= 100:
			p.volume = n
		}
	}
}

// keep stores the choices on the device.
func (p *prefs) keep() {
	bit := func(on bool) string {
		if on {
			return "1"
		}
		return "0"
	}
	store("localStorage", prefsKey, "cc="+bit(p.captions)+" motion="+bit(p.reduced)+" keys="+bit(p.keys)+
		" rate="+strconv.Itoa(p.rate)+" size="+strconv.Itoa(p.size)+
		" voice="+bit(p.voice)+" vol="+strconv.Itoa(p.volume)+
		" ad="+bit(p.describe))
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
