// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"runtime"
	"syscall/js"

	"videoguida/wasm/dom"
)

// expose publishes window.guidaFilm, which the reader's façade asks. It tells
// plain values only.
func (f *film) expose() {
	plain := func(answer func() any) js.Func {
		return js.FuncOf(func(js.Value, []js.Value) any { return answer() })
	}
	js.Global().Set("guidaFilm", map[string]any{
		"state": plain(f.state), "semantics": plain(f.semantics), "memory": plain(memory),
	})
}

// memory is what the program holds: goroutines, and bytes of living objects.
// The second collection frees what the first one's finalizers let go.
func memory() any {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return map[string]any{"goroutines": runtime.NumGoroutine(), "heap": m.HeapAlloc}
}

func (f *film) state() any {
	f.pass()
	s, tl := f.player.State(), f.player.Timeline()
	i := tl.LineAt(s.T)
	hold := ""
	if s.Hold != 0 {
		i = s.Hold - 1
		hold = tl.Lines[i].Hold.ID
	}
	choices := map[string]any{}
	if s.Choice != "" {
		choices["menu"] = s.Choice
	}
	if s.Choices.Answers != "" {
		choices[dom.ChoiceJob] = s.Choices.Answers
	}
	return map[string]any{
		"time": float64(s.T) / 1000, "duration": float64(tl.Duration) / 1000,
		"scene": tl.Chapters[tl.Lines[i].Chapter].Scene.ID, "chapter": tl.Lines[i].Chapter,
		"line": tl.Lines[i].ID, "playing": s.Playing, "held": s.Hold != 0, "hold": hold,
		"captions": dom.Str(f.cc.p, "textContent"), "choices": choices,
		"voice": f.narrator.told(), "heard": f.narrator.hears(),
		"frames": f.game.frames, "resting": f.game.idle(), "width": f.stage.shown[0], "height": f.stage.shown[1],
	}
}

func (f *film) semantics() any {
	f.refresh()
	out := make([]any, len(f.nodes.shown))
	for i, t := range f.nodes.shown {
		n := t.node
		out[i] = map[string]any{
			"id": n.ID, "role": n.Role.String(), "name": n.Name, "value": n.Value, "action": n.Action,
			"bounds": map[string]any{"x": n.Bounds.X, "y": n.Bounds.Y, "w": n.Bounds.W, "h": n.Bounds.H},
		}
	}
	return out
}
