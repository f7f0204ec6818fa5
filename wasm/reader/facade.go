// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"strings"
	"syscall/js"

	"videoguida/wasm/dom"
)

// expose publishes window.guida, the façade that tests and partners use. While
// the film runs, time, scene and semantics are the film's.
func (r *reader) expose() {
	js.Global().Set("guida", map[string]any{
		"state":     plain(r.state),
		"semantics": plain(r.semantics),
		"seek":      js.FuncOf(r.seek),
		"play":      js.FuncOf(r.play),
		"pause":     js.FuncOf(pauseFilm),
	})
}

// plain makes f callable from the page.
func plain(f func() any) js.Func {
	return js.FuncOf(func(js.Value, []js.Value) any { return f() })
}

func (r *reader) state() any {
	if filmRuns() {
		return js.Global().Get("guidaFilm").Call("state")
	}
	choices := map[string]any{}
	if s := r.job.String(); s != "" {
		choices[dom.ChoiceJob] = s
	}
	return map[string]any{
		"time": 0, "duration": 0, "scene": "", "chapter": 0, "line": r.line,
		"playing": false, "held": false, "captions": "", "choices": choices,
	}
}

// semantics describes the four answers as nodes, like the film's.
func (r *reader) semantics() any {
	if filmRuns() {
		return js.Global().Get("guidaFilm").Call("semantics")
	}
	nodes := []any{}
	if r.claims.V == 0 {
		return nodes
	}
	for _, a := range r.fourAnswers() {
		nodes = append(nodes, map[string]any{
			"id": a.id, "role": "text", "name": a.term, "value": strings.TrimSpace(a.value + " " + a.note), "action": "",
		})
	}
	return nodes
}

// seek takes seconds or a line id.
func (r *reader) seek(_ js.Value, args []js.Value) any {
	if len(args) == 0 {
		return nil
	}
	m := dom.Message{Type: dom.MsgSeek}
	switch args[0].Type() {
	case js.TypeNumber:
		m.Seconds = args[0].Float()
	case js.TypeString:
		m.Line = args[0].String()
	}
	dom.Send(dom.ToFilm, m)
	return nil
}

func (r *reader) play(js.Value, []js.Value) any {
	if !filmRuns() {
		r.watch("")
		return nil
	}
	dom.Send(dom.ToFilm, dom.Message{Type: dom.MsgPlay})
	return nil
}

func pauseFilm(js.Value, []js.Value) any {
	dom.Send(dom.ToFilm, dom.Message{Type: dom.MsgPause})
	return nil
}
