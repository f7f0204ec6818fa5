// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"math"
	"strconv"
	"syscall/js"

	"videoguida/player"
	"videoguida/wasm/dom"
)

// stage is the part of the page with the canvas, and the canvas's size.
//
// Ebitengine believes that the page's body is its window. On this page it is
// told the stage's size in device px instead, at the start of each frame, so
// that a new size is drawn in the same task in which it is set.
type stage struct {
	film   *film
	box    js.Value // .stage
	canvas js.Value
	w, h   float64     // CSS px
	scale  float64     // device px per CSS px
	most   float64     // of scale: the device's own, or less on a slow one
	fixed  bool        // the address names the scale
	told   player.View // by which the player lays out
	fitted [2]int      // size that the canvas was given, device px
	shown  [2]int      // size of the last drawn picture, device px
	plain  bool        // the body's size is a plain value

	readable bool // the nodes are shown instead of the picture
}

// body properties that Ebitengine reads as its window's size.
const widthOf, heightOf = "clientWidth", "clientHeight"

// adopt takes the canvas that Ebitengine put at the end of the body into the
// stage and makes it a mere picture.
func (s *stage) adopt(f *film) {
	s.film = f
	s.box = box("div", "stage")
	s.canvas = dom.Doc().Call("querySelector", "body > canvas")
	for _, name := range []string{"tabindex", "style"} {
		s.canvas.Call("removeAttribute", name)
	}
	s.canvas.Call("setAttribute", "aria-hidden", "true")
	dom.Append(s.box, s.canvas)
	s.undress()
	s.dropViewport()
	s.tell()
	s.readScale()
}

// undress takes away the styles that Ebitengine gave to the whole page.
func (s *stage) undress() {
	for _, e := range []js.Value{dom.Doc().Get("documentElement"), dom.Doc().Get("body")} {
		e.Call("removeAttribute", "style")
	}
}

// dropViewport removes Ebitengine's viewport rule; the page has its own.
func (s *stage) dropViewport() {
	all := dom.Doc().Call("querySelectorAll", "meta[name=viewport]")
	if n := all.Length(); n > 1 {
		all.Index(n - 1).Call("remove")
	}
}

// tell answers Ebitengine's questions about its window. It asks before every
// frame: after the first one the answers are plain values, see settle.
func (s *stage) tell() {
	s.define(widthOf, "get", js.FuncOf(func(js.Value, []js.Value) any { s.fit(); return s.fitted[0] }))
	s.define(heightOf, "get", js.FuncOf(func(js.Value, []js.Value) any { return s.fitted[1] }))
}

// settle makes the answers plain values. Until the first frame Ebitengine sizes
// the canvas too, and must be corrected in time.
func (s *stage) settle() {
	s.define(widthOf, "value", s.fitted[0])
	s.define(heightOf, "value", s.fitted[1])
	s.plain = true
}

// define gives the body a property of its own.
func (s *stage) define(name, kind string, is any) {
	property := map[string]any{"configurable": true, kind: is}
	js.Global().Get("Object").Call("defineProperty", dom.Doc().Get("body"), name, property)
}

// pixels is the wanted size of the canvas, device px.
func (s *stage) pixels() [2]int {
	if s.readable {
		return [2]int{1, 1}
	}
	return [2]int{max(1, int(math.Round(s.w*s.scale))), max(1, int(math.Round(s.h*s.scale)))}
}

// fit gives the canvas the wanted size, which empties it, and tells Ebitengine.
func (s *stage) fit() {
	want := s.pixels()
	if s.plain && s.fitted == want {
		return
	}
	s.fitted = want
	for i, name := range []string{"width", "height"} {
		if s.canvas.Get(name).Int() != want[i] {
			s.canvas.Set(name, want[i])
		}
	}
	if s.plain {
		s.settle()
	}
}

// stale reports whether the picture on screen has another size than the stage.
func (s *stage) stale() bool { return s.shown != s.pixels() }

// drawn remembers the size that was drawn. When the canvas has a new one, that
// is the old one still: another frame follows.
func (s *stage) drawn(size [2]int) {
	s.shown = size
	if !s.plain {
		s.settle()
	}
}

// readScale reads the device's sharpness, or the address's.
func (s *stage) readScale() {
	s.scale = js.Global().Get("devicePixelRatio").Float()
	if n, err := strconv.ParseFloat(s.film.boot.Query("scale"), 64); err == nil && n >= 0.5 && n <= 4 {
		s.scale, s.fixed = n, true
	}
	if s.most > 0 && !s.fixed {
		s.scale = min(s.scale, s.most)
	}
}

// coarser gives up a third of the sharpness, down to one device px per CSS px.
func (s *stage) coarser() {
	if s.fixed || s.scale <= 1 {
		return
	}
	s.most = max(1, s.scale*2/3)
	s.measure()
}

// watch follows the stage's size and the device's sharpness.
func (s *stage) watch() {
	measure := js.FuncOf(func(js.Value, []js.Value) any { s.measure(); return nil })
	observe(js.Global().Get("ResizeObserver").New(measure), s.box)
	dom.On(js.Global(), "resize", func(js.Value) { s.measure() })
	for _, q := range needs {
		dom.On(js.Global().Call("matchMedia", q), "change", func(js.Value) { s.measure() })
	}
	s.measure()
	s.watchScale()
}

// observe follows an element's size in device px, which changes with the
// device's sharpness too; browsers that cannot follow its size in CSS px.
func observe(observer, e js.Value) {
	defer func() {
		if recover() != nil {
			observer.Call("observe", e)
		}
	}()
	observer.Call("observe", e, map[string]any{"box": "device-pixel-content-box"})
}

// watchScale hears of the next change of sharpness: zoom, or another screen.
func (s *stage) watchScale() {
	ratio := strconv.FormatFloat(js.Global().Get("devicePixelRatio").Float(), 'f', -1, 64)
	query := js.Global().Call("matchMedia", "(resolution: "+ratio+"dppx)")
	var changed js.Func
	changed = js.FuncOf(func(js.Value, []js.Value) any {
		query.Call("removeEventListener", "change", changed)
		changed.Release()
		s.measure()
		s.watchScale()
		return nil
	})
	query.Call("addEventListener", "change", changed)
}

// measure reads the stage's size and draws again when it changed.
func (s *stage) measure() {
	s.reskin()
	s.w, s.h = s.box.Get("clientWidth").Float(), s.box.Get("clientHeight").Float()
	s.readScale()
	view := s.view()
	if s.w == 0 || view == s.told && !s.stale() {
		return
	}
	s.told = view
	s.film.player.Resize(view)
	s.film.refresh()
	s.film.game.redraw()
}

// captionRoom is what two lines of captions cover of the stage when they lie
// over it, CSS px.
func (s *stage) captionRoom() float32 {
	if computed(s.film.cc.box, "position") != "absolute" {
		return 0
	}
	const edges, lines = 58, 54
	return edges + lines*float32(s.film.prefs.size)/100
}

// computed is a property of an element's style as the browser applies it.
func computed(e js.Value, property string) string {
	return js.Global().Call("getComputedStyle", e).Get(property).String()
}

func (s *stage) view() player.View {
	if s.readable {
		v := readableView
		v.Reduced = s.film.prefs.reduced
		return v
	}
	return player.View{W: float32(s.w), H: float32(s.h), Bottom: s.captionRoom(), Reduced: s.film.prefs.reduced}
}
