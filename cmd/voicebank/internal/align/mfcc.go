// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package align

import (
	"math"

	"videoguida/cmd/voicebank/internal/sound"
)

// Analysis: frames of 25 ms every 5 ms of sound at 16 kHz.
const (
	rate   = 16_000
	hop    = 80
	length = 400
	size   = 512 // of the transform
	bands  = 26
	coefs  = 13
	hopSec = float64(hop) / rate
)

// frame is what one instant sounds like: coefs numbers and their slopes.
type frame [2 * coefs]float64

// features returns the mel-frequency cepstra of a sound, with the loudness in
// place of the first and every other set to mean 0 and deviation 1 over what is
// loud, so that two voices become comparable.
func features(s sound.Sound) []frame {
	x := s.Resample(rate).S
	n := max(1, (len(x)-length+hop-1)/hop)
	cepstra, power := make([][coefs]float64, n), make([]float64, n)
	filters := melFilters()
	for i := range n {
		spectrum := powers(x, i*hop)
		cepstra[i] = cepstrum(spectrum, filters)
		power[i] = 10 * math.Log10(sum(spectrum)+1e-9)
	}
	normalise(cepstra, power)
	return withSlopes(cepstra)
}

// powers returns the power spectrum of the frame at an index, pre-emphasised
// and windowed.
func powers(x []float64, at int) []float64 {
	z := make([]complex128, size)
	for k := range length {
		i := at + k
		if i >= len(x) {
			break
		}
		v := x[i]
		if i > 0 {
			v -= .97 * x[i-1]
		}
		z[k] = complex(v*(.54-.46*math.Cos(2*math.Pi*float64(k)/(length-1))), 0)
	}
	transform(z)
	out := make([]float64, size/2+1)
	for k := range out {
		out[k] = real(z[k])*real(z[k]) + imag(z[k])*imag(z[k])
	}
	return out
}

// melFilters returns triangles spaced evenly on the mel scale, 60 to 7600 Hz.
func melFilters() [][]float64 {
	mel := func(hz float64) float64 { return 2595 * math.Log10(1+hz/700) }
	hz := func(mel float64) float64 { return 700 * (math.Pow(10, mel/2595) - 1) }
	low, high := mel(60), mel(7600)
	bin := func(i int) int {
		return int((size + 1) * hz(low+(high-low)*float64(i)/(bands+1)) / rate)
	}
	out := make([][]float64, bands)
	for i := range out {
		a, b, c := bin(i), bin(i+1), bin(i+2)
		f := make([]float64, size/2+1)
		for k := a; k < b; k++ {
			f[k] = float64(k-a) / float64(b-a)
		}
		for k := b; k < c; k++ {
			f[k] = float64(c-k) / float64(c-b)
		}
		out[i] = f
	}
	return out
}

// cepstrum returns the first cosine coefficients of the log of the bands.
func cepstrum(spectrum []float64, filters [][]float64) (c [coefs]float64) {
	for b, f := range filters {
		e := 0.0
		for k, w := range f {
			e += w * spectrum[k]
		}
		l := math.Log(e + 1e-7)
		for q := range c {
			c[q] += l * math.Cos(math.Pi*float64(q)*(float64(b)+.5)/bands) * math.Sqrt(2.0/bands)
		}
	}
	return c
}

func sum(s []float64) (total float64) {
	for _, v := range s {
		total += v
	}
	return total
}

// quiet is how far below the loudest frame silence begins, in tens of dB
// halved.
const quiet = -2.0

func normalise(c [][coefs]float64, power []float64) {
	loudest := math.Inf(-1)
	for _, p := range power {
		loudest = max(loudest, p)
	}
	var mean, square [coefs]float64
	loud := 0.0
	for i := range c {
		if (power[i]-loudest)/20 <= quiet {
			continue
		}
		loud++
		for q, v := range c[i] {
			mean[q] += v
			square[q] += v * v
		}
	}
	for i := range c {
		for q := 1; q < coefs; q++ {
			m := mean[q] / loud
			c[i][q] = (c[i][q] - m) / (math.Sqrt(max(0, square[q]/loud-m*m)) + 1e-6)
		}
		c[i][0] = 6 * max(-3, (power[i]-loudest)/20)
	}
}

func withSlopes(c [][coefs]float64) []frame {
	out := make([]frame, len(c))
	for i := range c {
		for q, v := range c[i] {
			out[i][q] = v
			if i > 0 && i+1 < len(c) {
				out[i][coefs+q] = 1.5 * (c[i+1][q] - c[i-1][q]) / 2
			}
		}
	}
	return out
}
