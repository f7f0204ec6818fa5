// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package cut

import (
	"math"
	"testing"

	"videoguida/cmd/voicebank/internal/align"
	"videoguida/cmd/voicebank/internal/sound"
)

const rate = 16000

// spoken is a voice of 125 Hz with overtones that sounds from from to to, s.
func spoken(from, to, total float64) sound.Sound {
	s := sound.Sound{Rate: rate, S: make([]float64, int(total*rate))}
	for i := range s.S {
		t := float64(i) / rate
		if t < from || t >= to {
			continue
		}
		for k := 1.0; k <= 6; k++ {
			s.S[i] += .2 / k * math.Sin(2*math.Pi*125*k*t)
		}
	}
	return s
}

// carrier is "# due tre #": silence, two words of 400 ms in one breath, silence.
// late is by how much the aligner placed the pauses wrongly, s.
func carrier(late float64) *Cutter {
	return New(spoken(.3, 1.1, 1.5), []align.Phone{
		{"#", -1, 0, .3 + late},
		{"d", 0, .3 + late, .5},
		{"e", 0, .5, .7},
		{"t", 1, .7, .9},
		{"e", 1, .9, 1.1 + late},
		{"#", -1, 1.1 + late, 1.5},
	})
}

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.Abs(got-want) > within {
		t.Errorf("%s at %.4f s, want %.4f ± %.4f", what, got, want, within)
	}
}

// TestWords: a side at a pause follows the sound, not the aligner; a side in
// running speech lies half a fade from where the fundamental rises through zero.
func TestWords(t *testing.T) {
	for _, late := range [...]float64{0, .06, -.06} {
		c := carrier(late)
		from, _, err := c.Words(0, 0)
		if err != nil {
			t.Fatal(err)
		}
		_, to, err := c.Words(1, 1)
		if err != nil {
			t.Fatal(err)
		}
		if !from.Pause || !to.Pause {
			t.Errorf("late by %v: pauses were not seen: %v, %v", late, from, to)
		}
		near(t, "speech begins", from.At, .3-lead, window)
		near(t, "speech ends", to.At, 1.1+tail, window)
	}
}

func TestWordsInRunningSpeech(t *testing.T) {
	c := carrier(0)
	_, end, err := c.Words(0, 0)
	if err != nil {
		t.Fatal(err)
	}
	begin, _, err := c.Words(1, 1)
	if err != nil {
		t.Fatal(err)
	}
	if end.Pause || begin.Pause {
		t.Error("a pause was seen within running speech")
	}
	near(t, "the overlap's middle", (begin.At+end.At)/2, .7, search)
	near(t, "the overlap", end.At-begin.At, Fade, 1e-9)
	at := c.low.At(end.At - Fade/2)
	if a, b := c.low.S[at-1], c.low.S[at]; a > 0 || b <= 0 {
		t.Errorf("the fundamental goes from %v to %v there", a, b)
	}
}

func TestWordsRefuses(t *testing.T) {
	c := carrier(0)
	for _, span := range [][2]int{{2, 2}, {-2, 0}, {1, 0}} {
		if from, to, err := c.Words(span[0], span[1]); err == nil {
			t.Errorf("words %v were found from %v to %v", span, from, to)
		}
	}
	short := New(spoken(.3, 1.1, 1.5), []align.Phone{
		{"d", 0, .3, .7},
		{"e", 1, .7, .702},
		{"t", 2, .702, 1.1},
	})
	if from, to, err := short.Words(1, 1); err == nil {
		t.Errorf("a word of 2 ms was cut from %v to %v", from, to)
	}
}

func TestStart(t *testing.T) {
	if c := carrier(0); c.Start(1) != .7 || c.Start(9) != 0 {
		t.Errorf("words begin at %v and %v", c.Start(1), c.Start(9))
	}
}
