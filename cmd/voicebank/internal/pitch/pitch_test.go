// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pitch

import (
	"math"
	"testing"

	"videoguida/cmd/voicebank/internal/sound"
)

// voiceLike returns a tone with overtones that jumps from one fundamental to
// another half way.
func voiceLike(from, to float64) sound.Sound {
	const rate = 24_000
	s := sound.Sound{Rate: rate, S: make([]float64, rate)}
	phase := 0.0
	for i := range s.S {
		hz := from
		if i > rate/2 {
			hz = to
		}
		phase += 2 * math.Pi * hz / rate
		for k := 1.0; k < 5; k++ {
			s.S[i] += .2 / k * math.Sin(k*phase)
		}
	}
	return s
}

func TestFollow(t *testing.T) {
	track := Follow(voiceLike(180, 220))
	before, ok1 := track.Near(.47, .06)
	after, ok2 := track.Near(.53, -.06)
	if !ok1 || !ok2 || math.Abs(before-180) > 2 || math.Abs(after-220) > 2 {
		t.Errorf("%.1f then %.1f Hz (%v, %v), want 180 then 220", before, after, ok1, ok2)
	}
	if st := Semitones(before, after); math.Abs(st-3.47) > .3 {
		t.Errorf("a step of %.2f semitones, want 3.47", st)
	}
	if _, ok := Follow(sound.Sound{Rate: 24_000, S: make([]float64, 24_000)}).Near(.5, .1); ok {
		t.Error("silence has a fundamental")
	}
}
