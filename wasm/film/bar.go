// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"math"
	"strconv"
	"syscall/js"

	"videoguida/player"
	"videoguida/player/facts"
	"videoguida/wasm/dom"
)

// bar is the play bar: play, ten seconds back and ahead, the track, captions and
// audio descriptions one step away like Play, and the panel with chapters and
// settings.
type bar struct {
	box, play, back, ahead, cc, ad, menu js.Value
	track                                js.Value // the holder of slider and ticks
	slider, time, now                    js.Value
	shown                                player.State
	duration                             int
	second                               int // shown in the time, -1 none
	at                                   int // shown on the track, thousandths of the guide
	face                                 face
}

// face is what the play button offers.
type face uint8

const (
	noFace face = iota
	toPlay
	toPause
	toWatchAgain
)

// leap is how far the two arrows go, ms.
const leap = 10_000

func (b *bar) build(f *film) {
	b.play = b.button("play", func() { f.toggle() })
	b.back = b.button("back", func() { f.do(player.Input{Kind: player.Skip, Ms: -leap}) })
	b.ahead = b.button("ahead", func() { f.do(player.Input{Kind: player.Skip, Ms: leap}) })
	b.cc = b.button("cc", func() { f.toggleCaptions() })
	b.ad = b.button("ad", func() { f.setDescribe(!f.prefs.describe) })
	b.menu = b.button("menu", func() { f.panel.open() })
	dom.Append(b.back, icon(backPath))
	dom.Append(b.ahead, icon(aheadPath))
	dom.Append(b.cc, dom.El("span", dom.Attrs{"aria-hidden", "true"}, "CC"))
	dom.Append(b.ad, dom.El("span", dom.Attrs{"aria-hidden", "true"}, "AD"))
	dom.Append(b.menu, icon(menuPath))
	b.buildTrack(f)
	b.now = dom.El("span", nil)
	b.time = dom.El("p", dom.Attrs{"class", "time", "aria-hidden", "true"}, b.now)
	b.box = box("div", "bar", b.play, b.back, b.track, b.time, b.ahead, b.cc, b.ad, b.menu)
	b.label(f)
}

func (b *bar) button(class string, press func()) js.Value {
	e := dom.El("button", dom.Attrs{"type", "button", "class", class})
	dom.On(e, "click", func(js.Value) { press() })
	return e
}

// buildTrack makes the slider. It moves by five seconds; its own value and
// words change on focus, pause and every move of a film that stands still, so
// that a screen reader is not told every second: the moving line is paint.
func (b *bar) buildTrack(f *film) {
	b.slider = dom.El("input", dom.Attrs{"type", "range", "min", "0", "step", "1"})
	dom.On(b.slider, "input", func(js.Value) {
		s, _ := strconv.Atoi(dom.Str(b.slider, "value"))
		f.do(player.Input{Kind: player.Seek, Ms: s * 1000})
		b.word(f)
	})
	dom.On(b.slider, "focus", func(js.Value) { b.word(f) })
	dom.On(b.slider, "keydown", func(ev js.Value) { f.slide(ev) })
	b.track = box("div", "track")
}

// slide moves by five seconds with the arrows, by a chapter with the page keys.
func (f *film) slide(ev js.Value) {
	step := map[string]int{"ArrowLeft": -5000, "ArrowDown": -5000, "ArrowRight": 5000, "ArrowUp": 5000}[dom.Str(ev, "key")]
	if step == 0 {
		return
	}
	ev.Call("preventDefault")
	f.do(player.Input{Kind: player.Skip, Ms: step})
	f.bar.word(f)
}

