// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package align

import (
	"math"
	"math/cmplx"
)

// transform is a fast Fourier transform in place; len(x) is a power of two.
func transform(x []complex128) {
	n := len(x)
	for i, j := 1, 0; i < n; i++ {
		bit := n >> 1
		for ; j&bit != 0; bit >>= 1 {
			j ^= bit
		}
		j ^= bit
		if i < j {
			x[i], x[j] = x[j], x[i]
		}
	}
	for size := 2; size <= n; size <<= 1 {
		step := cmplx.Rect(1, -2*math.Pi/float64(size))
		for from := 0; from < n; from += size {
			butterflies(x[from:from+size], step)
		}
	}
}

// butterflies joins the transforms of two halves.
func butterflies(x []complex128, step complex128) {
	half := len(x) / 2
	w := complex(1, 0)
	for k := range half {
		a, b := x[k], x[k+half]*w
		x[k], x[k+half] = a+b, a-b
		w *= step
	}
}
