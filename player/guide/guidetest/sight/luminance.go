// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package sight measures in finished pictures what an eye needs: the contrast
// of texts and signs with what lies behind them (WCAG 1.4.3, 1.4.11) and how
// often an area flashes (WCAG 2.3.1). It looks at pixels, not at the colours
// that a programmer named: a tint, a shadow or a fade counts as it is seen.
//
// It is a package for tests: no program imports it.
package sight

import (
	"image"
	"math"
)

// linear are the linear values of the 256 levels of an sRGB channel.
var linear = levels()

func levels() (out [256]float64) {
	for i := range out {
		v := float64(i) / 255
		if v <= 0.04045 {
			out[i] = v / 12.92
		} else {
			out[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return out
}

// luminance is the relative luminance of WCAG of the opaque pixel at byte i,
// 0…1.
func luminance(img *image.RGBA, i int) float64 {
	px := img.Pix[i : i+3 : i+3]
	return 0.2126*linear[px[0]] + 0.7152*linear[px[1]] + 0.0722*linear[px[2]]
}

// contrast is the ratio of two luminances, 1…21.
func contrast(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }
