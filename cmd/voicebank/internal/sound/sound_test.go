// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sound

import (
	"math"
	"strings"
	"testing"
)

func tone(rate int, hz, seconds, loud float64) Sound {
	s := Sound{rate, make([]float64, int(seconds*float64(rate)))}
	for i := range s.S {
		s.S[i] = loud * math.Sin(2*math.Pi*hz*float64(i)/float64(rate))
	}
	return s
}

func TestWAVComesBack(t *testing.T) {
	s := tone(24_000, 300, .1, .5)
	back, err := ParseWAV(s.WAV())
	if err != nil {
		t.Fatal(err)
	}
	if back.Rate != s.Rate || len(back.S) != len(s.S) {
		t.Fatalf("%d samples at %d, want %d at %d", len(back.S), back.Rate, len(s.S), s.Rate)
	}
	for i := range s.S {
		if math.Abs(back.S[i]-s.S[i]) > 1e-4 {
			t.Fatalf("sample %d is %v, want %v", i, back.S[i], s.S[i])
		}
	}
}

func TestParseWAVNamesTheField(t *testing.T) {
	good := string(tone(8000, 300, .01, .5).WAV())
	for _, tt := range []struct{ name, from, to, want string }{
		{"no header", "RIFF", "RIFX", "header"},
		{"compressed", "fmt \x10\x00\x00\x00\x01", "fmt \x10\x00\x00\x00\x02", "fmt: format"},
		{"no data", "data", "date", "data"},
		{"eight bits", "\x10\x00data", "\x08\x00data", "fmt: 8 bits"},
	} {
		if _, err := ParseWAV([]byte(strings.Replace(good, tt.from, tt.to, 1))); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
}

func FuzzParseWAV(f *testing.F) {
	f.Add(tone(8000, 300, .01, .5).WAV())
	f.Add([]byte("RIFF\x00\x00\x00\x00WAVEfmt \x02\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := ParseWAV(b)
		if err == nil && (s.Rate < minRate || s.Peak() > 8) {
			t.Errorf("%d samples a second, peak %v", s.Rate, s.Peak())
		}
	})
}

// TestResampleKeepsTheTone: level and pitch stay, and what the new rate cannot
// carry is gone.
func TestResampleKeepsTheTone(t *testing.T) {
	s := tone(16_000, 1000, .5, .5).Resample(24_000)
	want := tone(24_000, 1000, .5, .5)
	for i := 1000; i < 11_000; i++ {
		if math.Abs(s.S[i]-want.S[i]) > .001 {
			t.Fatalf("sample %d is %v, want %v", i, s.S[i], want.S[i])
		}
	}
	if loud := RMS(tone(24_000, 11_000, .5, .5).Resample(16_000).S[1000:7000]); Decibel(loud) < -200 || loud > .0005 {
		t.Errorf("an alias of %.1f dB", Decibel(loud))
	}
}

// TestLimit: no sample exceeds the ceiling, and what is far from peaks stays.
func TestLimit(t *testing.T) {
	s := tone(24_000, 200, .2, .5)
	for i := 2000; i < 2100; i++ {
		s.S[i] *= 1.9
	}
	first := s.S[30]
	s.Limit(.6, .004)
	if s.Peak() > .6001 || s.S[30] != first {
		t.Errorf("peak %v, quiet sample %v (want %v)", s.Peak(), s.S[30], first)
	}
}

func TestFilters(t *testing.T) {
	level := func(hz float64, f Biquad) float64 {
		s := tone(24_000, hz, .5, .5)
		return Decibel(RMS(s.Filter(f).S[6000:]) / RMS(s.S[6000:]))
	}
	for _, tt := range []struct {
		name      string
		got, want float64
	}{
		{"shelf below", level(200, HighShelf(24_000, 3200, 3.5)), 0},
		{"shelf above", level(8000, HighShelf(24_000, 3200, 3.5)), 3.5},
		{"high pass at its corner", level(70, HighPass(24_000, 70)), -3},
		{"low pass at its corner", level(900, LowPass(24_000, 900)), -3},
	} {
		if math.Abs(tt.got-tt.want) > .3 {
			t.Errorf("%s: %.2f dB, want %.1f", tt.name, tt.got, tt.want)
		}
	}
}
