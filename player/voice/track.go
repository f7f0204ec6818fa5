package voice

import (
	"encoding/binary"
)

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
	fade := Fade * t.rate / 1000
	loud := float32(gain) / 1000 * 32767
	for i := max(0, -at); i < len(sound) && at+i < t.Len(); i++ {
		v := sound[i] * loud
		if edge := min(i, len(sound)-1-i); edge < fade {
			v *= (float32(edge) + .5) / float32(fade)
		}
		v += float32(t.At(at + i))
		binary.LittleEndian.PutUint16(t.wav[wavHeader+2*(at+i):], uint16(int16(min(max(v, -32768), 32767))))
	}
}
