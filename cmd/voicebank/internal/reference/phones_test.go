// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package reference

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/cmd/voicebank/internal/align"
)

const list = "words 2\n# 0 0.300000\ntS 0 0.393625\na1 0 0.473046\no 1 0.555421\n# 0 0.855421\n"

func TestParsePhones(t *testing.T) {
	got, err := parsePhones(list, 2)
	if err != nil {
		t.Fatal(err)
	}
	want := []align.Phone{{"#", -1, 0, .3}, {"tS", 0, .3, .393625}, {"a1", 0, .393625, .473046}, {"o", 1, .473046, .555421}, {"#", -1, .555421, .855421}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestParsePhonesNamesTheField(t *testing.T) {
	for text, want := range map[string]string{
		"":                        "words",
		"words 3\na 0 1\n":        "words: the reference read 3",
		"words 2\na 5 1\n":        "word: out of range",
		"words 2\na 0 x\n":        "end",
		"words 2\na 0 2\nb 0 1\n": "end: the phones are not in order",
		"words 2\na 0\n":          "phone",
		"words 2\n":               "phones: there are none",
	} {
		if _, err := parsePhones(text, 2); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func TestLatin1(t *testing.T) {
	if got := latin1("perché l’è \"là\\\" ș"); got != "perch\xe9 l'\xe8 l\xe0 ." {
		t.Errorf("%q", got)
	}
}

func FuzzParsePhones(f *testing.F) {
	f.Add(list)
	f.Fuzz(func(t *testing.T, text string) {
		phones, err := parsePhones(text, 2)
		if err != nil {
			return
		}
		for i, p := range phones {
			if p.Token > 1 || p.To < p.From || i > 0 && p.From != phones[i-1].To {
				t.Errorf("phone %d is %+v", i, p)
			}
		}
	})
}
