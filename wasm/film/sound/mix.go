//go:build js

package sound

import (
	"encoding/binary"
	"math"
	"syscall/js"

	"videoguida/player/timeline"
	"videoguida/player/voice"
	"videoguida/wasm/dom"
)

// slice is how long mixing may hold the page up at once, ms.
const slice = 8

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
	var rest rest
	for _, c := range start(ctx, clips(tl, index, s)) {
		if err := c.add(track); err != nil {
			return "", err
		}
		rest.breathe()
	}
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
		at := (l.Start - from) * s.Bank.Rate() / 1000
		for _, p := range s.Plan(l.ID).Clips {
			out = append(out, clip{Placed: p, at: at + p.At})
		}
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

// start has the browser decode all clips at once, beside the page.
func start(ctx js.Value, all []clip) []clip {
	for i := range all {
		mp3 := all[i].Pack.Data(all[i].Clip)
		array := js.Global().Get("Uint8Array").New(len(mp3))
		js.CopyBytesToJS(array, mp3)
		all[i].decoded = ctx.Call("decodeAudioData", array.Get("buffer"))
	}
	return all
}

// add waits for a clip and mixes it in.
func (c *clip) add(track *voice.Track) error {
	buffer, err := dom.Await(c.decoded)
	if err != nil {
		return err
	}
	sound := c.Clip.Sound(c.Pack.Data(c.Clip), samples(buffer.Call("getChannelData", 0)))
	track.Add(c.at, sound, c.Clip.Gain)
	return nil
}

// samples copies a Float32Array.
func samples(array js.Value) []float32 {
	b := make([]byte, array.Get("byteLength").Int())
	js.CopyBytesToGo(b, dom.Bytes(array.Get("buffer"), array.Get("byteOffset").Int(), len(b)))
	out := make([]float32, len(b)/4)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
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
