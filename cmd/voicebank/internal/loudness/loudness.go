// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package loudness measures how loud speech is, as ITU-R BS.1770-4 defines it:
// integrated loudness in LUFS with both gates, and true peak in dBTP.
package loudness

import (
	"math"

	"videoguida/cmd/voicebank/internal/sound"
)

// block of 400 ms, overlapping by 75 %.
const (
	block = .4
	hop   = .1
)

// Meter gathers sounds into one measurement, as if they followed each other.
type Meter struct{ powers []float64 }

// Add measures a sound.
func (m *Meter) Add(s sound.Sound) {
	w := s.Filter(headShelf(s.Rate)).Filter(lowCut(s.Rate))
	n, step := int(block*float64(s.Rate)), int(hop*float64(s.Rate))
	for at := 0; at+n <= len(w.S); at += step {
		r := sound.RMS(w.S[at : at+n])
		m.powers = append(m.powers, r*r)
	}
}

// Integrated returns the loudness of all sounds added, LUFS; −Inf of silence.
func (m *Meter) Integrated() float64 {
	const absolute, relative = -70, -10
	gate := mean(m.powers, power(absolute))
	return lufs(mean(m.powers, gate*math.Pow(10, relative/10.)))
}

// lufs and power convert between mean square and LUFS.
func lufs(p float64) float64  { return -.691 + 10*math.Log10(p) }
func power(l float64) float64 { return math.Pow(10, (l+.691)/10) }

// mean returns the mean of what exceeds a gate.
func mean(all []float64, gate float64) float64 {
	sum, n := 0.0, 0
	for _, p := range all {
		if p > gate {
			sum += p
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// headShelf is the first K-weighting filter, for a listener's head.
func headShelf(rate int) sound.Biquad {
	const f0, gain, q = 1681.974450955533, 3.999843853973347, 0.7071752369554196
	k := math.Tan(math.Pi * f0 / float64(rate))
	vh := math.Pow(10, gain/20)
	vb := math.Pow(vh, .4996667741545416)
	a0 := 1 + k/q + k*k
	return sound.Biquad{
		B0: (vh + vb*k/q + k*k) / a0, B1: 2 * (k*k - vh) / a0, B2: (vh - vb*k/q + k*k) / a0,
		A1: 2 * (k*k - 1) / a0, A2: (1 - k/q + k*k) / a0,
	}
}

// lowCut is the second K-weighting filter.
func lowCut(rate int) sound.Biquad {
	const f0, q = 38.13547087602444, 0.5003270373238773
	k := math.Tan(math.Pi * f0 / float64(rate))
	a0 := 1 + k/q + k*k
	return sound.Biquad{B0: 1, B1: -2, B2: 1, A1: 2 * (k*k - 1) / a0, A2: (1 - k/q + k*k) / a0}
}

// TruePeak returns the greatest level between the samples, dBTP, on four times
// as many.
func TruePeak(s sound.Sound) float64 {
	return sound.Decibel(s.Resample(4 * s.Rate).Peak())
}
