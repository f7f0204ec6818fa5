// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package lips turns phones, as festival's Italian voice names them, into the
// mouth shapes of package avatar.
package lips

import (
	"strings"

	"videoguida/cmd/voicebank/internal/align"
	"videoguida/player/avatar"
	"videoguida/player/voice"
)

// shape returns the mouth of a phone; a trailing 1 marks stress.
func shape(phone string) avatar.Viseme {
	switch strings.TrimSuffix(phone, "1") {
	case "#":
		return avatar.X
	case "m", "b", "p":
		return avatar.A
	case "e", "E", "i", "j":
		return avatar.C
	case "a":
		return avatar.D
	case "o", "O":
		return avatar.E
	case "u", "w":
		return avatar.F
	case "f", "v", "nf":
		return avatar.G
	case "l", "r", "L":
		return avatar.H
	}
	return avatar.B
}

// pause is how long a silence within a clip closes the mouth, s.
const pause = .08

// Read returns the mouths of phones from an instant to another, s, in ms from
// the first; the last closes the mouth.
func Read(phones []align.Phone, from, to float64) []voice.Mouth {
	end := int((to - from) * 1000)
	var events []avatar.Event
	last := avatar.X
	for _, p := range phones {
		if p.To <= from || p.From >= to || p.Silent() && p.To-p.From < pause {
			continue
		}
		if v := shape(p.Name); v != last {
			events = append(events, avatar.Event{At: max(0, int((p.From-from)*1000)), V: v})
			last = v
		}
	}
	var out []voice.Mouth
	for _, e := range avatar.Settle(events, end) {
		out = append(out, voice.Mouth{At: e.At, Shape: byte(e.V)})
	}
	if n := len(out); n > 0 && out[n-1].Shape != byte(avatar.X) {
		out = append(out, voice.Mouth{At: end, Shape: byte(avatar.X)})
	}
	return out
}
