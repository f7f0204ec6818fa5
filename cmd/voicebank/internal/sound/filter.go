// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sound

import "math"

// Biquad is a second-order filter, normalised to a0 = 1.
type Biquad struct{ B0, B1, B2, A1, A2 float64 }

// HighShelf lifts what lies above hz by db.
func HighShelf(rate int, hz, db float64) Biquad {
	a := math.Pow(10, db/40)
	w := 2 * math.Pi * hz / float64(rate)
	cos, alpha := math.Cos(w), math.Sin(w)/2*math.Sqrt2
	q := 2 * math.Sqrt(a) * alpha
	a0 := (a + 1) - (a-1)*cos + q
	return Biquad{
		B0: a * ((a + 1) + (a-1)*cos + q) / a0,
		B1: -2 * a * ((a - 1) + (a+1)*cos) / a0,
		B2: a * ((a + 1) + (a-1)*cos - q) / a0,
		A1: 2 * ((a - 1) - (a+1)*cos) / a0,
		A2: ((a + 1) - (a-1)*cos - q) / a0,
	}
}

// HighPass takes away what lies below hz, with no peak (Q = 1/√2).
func HighPass(rate int, hz float64) Biquad {
	w := 2 * math.Pi * hz / float64(rate)
	cos, alpha := math.Cos(w), math.Sin(w)/2*math.Sqrt2
	a0 := 1 + alpha
	return Biquad{(1 + cos) / 2 / a0, -(1 + cos) / a0, (1 + cos) / 2 / a0, -2 * cos / a0, (1 - alpha) / a0}
}

// LowPass takes away what lies above hz, with no peak (Q = 1/√2).
func LowPass(rate int, hz float64) Biquad {
	w := 2 * math.Pi * hz / float64(rate)
	cos, alpha := math.Cos(w), math.Sin(w)/2*math.Sqrt2
	a0 := 1 + alpha
	return Biquad{(1 - cos) / 2 / a0, (1 - cos) / a0, (1 - cos) / 2 / a0, -2 * cos / a0, (1 - alpha) / a0}
}

// Filter returns the sound through a filter.
func (s Sound) Filter(f Biquad) Sound {
	out := make([]float64, len(s.S))
	var x1, x2, y1, y2 float64
	for i, x := range s.S {
		y := f.B0*x + f.B1*x1 + f.B2*x2 - f.A1*y1 - f.A2*y2
		out[i] = y
		x1, x2, y1, y2 = x, x1, y, y1
	}
	return Sound{s.Rate, out}
}
