// Package typeset measures, wraps and rasterises text in the one typeface of
// the product, Titillium Web (SIL OFL 1.1, licence beside the fonts).
//
// Software raster and GPU film draw the same glyph masks at the same quarter
// pixel phases, so both show the same text; wrapping uses the same advances.
package typeset

import (
	_ "embed"
	"errors"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"videoguida/player/paint"
)

//go:embed fonts/tw-400.ttf
var regular []byte

//go:embed fonts/tw-600.ttf
var semiBold []byte

//go:embed fonts/tw-700.ttf
var bold []byte

const weights = 3

// Fonts is the typeface in its three weights, with its metrics and the glyphs
// rasterised so far. It is not safe for concurrent use.
type Fonts struct {
	weight [weights]metrics
	faces  map[faceKey]*Face
	blocks map[blockKey][]Run
}

type faceKey struct {
	w  paint.Weight
	px float32
}

// metrics are one weight's advances and kerning in font units.
type metrics struct {
	font    *sfnt.Font
	units   float32
	advance map[rune]float32
	kern    map[[2]rune]float32
}

// Load parses the three fonts.
func Load() (*Fonts, error) {
	f := &Fonts{faces: map[faceKey]*Face{}, blocks: map[blockKey][]Run{}}
	var errs []error
	for w, data := range [weights][]byte{regular, semiBold, bold} {
		m, err := parse(data)
		errs = append(errs, err)
		f.weight[w] = m
	}
	return f, errors.Join(errs...)
}

// repertoire is what the guide's languages write.
const repertoire = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz" +
	"\u00a0«»°·ÀÈÉÌÍÒÓÙÚÄÖÜßàáèéìíòóùúäöüçñ–—‘’“”…€−"

func parse(data []byte) (metrics, error) {
	sf, err := opentype.Parse(data)
	if err != nil {
		return metrics{}, err
	}
	m := metrics{font: sf, units: float32(sf.UnitsPerEm()), advance: map[rune]float32{}, kern: map[[2]rune]float32{}}
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
		glyphs[r], m.advance[r] = g, float32(a)/64
	}
	m.addKerning(&buf, glyphs, ppem)
	return m, nil
}

// addKerning reads the pairs of letters and digits; a font without kerning
// leaves the table empty.
func (m *metrics) addKerning(buf *sfnt.Buffer, glyphs map[rune]sfnt.GlyphIndex, ppem fixed.Int26_6) {
	for a, ga := range glyphs {
		for b, gb := range glyphs {
			if k, err := m.font.Kern(buf, ga, gb, ppem, font.HintingNone); err == nil && k != 0 {
				m.kern[[2]rune{a, b}] = float32(k) / 64
			}
		}
	}
}

// step returns the pen's advance for r after prev, in font units.
func (m *metrics) step(prev, r rune) float32 {
	a, ok := m.advance[r]
	if !ok {
		a = m.advance['?']
	}
	return a + m.kern[[2]rune{prev, r}]
}

// Measure returns the width of s in CSS px at size px per em.
func (f *Fonts) Measure(s string, w paint.Weight, size float32) float32 {
	m := &f.weight[w]
	var units float32
	prev := rune(0)
	for _, r := range s {
		units += m.step(prev, r)
		prev = r
	}
	return units * size / m.units
}

// Wrap breaks s into lines no wider than width CSS px and appends them to
// lines. It breaks at spaces, never at a no-break space; a word wider than
// the line stays whole.
func (f *Fonts) Wrap(s string, width float32, w paint.Weight, size float32, lines []string) []string {
	m := &f.weight[w]
	limit := width * m.units / size
	start, space := 0, -1
	var x, atSpace float32
	prev := rune(0)
	for i, r := range s {
		if r == ' ' {
			space, atSpace = i, x
		}
		x += m.step(prev, r)
		prev = r
		if x > limit && space > start {
			lines = append(lines, s[start:space])
			start = space + 1
			x -= atSpace + m.advance[' ']
			space = -1
		}
	}
	return append(lines, s[start:])
}
