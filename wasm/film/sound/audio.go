// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package sound

import (
	"math"
	"syscall/js"

	"videoguida/wasm/dom"
)

// Audio is the page's <audio> element. It knows what it was told, so that it
// can tell what nobody asked for.
type Audio struct {
	e       js.Value
	url     string
	playing bool    // it was told to play
	from    float64 // s of the sound from which it was told to play
	changed func()
}

// NewAudio takes an element over; changed is called when it starts, ends or
// stops.
func NewAudio(e js.Value, changed func()) *Audio {
	a := &Audio{e: e, changed: changed}
	e.Set("preservesPitch", true)
	e.Set("webkitPreservesPitch", true)
	for _, event := range []string{"playing", "pause", "ended", "seeked", "timeupdate"} {
		dom.On(e, event, func(js.Value) { a.changed() })
	}
	return a
}

// Load puts a sound on, silent until it is played.
func (a *Audio) Load(url string, rate int) {
	a.playing = false
	a.url = url
	a.e.Set("src", url)
	a.Rate(rate)
}

// URL returns the sound that is on.
func (a *Audio) URL() string { return a.url }

// Rate sets the speed, per cent.
func (a *Audio) Rate(percent int) {
	a.e.Set("defaultPlaybackRate", float64(percent)/100)
	a.e.Set("playbackRate", float64(percent)/100)
}

// Volume sets the loudness, per cent.
func (a *Audio) Volume(percent int) { a.e.Set("volume", float64(percent)/100) }

// Seek goes to ms of the sound.
func (a *Audio) Seek(ms int) {
	a.from = float64(ms) / 1000
	a.e.Set("currentTime", a.from)
}

// Play starts the sound; refused is called when the browser waits for a press.
func (a *Audio) Play(refused func()) {
	a.playing = true
	a.from = a.e.Get("currentTime").Float()
	var kept, broken js.Func
	drop := func() { kept.Release(); broken.Release() }
	kept = js.FuncOf(func(js.Value, []js.Value) any { drop(); return nil })
	broken = js.FuncOf(func(_ js.Value, args []js.Value) any {
		drop()
		if dom.Str(args[0], "name") == "NotAllowedError" {
			refused()
		}
		return nil
	})
	if p := a.e.Call("play"); p.Truthy() {
		p.Call("then", kept, broken)
	}
}

// Pause stops the sound.
func (a *Audio) Pause() {
	a.playing = false
	a.e.Call("pause")
}

// Playing reports whether the element was told to play.
func (a *Audio) Playing() bool { return a.playing }

// Moving reports whether the sound has started to be heard.
func (a *Audio) Moving() bool {
	return a.playing && !a.e.Get("seeking").Bool() && a.e.Get("currentTime").Float() > a.from
}

// Ended reports whether the sound was heard to its end.
func (a *Audio) Ended() bool { return a.playing && a.e.Get("ended").Bool() }

// Stopped reports whether something else stopped the sound: a call, another
// page, earphones that were pulled out.
func (a *Audio) Stopped() bool {
	return a.playing && a.e.Get("paused").Bool() && !a.e.Get("ended").Bool() && a.Moving()
}

// At returns the ms of the sound that are heard now.
func (a *Audio) At() int { return int(math.Round(a.e.Get("currentTime").Float() * 1000)) }
