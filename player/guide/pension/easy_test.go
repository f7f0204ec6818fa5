// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"strings"
	"testing"

	"videoguida/player/guide/guidetest"
	"videoguida/player/l10n"
)

// TestTextsAreEasyToRead holds every longer text of the guide, explanations,
// services and descriptions included, to the index.
func TestTextsAreEasyToRead(t *testing.T) {
	const block = 8 // words that make a text, not a label
	p := version(t, "pension-longest")
	f, words, blocks := Facts(p.Claims, p.Today), l10n.Lookup("it"), 0
	for _, id := range words.IDs() {
		for _, text := range []string{words.Text(id, f), words.Alt(id, f)} {
			if !strings.HasPrefix(id, "pens-") || len(strings.Fields(text)) < block {
				continue
			}
			blocks++
			if g := guidetest.Gulpease(text); g < guidetest.EasyBlock {
				t.Errorf("%s: %.1f: %s", id, g, text)
			}
		}
	}
	if blocks < 60 {
		t.Errorf("only %d texts were read", blocks)
	}
}
