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

// option is one value of a setting.
type option struct {
	value int
	label string
}

// settings are the choices about the film: voice, speed, pauses, motion, skin.
func (p *panel) settings() js.Value {
	f := p.film
	return dom.El("section", dom.Attrs{"class", "settings", "aria-labelledby", "impostazioni-titolo"},
		dom.El("h2", dom.Attrs{"id", "impostazioni-titolo"}, f.text("set-titolo")),
		p.toggle("ui-audio-on", f.prefs.voice, f.setVoice),
		p.described(),
		p.slide("ui-volume", f.prefs.volume, f.setVolume),
		p.pick("set-velocita", f.prefs.rate, []option{
			{75, f.text("set-vel-lenta") + " · 0,75×"}, {100, f.text("set-vel-normale") + " · 1×"},
			{125, "1,25×"}, {150, f.text("set-vel-rapida") + " · 1,5×"},
		}, f.setRate),
		p.toggle("set-capitolo", f.prefs.rests, f.setRests),
		p.toggle("set-movimento", f.prefs.reduced, f.setReduced),
		p.toggle("ui-vista-leggibile", f.stage.readable, f.setReadable))
}

// more is what is left to choose: keys and screen.
func (p *panel) more() js.Value {
	return box("div", "settings",
		p.toggle("set-tasti", p.film.prefs.keys, p.film.setKeys),
		dom.El("p", nil, p.film.text("ui-tasti")),
		p.fullScreen())
}

// described is the choice of audio descriptions; only the bank says them.
func (p *panel) described() any {
	if p.film.words.Lang() != "it" {
		return nil
	}
	return p.toggle("set-ad", p.film.prefs.describe, p.film.setDescribe)
}

// pick is a group of radio buttons.
func (p *panel) pick(id string, now int, options []option, set func(int)) js.Value {
	group := dom.El("fieldset", nil, dom.El("legend", nil, p.film.text(id)))
	for _, o := range options {
		input := dom.El("input", dom.Attrs{"type", "radio", "name", id, "value", strconv.Itoa(o.value)})
		input.Set("checked", o.value == now)
		dom.On(input, "change", func(js.Value) { set(o.value) })
		dom.Append(group, dom.El("label", nil, input, dom.El("span", nil, o.label)))
	}
	return group
}

// toggle is a box to tick.
func (p *panel) toggle(id string, on bool, set func(bool)) js.Value {
	input := dom.El("input", dom.Attrs{"type", "checkbox", "name", id})
	input.Set("checked", on)
	dom.On(input, "change", func(js.Value) { set(input.Get("checked").Bool()) })
	return dom.El("label", dom.Attrs{"class", "tick"}, input, dom.El("span", nil, p.film.text(id)))
}

// slide is a slider of per cents.
func (p *panel) slide(id string, now int, set func(int)) js.Value {
	input := dom.El("input", dom.Attrs{"type", "range", "name", id, "min", "0", "max", "100", "step", "5"})
	input.Set("value", now)
	dom.On(input, "input", func(js.Value) {
		n, _ := strconv.Atoi(dom.Str(input, "value"))
		set(n)
	})
	return dom.El("label", dom.Attrs{"class", "slide"}, dom.El("span", nil, p.film.text(id)), input)
}

func (f *film) setRate(percent int) {
	f.prefs.rate = percent
	f.prefs.keep()
	f.narrator.audio.Rate(percent)
	f.do(player.Input{Kind: player.Speed, Ms: percent})
}

func (f *film) setRests(on bool) {
	f.prefs.rests = on
	f.prefs.keep()
	f.do(f.rest())
}

// rest tells the player whether to pause at the end of each chapter.
func (f *film) rest() player.Input {
	in := player.Input{Kind: player.Rest}
	if f.prefs.rests {
		in.Ms = 1
	}
	return in
}

func (f *film) setReduced(on bool) {
	f.prefs.reduced = on
	f.prefs.keep()
	f.stage.measure()
}

func (f *film) setKeys(on bool) {
	f.prefs.keys = on
	f.prefs.keep()
}

// fullScreen is the button that fills the screen with the film's container,
// nil where the device cannot.
func (p *panel) fullScreen() any {
	if p.root.Get("requestFullscreen").Type() != js.TypeFunction {
		return nil
	}
	id := "ui-schermo-intero"
	if dom.Doc().Get("fullscreenElement").Truthy() {
		id = "ui-esci-intero"
	}
	return p.button("full", p.film.text(id), func() {
		p.film.toggleFull()
		p.close()
	})
}

func (f *film) toggleFull() {
	if dom.Doc().Get("fullscreenElement").Truthy() {
		dom.Doc().Call("exitFullscreen")
		return
	}
	if root := f.panel.root; root.Get("requestFullscreen").Type() == js.TypeFunction {
		root.Call("requestFullscreen")
	}
}
