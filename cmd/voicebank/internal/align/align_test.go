// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package align

import (
	"math"
	"testing"

	"videoguida/cmd/voicebank/internal/sound"
)

// phrase is a sequence of tones, each a "phone" with a timbre of its own and a
// length; pitch and loudness are the voice's.
func phrase(lengths []float64, pitch float64) (sound.Sound, []Phone) {
	s := sound.Sound{Rate: rate}
	var phones []Phone
	now := 0.0
	for k, l := range lengths {
		formant := 400 + 450*float64((k*5)%7)
		for range int(l * rate) {
			t := float64(len(s.S)) / rate
			v := 0.0
			for h := 1.0; h*pitch < 4000; h++ { // beyond the highest timbre, whatever the pitch
				d := (h*pitch - formant) / 250
				v += math.Exp(-d*d) * math.Sin(2*math.Pi*h*pitch*t)
			}
			s.S = append(s.S, v/4)
		}
		phones = append(phones, Phone{"x", k, now, now + l})
		now += l
	}
	return s, phones
}

// TestAlign: the phones of a slower voice with another pitch are found within
// 25 ms.
func TestAlign(t *testing.T) {
	ref, phones := phrase([]float64{.10, .08, .12, .07, .15, .09, .11}, 120)
	other, truth := phrase([]float64{.14, .10, .11, .12, .16, .13, .20}, 190)
	got := Align(Reference{ref, phones}, other)
	for i := range truth[:len(truth)-1] {
		if off := math.Abs(got.Phones[i].To - truth[i].To); off > .025 {
			t.Errorf("phone %d ends %.0f ms off", i, off*1000)
		}
	}
	if unlike, _ := phrase([]float64{.2}, 190); Align(Reference{ref, phones}, unlike).Cost <= got.Cost {
		t.Error("another phrase is no less alike")
	}
}