// label names everything in the language, and marks the chapters.
func (b *bar) label(f *film) {
	name(b.cc, "CC, "+f.text("cc-titolo"))
	name(b.ad, "AD, "+f.text("set-ad"))
	dom.Show(b.ad, f.words.Lang() == "it") // only the bank says descriptions
	for _, n := range []struct {
		e  js.Value
		id string
	}{{b.back, "ui-indietro10"}, {b.ahead, "ui-avanti10"}, {b.menu, "ui-capitoli"}} {
		name(n.e, f.text(n.id))
	}
	b.shown, b.face, b.second = player.State{T: -1}, noFace, -1
	tl := f.player.Timeline()
	b.duration = tl.Duration
	b.slider.Call("setAttribute", "max", strconv.Itoa(tl.Duration/1000))
	b.slider.Call("setAttribute", "aria-label", f.text(f.board.Title))
	dom.Clear(b.track)
	dom.Append(b.track, b.slider)
	for _, ch := range tl.Chapters[1:] {
		tick := dom.El("i", nil)
		tick.Get("style").Set("left", percent(ch.Start, tl.Duration))
		dom.Append(b.track, tick)
	}
	dom.Clear(b.time)
	dom.Append(b.time, b.now, box("span", "whole", " / "+minutes(tl.Duration)))
	b.press(f)
}

// press shows which of the buttons are pressed in.
func (b *bar) press(f *film) {
	b.cc.Call("setAttribute", "aria-pressed", strconv.FormatBool(f.prefs.captions))
	b.ad.Call("setAttribute", "aria-pressed", strconv.FormatBool(f.prefs.describe))
}

// name gives a control its accessible name and its tip.
func name(e js.Value, text string) {
	e.Call("setAttribute", "aria-label", text)
	e.Call("setAttribute", "title", text)
}

// show brings the bar up to the state.
func (b *bar) show(f *film, s player.State) {
	if at := s.T * 1000 / max(b.duration, 1); at != b.at {
		b.at = at
		b.track.Get("style").Call("setProperty", "--at", strconv.FormatFloat(float64(at)/10, 'f', -1, 64)+"%")
	}
	if sec := s.T / 1000; sec != b.second {
		b.second = sec
		dom.SetText(b.now, minutes(s.T))
	}
	if is := faceOf(s, b.duration); is != b.face {
		b.face = is
		b.dress(f)
	}
	if s.Playing != b.shown.Playing || !s.Playing && s.T != b.shown.T {
		b.word(f)
	}
	b.shown = s
}

func faceOf(s player.State, duration int) face {
	switch {
	case s.Playing:
		return toPause
	case s.T >= duration:
		return toWatchAgain
	}
	return toPlay
}

// dress gives the play button its picture and its name.
func (b *bar) dress(f *film) {
	dom.Clear(b.play)
	switch b.face {
	case toPause:
		dom.Append(b.play, icon(pausePath))
		name(b.play, f.text("ui-pausa"))
	case toWatchAgain:
		dom.Append(b.play, icon(againPath))
		name(b.play, f.text("ui-riguarda"))
	default:
		dom.Append(b.play, icon(playPath))
		name(b.play, f.text("ui-play"))
	}
}

// word sets the slider's value and says it: "1 minuto 20 di 4 minuti,
// capitolo 2".
func (b *bar) word(f *film) {
	s, tl := f.player.State(), f.player.Timeline()
	count := func(n int) facts.Value { return facts.Value{Kind: facts.Count, N: int64(n)} }
	text := f.words.Text("ui-posizione", facts.Set{
		"minuti": count(s.T / 60_000), "secondi": count(s.T / 1000 % 60),
		"tot": count(int(math.Round(float64(tl.Duration) / 60_000))), "n": count(tl.Lines[tl.LineAt(s.T)].Chapter + 1),
	})
	b.slider.Set("value", s.T/1000)
	b.slider.Call("setAttribute", "aria-valuetext", text)
}

// toggle plays or pauses.
func (f *film) toggle() {
	if f.player.State().Playing {
		f.do(player.Input{Kind: player.Pause})
		return
	}
	f.do(player.Input{Kind: player.Play})
}

func (f *film) toggleCaptions() {
	f.prefs.captions = !f.prefs.captions
	f.prefs.keep()
	f.bar.press(f)
	f.refresh()
}

func percent(part, whole int) string {
	return strconv.FormatFloat(float64(part)*100/float64(max(whole, 1)), 'f', 2, 64) + "%"
}

// minutes writes ms as m:ss.
func minutes(ms int) string {
	s := strconv.Itoa(ms / 1000 % 60)
	if len(s) < 2 {
		s = "0" + s
	}
	return strconv.Itoa(ms/60_000) + ":" + s
}
