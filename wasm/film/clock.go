// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"syscall/js"

	"videoguida/player"
	"videoguida/wasm/dom"
)

// clock measures the guide's time by the page's monotonic clock. Frames may
// come late on a slow phone: captions then still change on time, because a
// timer wakes the film at their edges.
type clock struct {
	last   float64 // performance.now() up to which time has passed, ms
	ring   js.Func // what the timer calls
	timer  js.Value
	frozen bool // the page is hidden: no time passes
}

// longest is the most time that passes at once, ms: a device that slept does
// not jump over a part of the guide.
const longest = 1500

// soundStep is how often a sound that is late is looked at, ms.
const soundStep = 15

// unseenStep is how often the time is looked at where nothing is drawn, ms.
const unseenStep = 100

func now() float64 { return js.Global().Get("performance").Call("now").Float() }

// elapsed returns the whole ms since it was last asked.
func (c *clock) elapsed() int {
	t := now()
	if c.frozen || t-c.last > longest {
		c.last = t
		return 0
	}
	dt := int(t - c.last)
	c.last += float64(dt)
	return dt
}

// start begins to measure.
func (c *clock) start(f *film) {
	c.last = now()
	c.ring = js.FuncOf(func(js.Value, []js.Value) any {
		f.pass()
		f.refresh()
		return nil
	})
	dom.On(dom.Doc(), "visibilitychange", func(js.Value) { f.freeze() })
}

// wakeAt sets the timer for the next edge of a caption while the film plays.
func (c *clock) wakeAt(f *film, s player.State) {
	c.stop()
	if !s.Playing || s.Hold != 0 || c.frozen {
		return
	}
	ms := (f.player.Timeline().NextEdge(s.T) - s.T) * 100 / rate(s)
	if f.narrator.leads(s) {
		ms = max(ms, soundStep) // the sound may be late
	}
	if f.stage.readable {
		ms = min(ms, unseenStep) // no frame brings the nodes that come in between
	}
	c.timer = js.Global().Call("setTimeout", c.ring, ms+1)
}

// stop takes the timer back.
func (c *clock) stop() {
	if c.timer.Truthy() {
		js.Global().Call("clearTimeout", c.timer)
		c.timer = js.Value{}
	}
}

// freeze stops or restarts the time with the page's visibility.
func (f *film) freeze() {
	f.pass()
	f.clock.frozen = dom.Doc().Get("hidden").Bool()
	f.clock.last = now()
	f.refresh()
	f.game.redraw()
}
