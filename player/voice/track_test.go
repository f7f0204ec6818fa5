// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package voice_test

import (
	"encoding/binary"
	"testing"

	"videoguida/player/voice"
)

// TestWAV: the file says what it holds, and lasts what was asked for.
func TestWAV(t *testing.T) {
	wav := voice.NewTrack(24_000, 1234).WAV()
	le := binary.LittleEndian
	if string(wav[:4])+string(wav[8:16])+string(wav[36:40]) != "RIFFWAVEfmt data" {
		t.Errorf("the header is %q", wav[:44])
	}
	for at, want := range map[int]uint32{4: uint32(len(wav) - 8), 16: 16, 20: 1<<16 | 1, 24: 24_000, 28: 48_000, 32: 16<<16 | 2, 40: 1234 * 48} {
		if got := le.Uint32(wav[at:]); got != want {
			t.Errorf("at %d the header says %d, want %d", at, got, want)
		}
	}
	if len(wav) != 44+1234*48 {
		t.Errorf("%d bytes", len(wav))
	}
}

func flat(n int) []float32 {
	s := make([]float32, n)
	for i := range s {
		s[i] = .5
	}
	return s
}

// TestAdd: two sounds that overlap by the fade add up to one; the edges are
// soft; nothing wraps around.
func TestAdd(t *testing.T) {
	const fade = voice.Fade * 24
	track := voice.NewTrack(24_000, 1000)
	track.Add(1000, flat(5000), 1000)
	track.Add(1000+5000-fade, flat(5000), 1000)
	const half = 32767 / 2
	for i := range track.Len() {
		got := int(track.At(i))
		switch {
		case i < 1000 || i >= 11_000-fade:
			if got != 0 {
				t.Fatalf("%d at %d, want silence", got, i)
			}
		case i >= 1000+fade && i < 11_000-2*fade:
			if got < half-2 || got > half+2 {
				t.Fatalf("%d at %d, want %d", got, i, half)
			}
		case i == 1000 || i == 11_000-fade-1:
			if got > half/100 {
				t.Errorf("the edge at %d begins at %d", i, got)
			}
		}
	}
	track.Add(2000, flat(8000), 4000)
	if got := track.At(6000); got != 32767 {
		t.Errorf("too loud a sound gives %d", got)
	}
}

// TestAddOutside: what lies outside the track is dropped.
func TestAddOutside(t *testing.T) {
	track := voice.NewTrack(24_000, 100)
	for _, at := range []int{-5000, -1000, 2000, 9000} {
		track.Add(at, flat(4000), 1000)
	}
	if track.At(1500) == 0 || track.At(2300) == 0 {
		t.Error("what lies inside was not added")
	}
}

// frames are n frames of MPEG-2 layer III at 24 kHz and 24 kbit/s, empty.
func frames(n int) []byte {
	one := make([]byte, 72)
	binary.BigEndian.PutUint32(one, 0xFFF334C4)
	var out []byte
	for range n {
		out = append(out, one...)
	}
	return out
}

// TestFrames counts the samples of an MP3 from its frames' headers.
func TestFrames(t *testing.T) {
	for _, tt := range []struct {
		name     string
		mp3      []byte
		n, hertz int
	}{
		{"ten frames", frames(10), 5760, 24_000},
		{"cut short", frames(10)[:700], 5184, 24_000},
		{"followed by zeros", append(frames(2), make([]byte, 500)...), 1152, 24_000},
		{"nothing", nil, 0, 0},
		{"no frame", []byte("ID3 and so on"), 0, 0},
	} {
		if n, hertz := voice.Frames(tt.mp3); n != tt.n || hertz != tt.hertz {
			t.Errorf("%s: %d samples at %d, want %d at %d", tt.name, n, hertz, tt.n, tt.hertz)
		}
	}
}

// TestSound: whatever a decoder drops in front, the wanted samples are found.
func TestSound(t *testing.T) {
	mp3 := frames(10)
	c := voice.Clip{Samples: 3000, Head: 1105}
	whole := make([]float32, 5760)
	whole[1105] = 1
	for _, dropped := range []int{0, 529, 1105} {
		got := c.Sound(mp3, whole[dropped:])
		if len(got) != 3000 || got[0] != 1 {
			t.Errorf("a decoder that drops %d: %d samples, the first is %v", dropped, len(got), got[0])
		}
	}
	if got := c.Sound(mp3, whole[:500]); len(got) != 500 {
		t.Errorf("a decoder that gives 500 samples: %d of them", len(got))
	}
	if got := c.Sound(nil, nil); len(got) != 0 {
		t.Error("a sound from nothing")
	}
}

// BenchmarkMix mixes two seconds of sound into a chapter of half a minute.
func BenchmarkMix(b *testing.B) {
	const rate = 16_000
	t, sound := voice.NewTrack(rate, 30_000), flat(2*rate)
	b.ReportAllocs()
	for b.Loop() {
		t.Add(5*rate, sound, 1000)
	}
}
