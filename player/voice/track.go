// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package voice

import "encoding/binary"

// wavHeader is the length of a WAV file's header, bytes.
const wavHeader = 44

// Track is the sound of a chapter being put together: a WAV file of 16 bits,
// one channel, silent where nothing was added.
type Track struct {
	rate int
	wav  []byte
}

// NewTrack returns a silent track lasting ms.
func NewTrack(rate, ms int) *Track {
	size := ms * rate / 1000 * 2
	t := &Track{rate, make([]byte, wavHeader+size)}
	le := binary.LittleEndian
	copy(t.wav, "RIFF____WAVEfmt ____")
	le.PutUint32(t.wav[4:], uint32(wavHeader-8+size))
	le.PutUint32(t.wav[16:], 16)
	le.PutUint16(t.wav[20:], 1) // PCM
	le.PutUint16(t.wav[22:], 1) // channel
	le.PutUint32(t.wav[24:], uint32(rate))
	le.PutUint32(t.wav[28:], uint32(rate*2)) // bytes a second
	le.PutUint16(t.wav[32:], 2)              // bytes a sample
	le.PutUint16(t.wav[34:], 16)             // bits a sample
	copy(t.wav[36:], "data")
	le.PutUint32(t.wav[40:], uint32(size))
	return t
}

// WAV returns the track as a file. It shares the track's memory.
func (t *Track) WAV() []byte { return t.wav }

// Len returns how many samples the track has.
func (t *Track) Len() int { return (len(t.wav) - wavHeader) / 2 }

// At returns the sample at i.
func (t *Track) At(i int) int16 {
	return int16(binary.LittleEndian.Uint16(t.wav[wavHeader+2*i:]))
}

// Add mixes sound, −1 to 1, into the track from a sample on, by a gain in
// thousandths, fading in and out. What lies outside the track is dropped.
func (t *Track) Add(at int, sound []float32, gain int) {
	a := Adding{Track: t, At: at, Sound: sound, Gain: gain}
	a.Step(len(sound))
}

// Adding is a sound that is mixed in piece by piece, for a page that must not
// stand still. Its fields are the arguments of [Track.Add].
type Adding struct {
	Track *Track
	At    int
	Sound []float32
	Gain  int
	done  int // samples
}

// Step mixes n more samples in and reports whether there are more.
func (a *Adding) Step(n int) (more bool) {
	from, to := a.done, min(a.done+n, len(a.Sound))
	a.done = to
	first, last := max(from, -a.At), min(to, a.Track.Len()-a.At)
	if first < last {
		a.mix(first, last)
	}
	return to < len(a.Sound)
}

// mix adds the samples from first to last of the sound, which lie within the
// track.
func (a *Adding) mix(first, last int) {
	fade, end := Fade*a.Track.rate/1000, len(a.Sound)-1
	loud := float32(a.Gain) / 1000 * 32767
	out := a.Track.wav[wavHeader+2*(a.At+first):]
	for i, v := range a.Sound[first:last] {
		v *= loud
		if edge := min(first+i, end-first-i); edge < fade {
			v *= (float32(edge) + .5) / float32(fade)
		}
		b := out[2*i : 2*i+2]
		v += float32(int16(uint16(b[0]) | uint16(b[1])<<8))
		n := uint16(int16(min(max(v, -32768), 32767)))
		b[0], b[1] = byte(n), byte(n>>8)
	}
}
