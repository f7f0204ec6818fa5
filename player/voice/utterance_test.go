// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package voice_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/player/timeline"
	"videoguida/player/voice"
)

func TestUtterances(t *testing.T) {
	l := &timeline.Line{Spoken: "Thank you. Is it €1.50? Good bye!", Start: 1000, Said: 4300}
	want := []voice.Utterance{{From: 1000, To: 2100, Text: "Thank you."}, {From: 2100, To: 3400, Text: "Is it €1.50?"}, {From: 3400, To: 4300, Text: "Good bye!"}}
	if d := cmp.Diff(want, voice.Utterances(l)); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if got := voice.Utterances(&timeline.Line{Start: 5, Said: 5}); len(got) != 0 {
		t.Errorf("nothing is said as %v", got)
	}
}
