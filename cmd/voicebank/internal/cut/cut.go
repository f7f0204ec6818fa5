// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package cut finds where a unit begins and ends in a recording of its carrier.
// Next to a pause the cut leaves out the silence; within running speech it lies
// where two phones meet, at the instant at which the voice's fundamental rises
// through zero, so that two cuts fit into each other.
package cut

import (
	"fmt"
	"math"

	"videoguida/cmd/voicebank/internal/align"
	"videoguida/cmd/voicebank/internal/sound"
)

// Times of a cut, s.
const (
	Fade    = .008 // length of the cross-fade that joins two clips
	window  = .010 // of a level
	lead    = .012 // kept before speech that follows a pause
	tail    = .025 // kept after speech that a pause follows
	silence = .070 // how long the voice must be quiet at a pause
	search  = .006 // how far a cut moves to a zero crossing
	stretch = .120 // how far from its aligned place a pause is looked for
)

// floor is how far below its loudest speech is silent, dB.
const floor = -42

// Cutter cuts one carrier.
type Cutter struct {
	speech sound.Sound
	low    sound.Sound // the fundamental alone
	phones []align.Phone
	quiet  float64 // level below which the voice is silent
}

// New prepares a carrier whose phones are known.
func New(speech sound.Sound, phones []align.Phone) *Cutter {
	low := speech
	for range 2 {
		low = low.Filter(sound.LowPass(speech.Rate, 260))
	}
	loudest := 0.0
	for t := 0.0; t < speech.Seconds(); t += window {
		loudest = max(loudest, level(speech, t))
	}
	return &Cutter{speech, low, phones, loudest * sound.Ratio(floor)}
}

// Speech returns the carrier.
func (c *Cutter) Speech() sound.Sound { return c.speech }

// Phones returns the carrier's phones.
func (c *Cutter) Phones() []align.Phone { return c.phones }

// Start returns when a word begins, s.
func (c *Cutter) Start(word int) float64 {
	for _, p := range c.phones {
		if p.Token == word {
			return p.From
		}
	}
	return 0
}

// level is the root mean square around t.
func level(s sound.Sound, t float64) float64 {
	return sound.RMS(s.S[s.At(t-window/2):s.At(t+window/2)])
}

// Edge is where a clip begins or ends, s.
type Edge struct {
	At    float64
	Pause bool // it borders a pause, not running speech
}

// Words returns where the words from first to last begin and end together. A
// side in running speech reaches half a cross-fade beyond the cut.
func (c *Cutter) Words(first, last int) (from, to Edge, err error) {
	a, b := -1, -1
	for i, p := range c.phones {
		if p.Token == first && a < 0 {
			a = i
		}
		if p.Token == last {
			b = i
		}
	}
	if a < 0 || b < a {
		return from, to, fmt.Errorf("words %d to %d are not in the recording", first, last)
	}
	from, to = c.begin(a), c.end(b)
	if to.At-from.At < 4*Fade {
		return from, to, fmt.Errorf("words %d to %d last %.0f ms only", first, last, (to.At-from.At)*1000)
	}
	return from, to, nil
}

// begin cuts before the phone at i.
func (c *Cutter) begin(i int) Edge {
	at := c.phones[i].From
	if i == 0 || c.phones[i-1].Silent() {
		if _, end, ok := c.pause(at); ok {
			return Edge{max(0, end-lead), true}
		}
		if i <= 1 {
			return Edge{max(0, at-lead), true}
		}
	}
	return Edge{max(0, c.crossing(at)-Fade/2), false}
}

// end cuts after the phone at i.
func (c *Cutter) end(i int) Edge {
	at := c.phones[i].To
	last := i+1 >= len(c.phones)
	if last || c.phones[i+1].Silent() {
		if start, _, ok := c.pause(at); ok {
			return Edge{min(c.speech.Seconds(), start+tail), true}
		}
		if last || i+2 >= len(c.phones) {
			return Edge{c.speech.Seconds(), true}
		}
	}
	return Edge{min(c.speech.Seconds(), c.crossing(at)+Fade/2), false}
}

// pause returns the silence at or near t, if there is one.
func (c *Cutter) pause(t float64) (from, to float64, ok bool) {
	const step = window / 2
	for d := 0.0; d <= stretch; d += step {
		for _, at := range [...]float64{t + d, t - d} {
			from, to := at, at
			for from > 0 && level(c.speech, from) < c.quiet {
				from -= step
			}
			for to < c.speech.Seconds() && level(c.speech, to) < c.quiet {
				to += step
			}
			if to-from >= silence || from < to && (from <= 0 || to >= c.speech.Seconds()) {
				return from, to, true
			}
		}
	}
	return 0, 0, false
}

// crossing returns the instant near t at which the fundamental rises through
// zero, or t when there is none.
func (c *Cutter) crossing(t float64) float64 {
	s, mid := c.low.S, c.low.At(t)
	reach := int(search * float64(c.low.Rate))
	best, near := mid, math.MaxInt
	for i := max(1, mid-reach); i < min(len(s), mid+reach); i++ {
		if d := max(i-mid, mid-i); s[i-1] <= 0 && s[i] > 0 && d < near {
			best, near = i, d
		}
	}
	return float64(best) / float64(c.low.Rate)
}
