// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pdf

import (
	"bytes"
	"strings"
	"testing"

	"videoguida/player/typeset/titillium/fonts"
)

func newFont(t *testing.T) *Font {
	t.Helper()
	f, err := ParseFont(fonts.Regular)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestEncode: one byte a character, those of three languages included; what the
// font does not have is named.
func TestEncode(t *testing.T) {
	f := newFont(t)
	got, err := f.Encode("Perché l'8 – 5 € “für” Zoë’s\u00a0ò")
	if want := "Perch\xe9 l'8 \x96 5 \x80 \x93f\xfcr\x94 Zo\xeb\x92s\xa0\xf2"; err != nil || string(got) != want {
		t.Errorf("%q %v, want %q", got, err, want)
	}
	for _, text := range []string{"日", "a\tb", "ł"} {
		if _, err := f.Encode(text); err == nil {
			t.Errorf("%q was encoded", text)
		}
	}
}

// TestWrap: lines keep their width, lose nothing but the spaces at their ends,
// and a word wider than the line stays whole.
func TestWrap(t *testing.T) {
	f := newFont(t)
	text := "Apri la fotocamera del telefono e inquadra questo codice. Parte una video-guida con i tuoi dati."
	for width := 20.0; width < 600; width += 7 {
		lines := f.Wrap([]byte(text), width, 10)
		if got := string(bytes.Join(lines, []byte(" "))); got != text {
			t.Fatalf("at %.0f: %q", width, got)
		}
		for i, l := range lines {
			if f.Width(l, 10) > width && bytes.Contains(l, []byte(" ")) {
				t.Errorf("at %.0f: %q is wider", width, l)
			}
			if i > 0 {
				word, _, _ := bytes.Cut(l, []byte(" "))
				if f.Width([]byte(string(lines[i-1])+" "+string(word)), 10) <= width {
					t.Errorf("at %.0f: %q had room for %q", width, lines[i-1], word)
				}
			}
		}
	}
}

// TestShow: kerned as the widths say, brackets escaped.
func TestShow(t *testing.T) {
	f := newFont(t)
	if got := string(f.Show([]byte(`a(b)\`))); !strings.Contains(got, `\(`) || !strings.Contains(got, `\)`) || !strings.HasSuffix(got, "\\\\)]TJ\n") {
		t.Errorf("%q", got)
	}
	if f.Width([]byte("AV"), 1000) >= f.Width([]byte("A"), 1000)+f.Width([]byte("V"), 1000) {
		t.Error("AV is not kerned")
	}
	if got := string(f.Show([]byte("AV"))); !strings.Contains(got, ")") || strings.Count(got, "(") != 2 {
		t.Errorf("AV is shown as %q", got)
	}
}

func TestNum(t *testing.T) {
	for x, want := range map[float64]string{0: "0", 1: "1", 1.68: "1.68", 1.6: "1.6", 595.2756: "595.28", -0.5: "-0.5", 100: "100", 0.001: "0"} {
		if got := Num(x); got != want {
			t.Errorf("%v: %s, want %s", x, got, want)
		}
	}
}
