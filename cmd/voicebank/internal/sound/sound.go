// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package sound holds mono speech as numbers and does to it what the bank
// needs before it is cut: reading and writing WAV files, resampling, a treble
// lift, a peak limiter.
package sound

import "math"

// Sound is mono sound; full scale is −1 to 1.
type Sound struct {
	Rate int // samples a second
	S    []float64
}

// Seconds returns how long the sound lasts, s.
func (s Sound) Seconds() float64 { return float64(len(s.S)) / float64(s.Rate) }

// At returns the index of the sample at t s, kept within the sound.
func (s Sound) At(t float64) int {
	return min(max(0, int(math.Round(t*float64(s.Rate)))), len(s.S))
}

// Peak returns the greatest magnitude of a sample.
func (s Sound) Peak() float64 {
	peak := 0.0
	for _, v := range s.S {
		peak = max(peak, math.Abs(v))
	}
	return peak
}

// Scale multiplies every sample by k, in place.
func (s Sound) Scale(k float64) {
	for i := range s.S {
		s.S[i] *= k
	}
}

// Decibel returns a ratio of amplitudes in dB, −200 for silence.
func Decibel(ratio float64) float64 { return max(-200, 20*math.Log10(ratio)) }

// Ratio returns the ratio of amplitudes that db stands for.
func Ratio(db float64) float64 { return math.Pow(10, db/20) }

// RMS returns the root mean square of samples, 0 of none.
func RMS(s []float64) float64 {
	if len(s) == 0 {
		return 0
	}
	sum := 0.0
	for _, v := range s {
		sum += v * v
	}
	return math.Sqrt(sum / float64(len(s)))
}
