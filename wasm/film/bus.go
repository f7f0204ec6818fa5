// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"math"
	"syscall/js"

	"videoguida/player"
	"videoguida/player/milestone"
	"videoguida/wasm/dom"
	"videoguida/wasm/letter"
)

// told is what the reader was last told, so that it hears only of changes.
type told struct {
	line    string
	playing bool
}

// tell tells the reader where the film is.
func (f *film) tell(s player.State) {
	is := told{f.line(s), s.Playing}
	if is == f.told {
		return
	}
	f.told = is
	dom.Send(dom.ToReader, dom.Message{Type: dom.MsgState, Line: is.line, Playing: is.playing})
}

// line is the id of the line the state is in; a hold stays with its own line.
func (f *film) line(s player.State) string {
	tl := f.player.Timeline()
	if s.Hold != 0 {
		return tl.Lines[s.Hold-1].ID
	}
	return tl.Lines[tl.LineAt(s.T)].ID
}

// ready tells the reader that the first frame is painted.
func (f *film) ready() { dom.Send(dom.ToReader, dom.Message{Type: dom.MsgReady}) }

// note has the reader count a milestone.
func (f *film) note(e milestone.Event) {
	dom.Send(dom.ToReader, dom.Message{Type: dom.MsgCount, Value: string(e)})
}

// failed has the reader count that something failed.
func (f *film) failed(code string) {
	dom.Send(dom.ToReader, dom.Message{Type: dom.MsgEffect, ID: "failed", Value: code})
}

// perform does what the core asks for: the reader opens, saves and shows.
func (f *film) perform(effects []player.Effect) {
	names := [...]string{player.OpenService: "open", player.SaveFile: "save", player.OpenForm: "form", player.Ended: "ended", player.Rested: "rested", player.Rate: "rate"}
	for _, e := range effects {
		if e.Kind == player.Answered {
			f.rev++
			dom.Send(dom.ToReader, dom.Message{Type: dom.MsgChoice, ID: dom.ChoiceJob, Value: e.ID, Rev: f.rev})
			continue
		}
		dom.Send(dom.ToReader, dom.Message{Type: dom.MsgEffect, ID: names[e.Kind], Value: e.ID})
	}
}

// listen hears the reader, the keys and the end of the page.
func (f *film) listen(root js.Value) {
	f.clock.start(f)
	dom.Listen(dom.ToFilm, f.hear)
	dom.On(dom.Doc(), "keydown", f.key)
	f.stage.survive()
}

// hear does what the reader asks for.
func (f *film) hear(m dom.Message) {
	if f.gone {
		return
	}
	switch m.Type {
	case dom.MsgPlay:
		f.do(player.Input{Kind: player.Play})
	case dom.MsgPause:
		f.do(player.Input{Kind: player.Pause})
	case dom.MsgSeek:
		f.seek(m)
	case dom.MsgPress:
		f.do(player.Input{Kind: player.Press, ID: m.ID})
	case dom.MsgChoice:
		f.choose(m)
	case dom.MsgQuit:
		f.quit()
	case dom.MsgPref:
		f.prefer(m)
	}
}

// prefer takes over what the person chose in the page.
func (f *film) prefer(m dom.Message) {
	switch m.ID {
	case "lang":
		f.retell(m.Value)
	case "cover":
		f.cover(m.Value == "1")
	}
}

// choose takes over what was answered in the reader's form.
func (f *film) choose(m dom.Message) {
	if m.ID != dom.ChoiceJob || m.Rev <= f.rev {
		return
	}
	f.rev = m.Rev
	f.do(player.Input{Kind: player.Answers, ID: m.Value})
}

// quit forgets the person: nothing is drawn or told any more.
func (f *film) quit() {
	f.gone = true
	f.clock.stop()
	f.narrator.forget()
	f.device.sound.Hush()
	f.facts, f.boot.Token, f.letter = nil, "", letter.Letter{}
	js.Global().Delete("guidaFilm")
}

// seek goes to a line, or to seconds when there is none.
func (f *film) seek(m dom.Message) {
	ms := int(math.Round(m.Seconds * 1000))
	if m.Line != "" {
		i := f.player.Timeline().LineIndex(m.Line)
		if i < 0 {
			return
		}
		ms = f.player.Timeline().Lines[i].Start + m.OffsetMs
	}
	f.do(player.Input{Kind: player.Seek, Ms: ms})
}
