// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package align

import "math"

// detour is what a step costs that stays at one frame of either sound.
const detour = .3

// steps of a path, as they are traced back.
const (
	both byte = iota
	first
	second
)

// warp returns, for every frame of a, the mean frame of b that sounds like it,
// along the path of least difference, and the mean difference on the path.
func warp(a, b []frame) (at []float64, cost float64) {
	n, m := len(a), len(b)
	back := make([]byte, n*m)
	row, last := make([]float64, m+1), make([]float64, m+1)
	for j := range last {
		last[j] = math.Inf(1)
	}
	last[0] = 0
	for i := range n {
		row[0] = math.Inf(1)
		for j := range m {
			best, step := last[j], both
			if v := last[j+1] + detour; v < best {
				best, step = v, first
			}
			if v := row[j] + detour; v < best {
				best, step = v, second
			}
			row[j+1] = best + distance(&a[i], &b[j])
			back[i*m+j] = step
		}
		row, last = last, row
	}
	return trace(back, n, m), last[m] / float64(n+m)
}

func distance(a, b *frame) float64 {
	sum := 0.0
	for k := range a {
		d := a[k] - b[k]
		sum += d * d
	}
	return math.Sqrt(sum)
}

func trace(back []byte, n, m int) []float64 {
	at, count := make([]float64, n), make([]float64, n)
	for i, j := n-1, m-1; i >= 0 && j >= 0; {
		at[i] += float64(j)
		count[i]++
		switch back[i*m+j] {
		case both:
			i--
			j--
		case first:
			i--
		default:
			j--
		}
	}
	for i := range at {
		if count[i] > 0 {
			at[i] /= count[i]
		}
	}
	return at
}
