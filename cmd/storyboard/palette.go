// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// shades is how many colours a paletted PNG may have.
const shades = 256

// bits of each channel tell colours apart while they are counted.
const bits = 5

// paletted returns img in its most frequent colours, without dithering: flat
// drawings stay flat, and a third as large.
func paletted(img *image.RGBA) *image.Paletted {
	p := frequent(img)
	out := image.NewPaletted(img.Rect, p)
	nearest := map[color.RGBA]uint8{}
	for i := range out.Pix {
		c := rgba(img, i)
		index, ok := nearest[c]
		if !ok {
			index = uint8(p.Index(c))
			nearest[c] = index
		}
		out.Pix[i] = index
	}
	return out
}

// frequent returns the palette of an image: of the colours that are alike, the
// one that occurs most stands for all.
func frequent(img *image.RGBA) color.Palette {
	count := map[color.RGBA]int{}
	for i := range len(img.Pix) / 4 {
		count[rgba(img, i)]++
	}
	type group struct {
		best  color.RGBA
		total int
	}
	groups := map[[3]uint8]group{}
	for c, n := range count {
		key := [3]uint8{c.R >> (8 - bits), c.G >> (8 - bits), c.B >> (8 - bits)}
		g := groups[key]
		if b := count[g.best]; n > b || n == b && less(c, g.best) {
			g.best = c
		}
		g.total += n
		groups[key] = g
	}
	var all []group
	for _, g := range groups {
		all = append(all, g)
	}
	slices.SortFunc(all, func(a, b group) int {
		return cmp.Or(cmp.Compare(b.total, a.total), cmp.Compare(number(a.best), number(b.best)))
	})
	var p color.Palette
	for _, g := range all[:min(len(all), shades)] {
		p = append(p, g.best)
	}
	return p
}

func rgba(img *image.RGBA, i int) color.RGBA {
	px := img.Pix[4*i : 4*i+4]
	return color.RGBA{R: px[0], G: px[1], B: px[2], A: 255}
}

func number(c color.RGBA) int { return int(c.R)<<16 | int(c.G)<<8 | int(c.B) }

func less(a, b color.RGBA) bool { return number(a) < number(b) }
