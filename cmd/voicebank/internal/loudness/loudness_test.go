// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package loudness

import (
	"math"
	"testing"

	"videoguida/cmd/voicebank/internal/sound"
)

func tone(hz, seconds, db float64) sound.Sound {
	s := sound.Sound{Rate: 24_000, S: make([]float64, int(seconds*24_000))}
	for i := range s.S {
		s.S[i] = sound.Ratio(db) * math.Sin(2*math.Pi*hz*float64(i)/24_000+.7)
	}
	return s
}

// TestIntegrated: a sine of 997 Hz at −20 dBFS in one channel is −23 LUFS by
// the standard's own definition; silence between does not count.
func TestIntegrated(t *testing.T) {
	var m Meter
	m.Add(tone(997, 5, -20))
	m.Add(sound.Sound{Rate: 24_000, S: make([]float64, 5*24_000)})
	if got := m.Integrated(); math.Abs(got+23.01) > .1 {
		t.Errorf("%.2f LUFS, want -23.01", got)
	}
}

// TestTruePeak: at a quarter of the rate the samples miss the peak by 3 dB at
// worst; the true peak does not.
func TestTruePeak(t *testing.T) {
	if got := TruePeak(tone(6000, 1, -6)); math.Abs(got+6) > .2 {
		t.Errorf("%.2f dBTP, want -6", got)
	}
}
