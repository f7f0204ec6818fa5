// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package batch

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"videoguida/tokengen/manifest"
	"videoguida/tokengen/proof"
	"videoguida/tokengen/rows"
	"videoguida/tokengen/token"
)

// TestRedrawn: a code that is not read as it was first drawn is laid under
// another mask.
func TestRedrawn(t *testing.T) {
	m := maker{c: &Config{Wear: proof.Letter}}
	row := rows.Row{Claims: token.Claims{Guide: "pension"}}
	r := rand.New(rand.NewPCG(7, 0))
	var link string
	for range 153 {
		digits := make([]byte, 400+r.IntN(60))
		for i := range digits {
			digits[i] = byte('0' + r.IntN(10))
		}
		link = "https://guida.example/#1" + string(digits)
	}
	first, err := m.drawer.Draw(link, Least("pension"))
	if err != nil {
		t.Fatal(err)
	}
	if proof.Letter.Try(first, link) {
		t.Fatal("the code is read at once: look for another link")
	}
	code, err := m.prove(first, row, link)
	if err != nil {
		t.Fatal(err)
	}
	if p := m.made.entry.Proof; p.Tried != 1 || p.Read != 1 || p.Redrawn != 1 {
		t.Errorf("%+v", p)
	}
	if !proof.Letter.Try(code, link) {
		t.Error("the code that was kept is not read")
	}
}

// TestFirstReadingsJudge: codes that had to be drawn again do not make a batch
// look better than the codes in it that nobody tried.
func TestFirstReadingsJudge(t *testing.T) {
	f := &folder{journal: &journal{parts: []entry{{Proof: manifest.Proof{Tried: 60, Read: 60, Redrawn: 2}}}}}
	if err := f.judge(manifest.Proof{Tried: 40, Read: 40, Redrawn: 3}, 0.95); err != nil {
		t.Errorf("95 of 100 are read at once: %v", err)
	}
	if err := f.judge(manifest.Proof{Tried: 40, Read: 40, Redrawn: 4}, 0.95); !errors.Is(err, ErrProof) || !strings.Contains(err.Error(), "94 of 100") {
		t.Errorf("94 of 100 are read at once: %v", err)
	}
}
