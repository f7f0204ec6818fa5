// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package lips

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/cmd/voicebank/internal/align"
	"videoguida/player/voice"
)

// TestRead: "mamma": the lips touch each time, and rest at the end.
func TestRead(t *testing.T) {
	var phones []align.Phone
	now := 1.0
	for _, p := range []struct {
		name string
		s    float64
	}{{"#", .2}, {"m", .09}, {"a1", .15}, {"m", .12}, {"a", .14}, {"#", .3}} {
		token := 0
		if p.name == "#" {
			token = -1
		}
		phones = append(phones, align.Phone{Name: p.name, Token: token, From: now, To: now + p.s})
		now += p.s
	}
	const x, a, d = 0, 1, 4
	want := []voice.Mouth{{At: 0, Shape: a}, {At: 90, Shape: d}, {At: 240, Shape: a}, {At: 360, Shape: d}, {At: 500, Shape: x}}
	if diff := cmp.Diff(want, Read(phones, 1.2, 1.7001)); diff != "" {
		t.Errorf("mouths (-want +got):\n%s", diff)
	}
}
