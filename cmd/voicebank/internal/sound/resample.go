// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sound

import "math"

// lobes is how many zero crossings of the sinc lie on either side: enough for
// an alias 80 dB down.
const lobes = 24

// Resample returns the sound at another rate, band-limited by a windowed sinc.
func (s Sound) Resample(rate int) Sound {
	if rate == s.Rate || len(s.S) == 0 {
		return Sound{rate, append([]float64(nil), s.S...)}
	}
	g := gcd(rate, s.Rate)
	up, down := rate/g, s.Rate/g
	banks := make([][]float64, up)
	cut := min(1, float64(rate)/float64(s.Rate)) * .97
	half := int(math.Ceil(lobes / cut))
	for p := range banks {
		banks[p] = taps(float64(p)/float64(up), cut, half)
	}
	out := make([]float64, (len(s.S)*up+down-1)/down)
	for i := range out {
		at := i * down
		out[i] = dot(s.S, at/up-half+1, banks[at%up])
	}
	return Sound{rate, out}
}

// taps returns the filter for a sample that lies frac after a given one, which
// is tap half−1.
func taps(frac, cut float64, half int) []float64 {
	h := make([]float64, 2*half)
	sum := 0.0
	for k := range h {
		x := float64(k-half+1) - frac
		w := .42 + .5*math.Cos(math.Pi*x/float64(half)) + .08*math.Cos(2*math.Pi*x/float64(half))
		h[k] = w * sinc(x*cut)
		sum += h[k]
	}
	for k := range h {
		h[k] /= sum
	}
	return h
}

func sinc(x float64) float64 {
	if x == 0 {
		return 1
	}
	return math.Sin(math.Pi*x) / (math.Pi * x)
}

// dot applies taps to the samples from index at on; outside is silence.
func dot(s []float64, at int, h []float64) float64 {
	sum := 0.0
	for k, v := range h {
		if i := at + k; i >= 0 && i < len(s) {
			sum += v * s[i]
		}
	}
	return sum
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
