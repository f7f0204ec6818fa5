// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package naspi

import (
	"strings"
	"testing"

	"videoguida/player/guide/guidetest"
	"videoguida/player/l10n"
)

// TestGulpeaseIndex compares with values of the script's check.
func TestGulpeaseIndex(t *testing.T) {
	for text, want := range map[string]float64{
		"Ciao, Maria.": 100, "La NASpI parte il 18 novembre 2026.": 91.857,
		"Chi percepisce un'indennità comunica tempestivamente l'inizio dell'attività lavorativa.": 31.5,
	} {
		if got := guidetest.Gulpease(text); got < want-0.001 || got > want+0.001 {
			t.Errorf("%q: %.2f, want %.2f", text, got, want)
		}
	}
}

// blockWords is how many words make a text that is read, not a label.
const blockWords = 8

// properName is a text that is an office's own name and cannot be simpler.
const properName = "naspi-lbl-siisl"

// TestInterfaceIsEasyToRead holds every text of the interface and of the
// infographic to the same measure.
func TestInterfaceIsEasyToRead(t *testing.T) {
	f, words, blocks := Facts(maria(), today), l10n.Lookup("it"), 0
	for _, id := range words.IDs() {
		text := words.Text(id, f)
		if len(strings.Fields(text)) < blockWords || id == properName || strings.HasPrefix(id, "pens-") {
			continue
		}
		blocks++
		if g := guidetest.Gulpease(text); g < guidetest.EasyBlock {
			t.Errorf("%s: %.1f: %s", id, g, text)
		}
	}
	if blocks < 150 {
		t.Errorf("only %d texts were read", blocks)
	}
}
