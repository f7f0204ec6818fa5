// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"syscall/js"

	"videoguida/player"
	"videoguida/player/timeline"
	"videoguida/player/voice"
	"videoguida/wasm/dom"
	"videoguida/wasm/film/sound"
)

// narrator is the film's voice. What should sound follows from the player's
// state ([narrator.follow]); while it sounds, it leads the time
// ([narrator.pass]). Without a bank it is silent and the clock leads.
type narrator struct {
	film    *film
	audio   *sound.Audio
	bank    *voice.Bank    // nil until the packs are here
	speaker *voice.Speaker // of the player's timeline, nil: silent
	loading bool           // the packs are on their way and the film waits for them
	failed  bool           // they will not come
	tracks  map[int]string // address of each chapter's sound that is made
	working bool           // sounds are being made
	clock   voice.Clock
	at      int     // ms of the guide where the clock stood last
	asked   float64 // performance.now() when the sound was told to start, ms
	muted   bool    // the browser will not play: until the person presses
}

// patience with the voice, ms: how long the film waits for the packs, and for
// a sound that was told to play.
const (
	packsWait = 3000
	soundWait = 500
)

// build takes over the page's audio element and sends for the packs.
func (n *narrator) build(f *film) {
	n.film = f
	e := f.boot.Audio()
	if !e.Truthy() {
		e = js.Global().Get("Audio").New()
	}
	n.audio = sound.NewAudio(e, f.heard)
	n.audio.Volume(f.prefs.volume)
	n.send()
}

// wanted reports whether the person wants a voice and the bank speaks their
// language.
func (n *narrator) wanted() bool {
	return n.film.prefs.voice && !n.failed && n.film.boot.Query("voice") != "off" && n.film.words.Lang() == "it"
}

// send fetches the packs, once. The film waits for them a little, then begins
// without; when they come, it goes on with the voice.
func (n *narrator) send() {
	if n.bank != nil || n.loading || !n.wanted() {
		return
	}
	n.loading = true
	dom.Later(packsWait, func() {
		n.loading = false
		n.film.do()
	})
	go func() {
		bank, err := sound.Fetch(n.film.boot.Packs("it"), n.film.packs())
		n.bank, n.failed, n.loading = bank, err != nil, false
		if n.film.gone {
			return
		}
		if n.failed {
			n.film.failed("voice")
		}
		if n.wanted() {
			n.film.voiced()
		}
		n.film.do()
	}()
}

// voiced tells the guide with the voice that has come. A film that plays says
// its line from the start; one that stands, as after a reload, stays where it
// is in its line.
func (f *film) voiced() {
	s, was := f.player.State(), f.player.Timeline()
	into := s.T - was.Lines[was.LineAt(s.T)].Start
	f.again("it")
	if s.Playing || s.Hold != 0 {
		return
	}
	tl := f.player.Timeline()
	l := tl.Lines[tl.LineAt(f.player.State().T)]
	f.do(player.Input{Kind: player.Seek, Ms: min(l.Start+into, l.End-1)})
}

// packs are those that say the guide. A letter's are the same for everybody
// but for the bucket of the name; the spot, which knows nobody, has its own
// alone.
func (f *film) packs() []string {
	if f.boot.Token == "" {
		return []string{f.board.Voice}
	}
	return sound.Packs(f.board.Voice, f.facts["nome"].S)
}

// voice is who says the guide in the language being compiled.
func (n *narrator) voice() timeline.Voice {
	n.forget()
	if n.bank == nil || !n.wanted() {
		return timeline.Silent{}
	}
	n.speaker = &voice.Speaker{Bank: n.bank}
	if n.film.prefs.describe {
		return voice.Describing{Speaker: n.speaker}
	}
	return n.speaker
}

// forget drops the sounds of the timeline before.
func (n *narrator) forget() {
	if n.audio != nil {
		n.audio.Pause()
	}
	for _, url := range n.tracks {
		sound.Drop(url)
	}
	n.speaker, n.tracks = nil, map[int]string{}
}

// next returns the chapter whose sound is to be made next: the one that is
// told, then the one after it.
func (n *narrator) next() (chapter int, ok bool) {
	tl := n.film.player.Timeline()
	i := tl.Lines[tl.LineAt(n.film.player.State().T)].Chapter
	if n.speaker == nil || n.film.gone {
		return 0, false
	}
	if n.tracks[i] != "" {
		i++
	}
	return i, i < len(tl.Chapters) && n.tracks[i] == ""
}

// prepare has the sounds made that are missing.
func (n *narrator) prepare() {
	if _, missing := n.next(); missing && !n.working {
		n.working = true
		go n.work()
	}
}

// work makes what is missing, on a goroutine of its own.
func (n *narrator) work() {
	for {
		i, ok := n.next()
		if !ok {
			break
		}
		n.mix(i)
	}
	n.working = false
}

// mix makes the sound of a chapter. By the time it is there, the guide may be
// told by somebody else.
func (n *narrator) mix(chapter int) {
	speaker := n.speaker
	url, err := sound.Chapter(n.film.player.Timeline(), chapter, speaker)
	switch {
	case err == nil && speaker == n.speaker:
		n.tracks[chapter] = url
		n.film.do()
	case err == nil:
		sound.Drop(url)
	case speaker == n.speaker:
		n.failed = true
		n.film.again("it")
	}
}

// leads reports whether the time is the voice's: then it passes only as far as
// it is heard.
func (n *narrator) leads(s player.State) bool {
	return (n.speaker != nil || n.loading) && s.Playing && s.Hold == 0
}

// pass lets elapsed ms go by while the voice leads.
func (n *narrator) pass(elapsed int, s player.State) []player.Effect {
	tl := n.film.player.Timeline()
	i := tl.Lines[tl.LineAt(s.T)].Chapter
	ch := &tl.Chapters[i]
	if n.speaker == nil || n.tracks[i] == "" || n.audio.URL() != n.tracks[i] || !n.audio.Moving() {
		return nil
	}
	n.film.notice.hide(stalled)
	if n.audio.Ended() {
		n.at = ch.End
		n.clock.Set(ch.End)
		return n.film.player.Reach(ch.End)
	}
	if n.at != s.T {
		n.clock.Set(s.T)
	}
	t := n.clock.Look(float64(elapsed*rate(s))/100, float64(ch.Start+n.audio.At()))
	t = min(t, ch.End-1) // the last moment is the sound's end
	effects := n.film.player.Reach(t)
	n.at = n.film.player.State().T
	return effects
}

// rate is the state's speed, per cent.
func rate(s player.State) int {
	if s.Rate == 0 {
		return 100
	}
	return s.Rate
}

// told is what the façade tells of the voice: "on", "off", "loading",
// "device", when it is the device's own, or "refused", when the browser waits
// for a press.
func (n *narrator) told() string {
	switch {
	case n.muted:
		return "refused"
	case n.speaker != nil:
		return "on"
	case n.film.device.sound.Talking():
		return "device"
	case n.loading:
		return "loading"
	}
	return "off"
}

// hears is the second of the guide at which the sound is, −1 without one.
func (n *narrator) hears() float64 {
	tl := n.film.player.Timeline()
	for i, url := range n.tracks {
		if url == n.audio.URL() {
			return float64(tl.Chapters[i].Start+n.audio.At()) / 1000
		}
	}
	return -1
}
