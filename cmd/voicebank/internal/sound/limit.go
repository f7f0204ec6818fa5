// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sound

import "math"

// Limit turns the sound down around what would exceed ceiling, in place: the
// gain falls and recovers along half a raised cosine of reach s on each side,
// so that nothing clicks.
func (s Sound) Limit(ceiling, reach float64) {
	n := max(1, int(reach*float64(s.Rate)))
	window := make([]float64, 2*n+1)
	for k := range window {
		window[k] = .5 + .5*math.Cos(math.Pi*float64(k-n)/float64(n))
	}
	cut := make([]float64, len(s.S)) // dB to take away
	for i, v := range s.S {
		over := Decibel(math.Abs(v) / ceiling)
		if over <= 0 || over <= cut[i] {
			continue
		}
		for k, w := range window {
			if j := i + k - n; j >= 0 && j < len(cut) {
				cut[j] = max(cut[j], over*w)
			}
		}
	}
	for i, db := range cut {
		if db > 0 {
			s.S[i] *= Ratio(-db)
		}
	}
}
