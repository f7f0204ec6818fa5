// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package pitch follows the fundamental of a voice, to hear whether two clips
// that are joined fit each other.
package pitch

import (
	"math"

	"videoguida/cmd/voicebank/internal/sound"
)

// Range and certainty of a fundamental.
const (
	lowest  = 90   // Hz
	highest = 400  // Hz
	voiced  = .55  // correlation of a period with the next
	frame   = .025 // s compared
	step    = .005 // s between measurements
	working = 12_000
)

// Track is the fundamental of a sound every 5 ms, Hz; 0 where there is none.
type Track struct {
	hz []float64
}

// Follow measures a sound.
func Follow(s sound.Sound) Track {
	s = s.Filter(sound.LowPass(s.Rate, 900)).Resample(working)
	loud := 0.0
	for t := 0.0; t < s.Seconds(); t += step {
		loud = max(loud, sound.RMS(s.S[s.At(t):s.At(t+frame)]))
	}
	var out Track
	for t := 0.0; t < s.Seconds(); t += step {
		out.hz = append(out.hz, fundamental(s, t, loud))
	}
	out.smooth()
	return out
}

// fundamental returns the fundamental around t.
func fundamental(s sound.Sound, t, loud float64) float64 {
	const n, least, most = frame * working, working / highest, working/lowest + 1
	at := s.At(t) - (n+most)/2
	if at < 0 || at+n+most >= len(s.S) || sound.RMS(s.S[at:at+n+most]) < loud*.03 {
		return 0
	}
	score := make([]float64, most+2)
	best := 0.0
	for lag := least - 1; lag <= most; lag++ {
		score[lag] = correlation(s.S[at:at+n], s.S[at+lag:at+lag+n])
		best = max(best, score[lag])
	}
	if best < voiced {
		return 0
	}
	for lag := least; lag < most; lag++ { // the first good peak is not an octave too low
		if score[lag] > .9*best && score[lag] >= score[lag-1] && score[lag] >= score[lag+1] {
			return working / (float64(lag) + vertex(score[lag-1], score[lag], score[lag+1]))
		}
	}
	return 0
}

func correlation(a, b []float64) float64 {
	var ab, aa, bb float64
	for i := range a {
		ab += a[i] * b[i]
		aa += a[i] * a[i]
		bb += b[i] * b[i]
	}
	return ab / (math.Sqrt(aa*bb) + 1e-12)
}

// vertex returns where between −½ and ½ a parabola through three values peaks.
func vertex(a, b, c float64) float64 {
	d := a - 2*b + c
	if d == 0 {
		return 0
	}
	return min(max((a-c)/(2*d), -.5), .5)
}

// smooth takes the median of three and drops what stands alone.
func (t Track) smooth() {
	raw := append([]float64(nil), t.hz...)
	for i := 1; i+1 < len(raw); i++ {
		a, b, c := raw[i-1], raw[i], raw[i+1]
		t.hz[i] = max(min(a, b), min(max(a, b), c))
	}
}

// Semitones returns the interval from a to b Hz.
func Semitones(a, b float64) float64 { return 12 * math.Log2(b/a) }

// Near returns the fundamental nearest to t s that lies within reach before it,
// or after it when reach is negative: the median of three measurements there.
// ok is false when the voice is silent or whispers.
func (t Track) Near(at, reach float64) (hz float64, ok bool) {
	dir := -1
	if reach < 0 {
		dir, reach = 1, -reach
	}
	var found []float64
	for k := 0; k <= int(reach/step) && len(found) < 3; k++ {
		i := int(at/step) + dir*(k+1)
		if i >= 0 && i < len(t.hz) && t.hz[i] > 0 {
			found = append(found, t.hz[i])
		}
	}
	if len(found) < 3 {
		return 0, false
	}
	a, b, c := found[0], found[1], found[2]
	return max(min(a, b), min(max(a, b), c)), true
}
