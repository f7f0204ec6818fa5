// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package dom

import "syscall/js"

// BusVersion is the version of the messages between reader and film. Both
// programs come from one build; a different version means a stale page.
const BusVersion = 1

// Sides of the bus.
const (
	ToFilm   = "guida:film"
	ToReader = "guida:reader"
)

// Message types. Positions travel as line ids, never as seconds, because only
// the film knows the times; Seconds serves the test façade alone.
const (
	MsgSeek   = "seek"   // to film: Line, OffsetMs, or Seconds when Line is empty
	MsgPlay   = "play"   // to film
	MsgPause  = "pause"  // to film
	MsgPref   = "pref"   // to film: ID (captions, motion, rate), Value
	MsgQuit   = "quit"   // to film: forget everything, the letter was erased
	MsgPress  = "press"  // to film: ID, a node's action
	MsgChoice = "choice" // both ways: ID, Value, Rev; see Message
	MsgState  = "state"  // to reader: Line, Playing
	MsgEffect = "effect" // to reader: ID (open, save, form, text, rate, ended, rested, nofilm, failed), Value
	MsgReady  = "ready"  // to reader: the film's first frame is painted
	MsgCount  = "count"  // to reader: Value, a milestone.Event
)

// ChoiceJob is the choice made in the infographic "what if I find a job": its
// Value is the answers so far, with commas ("dip,breve").
const ChoiceJob = "lavoro-info"

// Message is one message of the bus. Rev numbers the states of a choice: who
// changes it sends one more than the last it saw, and who has seen as many
// ignores it. The reader owns the choice; the film shows it.
type Message struct {
	Type     string
	ID       string
	Value    string
	Line     string
	OffsetMs int
	Seconds  float64
	Playing  bool
	Rev      int
}

// Send posts m to one side.
func Send(side string, m Message) {
	detail := map[string]any{
		"v": BusVersion, "type": m.Type, "id": m.ID, "value": m.Value,
		"line": m.Line, "offsetMs": m.OffsetMs, "seconds": m.Seconds, "playing": m.Playing,
		"rev": m.Rev,
	}
	init := map[string]any{"detail": detail}
	Doc().Call("dispatchEvent", js.Global().Get("CustomEvent").New(side, init))
}

// Listen calls f for every message to a side. Messages of another version are
// ignored.
func Listen(side string, f func(Message)) {
	On(Doc(), side, func(ev js.Value) {
		d := ev.Get("detail")
		if d.Get("v").Int() != BusVersion {
			return
		}
		f(Message{
			Type: d.Get("type").String(), ID: d.Get("id").String(), Value: d.Get("value").String(),
			Line: d.Get("line").String(), OffsetMs: d.Get("offsetMs").Int(),
			Seconds: d.Get("seconds").Float(), Playing: d.Get("playing").Bool(),
			Rev: d.Get("rev").Int(),
		})
	})
}
