// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package mp3

import (
	"os"
	"testing"

	"videoguida/player/voice"
)

func pack(t *testing.T) *voice.Pack {
	t.Helper()
	b, err := os.ReadFile("../../../../static/site/voice/it/figures.vbk")
	if err != nil {
		t.Fatal(err)
	}
	p, err := voice.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestDecode: every clip of the bank decodes at its rate, to all its frames.
func TestDecode(t *testing.T) {
	p := pack(t)
	for i := range p.Clips {
		c := &p.Clips[i]
		s, err := Decode(p.Data(c))
		if err != nil {
			t.Fatal(err)
		}
		frames, rate := voice.Frames(p.Data(c))
		if s.Rate != Rate || rate != Rate || len(s.S) != frames || len(s.S) < c.Head+c.Samples {
			t.Errorf("%q: %d samples at %d, frames %d, needs %d", c.Text, len(s.S), s.Rate, frames, c.Head+c.Samples)
		}
	}
	if _, err := Decode([]byte("no frame")); err == nil {
		t.Error("what is no MP3 was decoded")
	}
}

// TestTrim: only frames that are not needed go.
func TestTrim(t *testing.T) {
	p := pack(t)
	data := p.Data(&p.Clips[0])
	all, _ := voice.Frames(data)
	for _, need := range []int{all, all - 1, all - 576, 1} {
		n, _ := voice.Frames(Trim(data, need))
		if n < need || n-576 >= need {
			t.Errorf("%d samples are needed, %d were kept", need, n)
		}
	}
}

func TestLag(t *testing.T) {
	noise, seed := make([]float64, 5*longest), uint32(7)
	for i := range noise {
		seed = seed*1664525 + 1013904223
		noise[i] = float64(seed>>8)/(1<<24) - .5
	}
	got, err := lag(noise, append(make([]float64, 1105), noise...))
	if err != nil || got != 1105 {
		t.Errorf("a delay of %d (%v), want 1105", got, err)
	}
	if _, err := lag(noise, make([]float64, len(noise))); err == nil {
		t.Error("silence is an echo")
	}
}
