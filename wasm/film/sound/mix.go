// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package sound

import (
	"syscall/js"
	"unsafe"

	"videoguida/player/timeline"
	"videoguida/player/voice"
	"videoguida/wasm/dom"
)

// slice is how long mixing may hold the page up, ms; portion is how many
// samples are mixed between two looks at the clock.
const slice, portion = 8, 24_000

// Chapter makes the sound of a chapter, exactly as long as the chapter, and
// returns the address of its file in the page's memory. It works in slices on
// a goroutine of its own.
func Chapter(tl *timeline.Timeline, index int, s *voice.Speaker) (url string, err error) {
	ctx, err := decoder(s.Bank.Rate())
	if err != nil {
		return "", err
	}
	ch := tl.Chapters[index]
	track := voice.NewTrack(s.Bank.Rate(), ch.End-ch.Start)
	rest := rest{}
	all := clips(tl, index, s)
	for i := range all {
		rest.breathe()
		all[i].start(ctx)
	}
	for _, c := range all {
		adding, err := c.add(track)
		if err != nil {
			return "", err
		}
		for rest.breathe(); adding.Step(portion); {
			rest.breathe()
		}
	}
	dom.Breathe()
	return file(track.WAV()), nil
}

// Drop forgets a chapter's sound.
func Drop(url string) { js.Global().Get("URL").Call("revokeObjectURL", url) }

// clip is a clip of a chapter while the browser decodes it.
type clip struct {
	voice.Placed
	at      int // samples from the chapter's start
	decoded js.Value
}

// clips lists what is said in a chapter.
func clips(tl *timeline.Timeline, index int, s *voice.Speaker) (out []clip) {
	from := tl.Chapters[index].Start
	for i := range tl.Lines {
		l := &tl.Lines[i]
		if l.Chapter != index {
			continue
		}
		out = place(out, s.Plan(l.ID), l.Start-from)
		if l.Aside != 0 {
			out = place(out, s.Aside(l.ID), l.Aside-from)
		}
	}
	return out
}

// place appends the clips of a plan that begins at ms of the chapter.
func place(out []clip, p voice.Plan, ms int) []clip {
	for _, c := range p.Clips {
		out = append(out, clip{Placed: c, at: ms*p.Rate/1000 + c.At})
	}
	return out
}

// decoder returns the browser's decoder for a rate.
func decoder(rate int) (ctx js.Value, err error) {
	defer func() {
		if recover() != nil {
			err = errNoBank
		}
	}()
	class := js.Global().Get("OfflineAudioContext")
	if !class.Truthy() {
		class = js.Global().Get("webkitOfflineAudioContext")
	}
	return class.New(1, 1, rate), nil
}

// start has the browser decode the clip, beside the page.
func (c *clip) start(ctx js.Value) {
	mp3 := c.Pack.Data(c.Clip)
	array := js.Global().Get("Uint8Array").New(len(mp3))
	js.CopyBytesToJS(array, mp3)
	c.decoded = ctx.Call("decodeAudioData", array.Get("buffer"))
}

// add waits for a clip, to be mixed in.
func (c *clip) add(track *voice.Track) (voice.Adding, error) {
	buffer, err := dom.Await(c.decoded)
	if err != nil {
		return voice.Adding{}, err
	}
	sound := c.Clip.Sound(c.Pack.Data(c.Clip), samples(buffer.Call("getChannelData", 0)))
	return voice.Adding{Track: track, At: c.at, Sound: sound, Gain: c.Clip.Gain}, nil
}

// samples copies a Float32Array. WebAssembly keeps numbers as the browser does,
// so that the bytes can be copied as they are.
func samples(array js.Value) []float32 {
	out := make([]float32, array.Length())
	b := unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(out))), 4*len(out))
	js.CopyBytesToGo(b, dom.Bytes(array.Get("buffer"), array.Get("byteOffset").Int(), len(b)))
	return out
}

// file puts a WAV file into the page's memory.
func file(wav []byte) (url string) {
	array := js.Global().Get("Uint8Array").New(len(wav))
	js.CopyBytesToJS(array, wav)
	blob := js.Global().Get("Blob").New([]any{array}, map[string]any{"type": "audio/wav"})
	return js.Global().Get("URL").Call("createObjectURL", blob).String()
}

// rest knows when work has held the page up for a slice.
type rest struct{ since float64 }

func (r *rest) breathe() {
	now := js.Global().Get("performance").Call("now").Float()
	if now-r.since > slice {
		dom.Breathe()
		r.since = js.Global().Get("performance").Call("now").Float()
	}
}
