// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pdf

import (
	"fmt"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/encoding/charmap"
)

// Font is a TrueType font with the measures of the characters that Windows'
// Latin encoding has. It may be shared by writers.
type Font struct {
	Name    string // PostScript's
	data    []byte
	widths  [256]int // thousandths of an em; 0: the font has none
	kern    map[[2]byte]int
	ascent  int
	descent int
	capital int
	box     [4]int
}

const first = 32 // the first character with a width

// ParseFont reads a TrueType font. The font goes into files as it is: give it
// with the characters that are needed and no more.
func ParseFont(data []byte) (*Font, error) {
	f, err := sfnt.Parse(data)
	if err != nil {
		return nil, err
	}
	p := fontParser{font: f, out: &Font{data: data, kern: map[[2]byte]int{}}}
	return p.out, p.parse()
}

type fontParser struct {
	font *sfnt.Font
	buf  sfnt.Buffer
	out  *Font
}

// em is the size that measures come in thousandths of.
var em = fixed.I(1000)

func (p *fontParser) parse() (err error) {
	if p.out.Name, err = p.font.Name(&p.buf, sfnt.NameIDPostScript); err != nil {
		return err
	}
	m, err := p.font.Metrics(&p.buf, em, font.HintingNone)
	if err != nil {
		return err
	}
	b, err := p.font.Bounds(&p.buf, em, font.HintingNone)
	if err != nil {
		return err
	}
	p.out.ascent, p.out.descent, p.out.capital = m.Ascent.Round(), -m.Descent.Round(), m.CapHeight.Round()
	p.out.box = [4]int{b.Min.X.Round(), -b.Max.Y.Round(), b.Max.X.Round(), -b.Min.Y.Round()}
	return p.measure()
}

// measure reads widths and kerning.
func (p *fontParser) measure() error {
	var glyphs [256]sfnt.GlyphIndex
	for c := first; c < 256; c++ {
		g, err := p.font.GlyphIndex(&p.buf, charmap.Windows1252.DecodeByte(byte(c)))
		if err != nil || g == 0 {
			continue
		}
		a, err := p.font.GlyphAdvance(&p.buf, g, em, font.HintingNone)
		if err != nil {
			return err
		}
		glyphs[c], p.out.widths[c] = g, a.Round()
	}
	for a, ga := range glyphs {
		for b, gb := range glyphs {
			if ga == 0 || gb == 0 {
				continue
			}
			if k, err := p.font.Kern(&p.buf, ga, gb, em, font.HintingNone); err == nil && k.Round() != 0 {
				p.out.kern[[2]byte{byte(a), byte(b)}] = k.Round()
			}
		}
	}
	return nil
}

// Encode returns text in the font's encoding; a character that the font does
// not have is an error that names it.
func (f *Font) Encode(text string) ([]byte, error) {
	var out []byte
	for _, r := range text {
		b, ok := charmap.Windows1252.EncodeRune(r)
		if !ok || f.widths[b] == 0 {
			return nil, fmt.Errorf("pdf: the font %s has no %q", f.Name, r)
		}
		out = append(out, b)
	}
	return out, nil
}

// Width returns the width of encoded text at size points, kerning included.
func (f *Font) Width(text []byte, size float64) float64 {
	sum := 0
	for i, c := range text {
		sum += f.widths[c]
		if i > 0 {
			sum += f.kern[[2]byte{text[i-1], c}]
		}
	}
	return float64(sum) * size / 1000
}

// Wrap breaks encoded text into lines no wider than width points, at spaces.
func (f *Font) Wrap(text []byte, width, size float64) (lines [][]byte) {
	from, space := 0, -1
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] != ' ' {
			continue
		}
		if space > from && f.Width(text[from:i], size) > width {
			lines = append(lines, text[from:space])
			from = space + 1
		}
		space = i
	}
	return append(lines, text[from:])
}

// Show returns the operator that shows encoded text, kerned.
func (f *Font) Show(text []byte) []byte {
	out := []byte("[(")
	for i, c := range text {
		if i > 0 {
			if k := f.kern[[2]byte{text[i-1], c}]; k != 0 {
				out = fmt.Appendf(out, ")%d(", -k)
			}
		}
		if c == '(' || c == ')' || c == '\\' {
			out = append(out, '\\')
		}
		out = append(out, c)
	}
	return append(out, ")]TJ\n"...)
}

// Font puts a font into the file, whole.
func (w *Writer) Font(f *Font) Ref {
	file, descriptor, r := w.take(), w.take(), w.take()
	w.stream(file, fmt.Sprintf("/Length1 %d %s", len(f.data), flate), new(Deflater).Deflate(f.data))
	name := "GUIDAX+" + f.Name // the font is a subset already
	w.object(descriptor, fmt.Sprintf("<</Type /FontDescriptor /FontName /%s /Flags 32 /FontBBox [%d %d %d %d] /ItalicAngle 0 "+
		"/Ascent %d /Descent %d /CapHeight %d /StemV 90 /FontFile2 %d 0 R>>",
		name, f.box[0], f.box[1], f.box[2], f.box[3], f.ascent, f.descent, f.capital, file))
	widths := strings.Trim(fmt.Sprint(f.widths[first:]), "[]")
	w.object(r, fmt.Sprintf("<</Type /Font /Subtype /TrueType /BaseFont /%s /Encoding /WinAnsiEncoding /FirstChar %d /LastChar 255 "+
		"/Widths [%s] /FontDescriptor %d 0 R>>", name, first, widths, descriptor))
	return r
}
