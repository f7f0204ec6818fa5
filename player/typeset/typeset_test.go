// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package typeset_test

import (
	"image"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"videoguida/player/l10n"
	"videoguida/player/paint"
	"videoguida/player/typeset"
	"videoguida/player/typeset/titillium"
)

var weights = []paint.Weight{paint.Regular, paint.SemiBold, paint.Bold}

func load(t testing.TB) *typeset.Fonts {
	t.Helper()
	f, err := titillium.Load()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestMeasure: widths grow with the size and the weight, add up word by word,
// and tell a space that never breaks from nothing.
func TestMeasure(t *testing.T) {
	f := load(t)
	for _, w := range weights {
		one, two := f.Measure("1.144,71 €", w, 16), f.Measure("1.144,71 €", w, 32)
		if one <= 0 || abs(two-2*one) > 0.01 {
			t.Errorf("weight %d: %v px at 16, %v at 32", w, one, two)
		}
		if f.Measure("", w, 16) != 0 {
			t.Errorf("weight %d: nothing is wide", w)
		}
		if a, b := f.Measure("a\u00a0b", w, 16), f.Measure("a b", w, 16); abs(a-b) > 0.01 {
			t.Errorf("weight %d: the space that never breaks is %v px wider", w, a-b)
		}
	}
	if f.Measure("Importo", paint.Bold, 16) <= f.Measure("Importo", paint.Regular, 16) {
		t.Error("bold is not wider than regular")
	}
	if f.Measure("AV", paint.Regular, 100) >= f.Measure("A", paint.Regular, 100)+f.Measure("V", paint.Regular, 100) {
		t.Error("A and V are not kerned")
	}
}

func abs(x float32) float32 { return max(x, -x) }

func TestWrap(t *testing.T) {
	f := load(t)
	const text = "Ogni mese ti spettano 1.144,71\u00a0euro, finché dura la NASpI."
	for width := float32(20); width < 600; width += 13 {
		lines := f.Wrap(text, width, paint.Regular, 18, nil)
		if got := strings.Join(lines, " "); got != text {
			t.Fatalf("%v px: %q", width, got)
		}
		for i, l := range lines {
			if f.Measure(l, paint.Regular, 18) > width && strings.Contains(l, " ") {
				t.Errorf("%v px: %q is wider and could break", width, l)
			}
			if strings.HasPrefix(l, "\u00a0") || strings.HasPrefix(l, "euro") {
				t.Errorf("%v px: broken at a space that never breaks: %q", width, l)
			}
			if i > 0 {
				word, _, _ := strings.Cut(l, " ")
				if f.Measure(lines[i-1]+" "+word, paint.Regular, 18) <= width-0.5 {
					t.Errorf("%v px: %q would have fitted on the line before", width, word)
				}
			}
		}
	}
}

func TestWrapEdges(t *testing.T) {
	f := load(t)
	wrap := func(s string, width float32) []string { return f.Wrap(s, width, paint.Bold, 20, nil) }
	for _, tt := range []struct {
		text  string
		width float32
		want  []string
	}{
		{"", 100, []string{""}},
		{"parola", 1, []string{"parola"}},
		{"due parole", 1, []string{"due", "parole"}},
		{"due parole", 1000, []string{"due parole"}},
	} {
		if d := cmp.Diff(tt.want, wrap(tt.text, tt.width)); d != "" {
			t.Errorf("%q in %v px: %s", tt.text, tt.width, d)
		}
	}
	if got := f.Wrap("b", 100, paint.Bold, 20, []string{"a"}); len(got) != 2 || got[0] != "a" {
		t.Errorf("lines are appended: %q", got)
	}
}

// TestLettersOfNames: every letter the fonts draw has its own width, so that a
// name keeps its place.
func TestLettersOfNames(t *testing.T) {
	f := load(t)
	for _, pair := range [][2]string{{"Zoë", "Zoe"}, {"Inês", "Ines"}, {"Åsa", "Asa"}, {"João", "Joao"}, {"Noël", "Noel"}} {
		if a, b := f.Measure(pair[0], paint.Bold, 40), f.Measure(pair[1], paint.Bold, 40); abs(a-b) > 1.5 {
			t.Errorf("%s is %v px wide, %s %v", pair[0], a, pair[1], b)
		}
	}
}

// TestEveryTextCanBeDrawn: no message of any language needs a letter that the
// fonts do not have.
func TestEveryTextCanBeDrawn(t *testing.T) {
	face := load(t).Face(paint.Regular, 20)
	missing := map[rune]string{}
	for _, lang := range l10n.Langs() {
		c := l10n.Lookup(lang)
		for _, id := range c.IDs() {
			for _, r := range c.Text(id, nil) {
				if drawn(face, r) == nil && r != ' ' && r != '\u00a0' {
					missing[r] = lang + " " + id
				}
			}
		}
	}
	for r, where := range missing {
		t.Errorf("%q cannot be drawn, in %s", r, where)
	}
}

func drawn(f *typeset.Face, r rune) (mask *image.Alpha) {
	f.Layout(string(r), 0, 20, func(g *typeset.Glyph, _, _ int) { mask = g.Mask })
	return mask
}

// TestLayout: as many glyphs as visible letters, from left to right, as wide as
// measured, and the same masks the second time.
func TestLayout(t *testing.T) {
	f := load(t)
	const text = "Ciao, Noè!"
	face := f.Face(paint.SemiBold, 24)
	var masks []*typeset.Glyph
	last := -100
	face.Layout(text, 10.3, 50, func(g *typeset.Glyph, x, y int) {
		if x <= last || y < 20 || y > 60 {
			t.Errorf("glyph %d lies at %d, %d after %d", len(masks), x, y, last)
		}
		last = x
		masks = append(masks, g)
	})
	if want := utf8.RuneCountInString(text) - 1; len(masks) != want {
		t.Errorf("%d glyphs, want %d", len(masks), want)
	}
	if end := 10.3 + f.Measure(text, paint.SemiBold, 24); float32(last) > end {
		t.Errorf("the last glyph lies at %d, beyond %v", last, end)
	}
	i := 0
	face.Layout(text, 10.3, 50, func(g *typeset.Glyph, _, _ int) {
		if g != masks[i] {
			t.Errorf("glyph %d was rasterised again", i)
		}
		i++
	})
	if f.Face(paint.SemiBold, 24) != face {
		t.Error("the same face was made twice")
	}
}

func BenchmarkWrap(b *testing.B) {
	f := load(b)
	var lines []string
	b.ReportAllocs()
	for b.Loop() {
		lines = f.Wrap("Ogni mese ti spettano 1.144,71 euro, finché dura la NASpI.", 200, paint.Regular, 18, lines[:0])
	}
}
