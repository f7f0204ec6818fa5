// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"videoguida/cmd/voicebank/internal/loudness"
	"videoguida/cmd/voicebank/internal/mp3"
	"videoguida/cmd/voicebank/internal/sound"
)

// How a recording is made to sound.
const (
	rumble  = 70    // Hz: what lies below is taken away
	treble  = 3200  // Hz: what lies above is lifted
	lift    = 3.5   // dB
	target  = -16.0 // LUFS of the mix
	ceiling = -3.2  // dB of a sample: leaves room for what the encoder adds
	release = .004  // s on each side of a peak that is turned down
)

// polish makes a recording sound as the bank does, but for its gain.
func polish(s sound.Sound) sound.Sound {
	s = s.Filter(sound.HighPass(s.Rate, rumble)).Resample(mp3.Rate)
	return s.Filter(sound.HighShelf(s.Rate, treble, lift))
}

// louder applies a gain and keeps peaks below the ceiling, in place.
func louder(s sound.Sound, gain float64) sound.Sound {
	s.Scale(gain)
	s.Limit(sound.Ratio(ceiling), release)
	return s
}

// level returns the one gain with which all these recordings together are as
// loud as the mix must be, limiter included.
func level(recordings []sound.Sound) float64 {
	gain := 1.0
	for range 3 {
		var m loudness.Meter
		for _, s := range recordings {
			m.Add(louder(sound.Sound{Rate: s.Rate, S: append([]float64(nil), s.S...)}, gain))
		}
		gain *= sound.Ratio(target - m.Integrated())
	}
	return gain
}
