// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"videoguida/player"
	"videoguida/player/voice"
	"videoguida/wasm/film/sound"
)

// device lets the device's own voice say the lines of a language without a
// bank, a sentence at a time. The silent clock leads; it waits at the end of a
// sentence that is still being said, but not for ever.
type device struct {
	sound   *sound.Device
	said    voice.Utterance // the last one begun
	began   float64         // performance.now() then, ms
	stopped bool            // the voice fell silent once: it is not asked again
}

// begins is how far into a sentence it is still begun, ms.
const begins = 400

// follow says the sentence that begins now, or hushes.
func (d *device) follow(f *film, s player.State) {
	plays := s.Playing && s.Hold == 0 && !f.clock.frozen && !f.gone && f.narrator.speaker == nil
	next, ok := sentenceAt(f, s.T)
	if !plays || !ok || d.sound.Talking() && next.From != d.said.From {
		d.sound.Hush()
	}
	if !plays {
		d.said = voice.Utterance{From: -1}
		return
	}
	if ok && next.From != d.said.From && s.T-next.From < begins && d.wanted(f) {
		d.said, d.began = next, now()
		d.sound.Say(f.words.Lang(), next.Text, rate(s), f.prefs.volume)
	}
}

// wanted reports whether the device speaks: Italian has the bank.
func (d *device) wanted(f *film) bool {
	lang := f.words.Lang()
	return lang != "it" && !d.stopped && f.prefs.voice && f.boot.Query("voice") != "off" && d.sound.Speaks(lang)
}

// limit returns the ms of the guide before which time must stay: the end of the
// sentence that is being said. Who takes more than 1.6 times as long and two
// seconds is not waited for any more.
func (d *device) limit(f *film) (ms int, ok bool) {
	if !d.sound.Talking() {
		return 0, false
	}
	length := float64((d.said.To-d.said.From)*100) / float64(rate(f.player.State()))
	if now()-d.began > 1.6*length+2000 {
		d.stopped = true
		d.sound.Hush()
		return 0, false
	}
	return d.said.To, true
}

// sentenceAt returns the sentence at t ms of the guide.
func sentenceAt(f *film, t int) (voice.Utterance, bool) {
	tl := f.player.Timeline()
	for _, s := range voice.Utterances(&tl.Lines[tl.LineAt(t)]) {
		if s.From <= t && t < s.To {
			return s, true
		}
	}
	return voice.Utterance{}, false
}
