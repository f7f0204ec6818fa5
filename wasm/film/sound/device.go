// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package sound

import (
	"strings"
	"syscall/js"

	"videoguida/wasm/dom"
)

// Device is the device's own voice, for the languages that have no bank. Only
// voices that are known to speak on the device are used: what is said to a
// person does not go to a server.
type Device struct {
	talking bool
	turn    int // of the last utterance: an older one that ends does not count
	ended   func()
}

// NewDevice returns the device's voice; ended is called when a sentence was
// said.
func NewDevice(ended func()) *Device { return &Device{ended: ended} }

// onDevice are parts of the names of the voices that systems install, by
// language.
func onDevice(lang string) []string {
	switch lang {
	case "de":
		return []string{"Anna", "Petra", "Markus", "Katja", "Hedda", "Stefan", "Deutsch"}
	case "en":
		return []string{"Samantha", "Daniel", "Karen", "Moira", "Zira", "David", "Hazel", "George", "English"}
	}
	return nil
}

// voice returns an on-device voice of a language, or nothing.
func (d *Device) voice(lang string) js.Value {
	synth := js.Global().Get("speechSynthesis")
	if !synth.Truthy() {
		return js.Undefined()
	}
	all := synth.Call("getVoices")
	for _, name := range onDevice(lang) {
		for i := range all.Length() {
			v := all.Index(i)
			if v.Get("localService").Truthy() && strings.HasPrefix(dom.Str(v, "lang"), lang) && strings.Contains(dom.Str(v, "name"), name) {
				return v
			}
		}
	}
	return js.Undefined()
}

// Speaks reports whether the device has a voice for a language.
func (d *Device) Speaks(lang string) bool { return d.voice(lang).Truthy() }

// Say says a sentence, at a speed and a loudness in per cent.
func (d *Device) Say(lang, text string, rate, volume int) {
	u := js.Global().Get("SpeechSynthesisUtterance").New(text)
	v := d.voice(lang)
	u.Set("voice", v)
	u.Set("lang", v.Get("lang"))
	u.Set("rate", float64(rate)/100)
	u.Set("volume", float64(volume)/100)
	d.turn++
	turn := d.turn
	over := func(js.Value) {
		if d.talking && turn == d.turn {
			d.talking = false
			d.ended()
		}
	}
	dom.On(u, "end", over)
	dom.On(u, "error", over)
	d.talking = true
	js.Global().Get("speechSynthesis").Call("speak", u)
}

// Talking reports whether a sentence is being said.
func (d *Device) Talking() bool { return d.talking }

// Hush stops at once.
func (d *Device) Hush() {
	if d.talking {
		d.talking = false
		js.Global().Get("speechSynthesis").Call("cancel")
	}
}
