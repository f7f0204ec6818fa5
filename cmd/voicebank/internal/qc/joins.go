// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package qc

import (
	"videoguida/cmd/voicebank/internal/pitch"
	"videoguida/cmd/voicebank/internal/sound"
)

// Join is how two pieces of running speech fit each other.
type Join struct {
	Before, After string
	Semitones     float64 // from the fundamental before to that after
	Pitched       bool    // both sides have a fundamental near
	Decibels      float64 // from the loudest vowel before to that after
}

// How far from a join its sides are listened to, s.
const (
	blur    = .006 // left out: the cross-fade
	voicing = .060
	loudest = .150
)

// Joins measures a line's joins within running speech.
func (h Heard) Joins() []Join {
	track := pitch.Follow(h.Sound)
	var out []Join
	for i := 1; i < len(h.Plan.Clips); i++ {
		a, b := h.Plan.Clips[i-1], h.Plan.Clips[i]
		if end := a.At + a.Clip.Samples; b.At < end {
			j := measure(h.Sound, track, float64(b.At+end)/2/float64(h.Plan.Rate))
			j.Before, j.After = a.Clip.Text, b.Clip.Text
			out = append(out, j)
		}
	}
	return out
}

// measure compares the two sides of an instant.
func measure(s sound.Sound, track pitch.Track, at float64) (j Join) {
	before, ok1 := track.Near(at-blur, voicing)
	after, ok2 := track.Near(at+blur, -voicing)
	if ok1 && ok2 {
		j.Semitones, j.Pitched = pitch.Semitones(before, after), true
	}
	j.Decibels = sound.Decibel(loud(s, at, at+loudest) / loud(s, at-loudest, at))
	return j
}

// loud returns the loudest 20 ms between two instants.
func loud(s sound.Sound, from, to float64) float64 {
	const frame, step = .020, .005
	most := 1e-6
	for t := from; t+frame <= to; t += step {
		most = max(most, sound.RMS(s.S[s.At(t):s.At(t+frame)]))
	}
	return most
}
