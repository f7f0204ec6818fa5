// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"io"
	"strings"
	"testing"
	"time"

	"videoguida/player/typeset/titillium/fonts"
	"videoguida/tokengen/letter"
	"videoguida/tokengen/qr"
)

// TestPrintedWords: in every language what a letter says fits its place, tells
// until when and the address to type, and never more of the link than that.
func TestPrintedWords(t *testing.T) {
	set, err := letter.NewType(fonts.Regular, fonts.Bold)
	if err != nil {
		t.Fatal(err)
	}
	code, err := new(qr.Drawer).Draw("https://servizi.videoguida.example.it/#1", 10)
	if err != nil {
		t.Fatal(err)
	}
	say := printedWords("https://servizi.videoguida.example.it/")
	for lang, until := range map[string]string{"it": "fino all'8 settembre 2027", "de": "8. September 2027", "en": "8 September 2027"} {
		w := say(lang, time.Date(2027, 9, 8, 0, 0, 0, 0, time.UTC).Unix())
		for _, l := range []letter.Layout{letter.Block, letter.Sheet} {
			if err := set.NewFile(io.Discard, l).Add("L1", code, nil, &w); err != nil {
				t.Errorf("%s, %s: %v", lang, l.Name(), err)
			}
		}
		all := strings.Join(append(w.Block, w.Sheet...), " ")
		if strings.Count(all, until) != 2 || strings.Count(all, "servizi.videoguida.example.it") != 2 || strings.ContainsAny(all, "{}#") {
			t.Errorf("%s: %s", lang, all)
		}
	}
}
