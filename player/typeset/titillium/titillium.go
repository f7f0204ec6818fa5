// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package titillium is the product's typeface, Titillium Web (SIL OFL 1.1,
// licence beside the fonts), in three weights reduced to what the guide's
// languages write.
//
// Only programs that draw import it: the parser and its tables of old encodings
// cost a browser program 17 KB, the fonts 37 KB more.
package titillium

import (
	"errors"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"videoguida/player/typeset"
	"videoguida/player/typeset/titillium/fonts"
)

// Load parses the three fonts.
func Load() (*typeset.Fonts, error) {
	r, err1 := parse(fonts.Regular)
	s, err2 := parse(fonts.SemiBold)
	b, err3 := parse(fonts.Bold)
	return typeset.New(r, s, b), errors.Join(err1, err2, err3)
}

// repertoire is what the guide's languages write, and the letters of names.
const repertoire = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz" +
	"\u00a0«»°·–—‘’“”…€−ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿıŒœ"

// parse reads the measures of the repertoire.
func parse(data []byte) (typeset.Metrics, error) {
	sf, err := opentype.Parse(data)
	if err != nil {
		return typeset.Metrics{}, err
	}
	m := typeset.Metrics{
		Units: float32(sf.UnitsPerEm()), Advance: map[rune]float32{},
		Face: func(px float32) typeset.Rasterizer { return rasterizer(sf, px) },
	}
	var buf sfnt.Buffer
	ppem := fixed.I(int(sf.UnitsPerEm()))
	glyphs := map[rune]sfnt.GlyphIndex{}
	for _, r := range repertoire {
		g, err := sf.GlyphIndex(&buf, r)
		if err != nil {
			return m, err
		}
		a, err := sf.GlyphAdvance(&buf, g, ppem, font.HintingNone)
		if err != nil {
			return m, err
		}
		glyphs[r], m.Advance[r] = g, float32(a)/64
	}
	m.Kern = kerning(sf, glyphs)
	return m, nil
}

// kerning reads how a pair is moved when it is first written: reading all the
// pairs would keep a film's first picture waiting. A font without kerning moves
// none.
func kerning(sf *sfnt.Font, glyphs map[rune]sfnt.GlyphIndex) func(a, b rune) float32 {
	var buf sfnt.Buffer
	ppem, pairs := fixed.I(int(sf.UnitsPerEm())), map[[2]rune]float32{}
	return func(a, b rune) float32 {
		pair := [2]rune{a, b}
		moved, known := pairs[pair]
		if !known {
			ga, inA := glyphs[a]
			gb, inB := glyphs[b]
			if k, err := sf.Kern(&buf, ga, gb, ppem, font.HintingNone); err == nil && inA && inB {
				moved = float32(k) / 64
			}
			pairs[pair] = moved
		}
		return moved
	}
}
