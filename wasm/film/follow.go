// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"videoguida/player"
	"videoguida/wasm/dom"
)

// apart is how far the sound may be from the state when it starts, ms.
const apart = 30

// follow makes the sound what the state asks for: which chapter, from where,
// and whether it plays.
func (n *narrator) follow(s player.State) {
	if n.speaker == nil {
		return
	}
	f, tl := n.film, n.film.player.Timeline()
	i := tl.Lines[tl.LineAt(s.T)].Chapter
	n.prepare()
	url, plays := n.tracks[i], s.Playing && s.Hold == 0 && !f.clock.frozen && !f.gone
	if s.Playing {
		f.notice.hide(interrupted)
	} else {
		n.muted = false // the next press may be allowed
	}
	if url == "" || !plays {
		if n.audio.Playing() {
			n.audio.Pause()
		}
		return
	}
	fresh := n.audio.URL() != url
	if fresh {
		n.audio.Load(url, rate(s))
	}
	at := s.T - tl.Chapters[i].Start
	if starts := !n.audio.Playing(); fresh || s.T != n.at || starts && max(n.audio.At()-at, at-n.audio.At()) > apart {
		n.audio.Seek(at)
		n.at = s.T
		n.clock.Set(s.T)
	}
	if !n.audio.Playing() && !n.muted {
		n.start()
	}
}

// start plays the sound and looks after soundWait whether it is heard.
func (n *narrator) start() {
	n.audio.Play(func() { n.refuse() })
	n.asked = now()
	dom.Later(soundWait+20, func() {
		if n.audio.Playing() && !n.audio.Moving() && now()-n.asked >= soundWait {
			n.film.notice.stall()
		}
	})
}

// refuse tells that the browser waits for a press.
func (n *narrator) refuse() {
	n.muted = true
	n.film.failed("sound")
	n.audio.Pause()
	n.film.notice.stall()
}

// heard is called when the sound starts, stops or ends.
func (f *film) heard() {
	if f.gone {
		return
	}
	if f.narrator.audio.Stopped() {
		f.narrator.audio.Pause()
		f.do(player.Input{Kind: player.Pause})
		f.notice.interrupt()
		return
	}
	f.pass()
	f.refresh()
}

// listenOn plays: the person pressed to hear the voice.
func (f *film) listenOn() {
	f.narrator.muted = false
	f.notice.clear()
	f.do(player.Input{Kind: player.Play})
}

// readOn goes on without the voice, with captions.
func (f *film) readOn() {
	f.narrator.failed, f.narrator.muted, f.prefs.captions = true, false, true
	f.notice.clear()
	f.again(f.words.Lang())
	f.do(player.Input{Kind: player.Play})
}

// setVoice switches the voice on or off.
func (f *film) setVoice(on bool) {
	f.prefs.voice = on
	f.prefs.keep()
	f.narrator.failed = f.narrator.failed && !on
	f.narrator.send()
	f.again(f.words.Lang())
}

// setDescribe has the pictures described after the lines, or not.
func (f *film) setDescribe(on bool) {
	f.prefs.describe = on
	f.prefs.keep()
	f.again(f.words.Lang())
}

// setVolume sets the loudness of the voice, per cent.
func (f *film) setVolume(percent int) {
	f.prefs.volume = percent
	f.prefs.keep()
	f.narrator.audio.Volume(percent)
}
