// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sight

import "image"

// Thresholds of WCAG's general flash: a change of a tenth of the greatest
// luminance, the darker picture below 0.80, over a quarter of any ten degrees of
// sight (341 by 256 CSS px), within one second.
const (
	flashStep  = 0.1
	flashDark  = 0.8
	flashArea  = 341 * 256 / 4
	redness    = 0.8 // of a saturated red, as the share of the linear channels
	mostEvents = 31  // counted per pixel and second
)

// Flashes counts, pixel by pixel, the opposing changes of luminance within the
// last second of a film. A flash is a pair of them.
type Flashes struct {
	Worst int     // flashes in a second over the area that counts
	Area  float64 // CSS px²: the largest area that flashed more than three times in a second
	Red   float64 // CSS px²: the largest area of saturated red in one frame

	rate   int // frames a second
	px     float64
	frame  int
	pixels []glow
}

// glow is what one pixel did.
type glow struct {
	turn   float64 // luminance at the last turning point, or beyond it
	way    int8    // 1 brighter, -1 darker since then; 0 neither
	events uint64  // a bit per frame of the last second in which it turned
}

// NewFlashes counts in pictures of w by h px, shown rate times a second, whose
// px are px CSS px wide.
func NewFlashes(w, h, rate int, px float64) *Flashes {
	return &Flashes{rate: rate, px: px * px, pixels: make([]glow, w*h)}
}

// Add is the next picture of the film.
func (f *Flashes) Add(img *image.RGBA) {
	var count [mostEvents + 1]int
	red := 0
	for i := range f.pixels {
		g := &f.pixels[i]
		g.events = g.events << 1 & (1<<f.rate - 1)
		g.next(luminance(img, 4*i), f.frame == 0)
		count[ones(g.events)]++
		if isRed(img.Pix[4*i : 4*i+3]) {
			red++
		}
	}
	f.frame++
	f.Red = max(f.Red, float64(red)*f.px)
	f.tally(&count)
}

// tally reads how many pixels turned how often.
func (f *Flashes) tally(count *[mostEvents + 1]int) {
	area := 0.0
	for n := mostEvents; n > 0; n-- {
		area += float64(count[n]) * f.px
		if area >= flashArea {
			f.Worst = max(f.Worst, n/2)
		}
		if n == 7 { // three flashes and the beginning of a fourth
			f.Area = max(f.Area, area)
		}
	}
}

// next takes over the pixel's luminance of the next frame.
func (g *glow) next(v float64, first bool) {
	if first {
		g.turn = v
		return
	}
	switch d := v - g.turn; {
	case g.way > 0 && d > 0, g.way < 0 && d < 0:
		g.turn = v // further the same way
	case min(v, g.turn) < flashDark && (d >= flashStep || -d >= flashStep):
		g.turn, g.events = v, g.events|1
		g.way = 1
		if d < 0 {
			g.way = -1
		}
	}
}

func ones(x uint64) (n int) {
	for ; x != 0; x &= x - 1 {
		n++
	}
	return min(n, mostEvents)
}

// isRed reports whether a pixel is a saturated red.
func isRed(px []uint8) bool {
	r, g, b := linear[px[0]], linear[px[1]], linear[px[2]]
	return r > 0.05 && r >= redness*(r+g+b)
}
