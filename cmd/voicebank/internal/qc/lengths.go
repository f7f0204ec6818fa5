// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package qc

import (
	"math"
	"slices"

	"videoguida/cmd/voicebank/internal/engine"
	"videoguida/cmd/voicebank/internal/sound"
	"videoguida/player/l10n"
)

// Compare has an engine say the same random sentences whole and compares how
// long they take, without the silence around them.
func (l *Listener) Compare(r *Report, c *l10n.Catalog, v engine.Voice) error {
	out := &Lengths{Sentences: Random}
	var ratios []float64
	for _, s := range Sentences(c, Random) {
		joined, err := l.Say(s)
		if err != nil {
			return err
		}
		whole, err := v.Say(s.Text)
		if err != nil {
			return err
		}
		a, b := speaking(joined.Sound), speaking(whole)
		out.Joined += a
		out.Whole += b
		ratios = append(ratios, a/b)
	}
	slices.Sort(ratios)
	at := func(p float64) float64 { return math.Round(ratios[int(p*float64(len(ratios)-1))]*1000) / 1000 }
	out.Total = math.Round(out.Joined/out.Whole*1000) / 1000
	out.Joined, out.Whole, out.P5, out.P95 = round(out.Joined), round(out.Whole), at(.05), at(.95)
	r.Lengths = out
	r.fault(math.Abs(out.Total-1) > MaxLength, "length: %.3f of the engine's whole sentences", out.Total)
	return nil
}

// speaking returns how long a sound is from its first to its last speech, s.
func speaking(s sound.Sound) float64 {
	const frame, step, floor = .010, .005, .008
	first, last := -1.0, 0.0
	quiet := floor * s.Peak() / 2
	for t := 0.0; t+frame <= s.Seconds(); t += step {
		if sound.RMS(s.S[s.At(t):s.At(t+frame)]) > quiet {
			if first < 0 {
				first = t
			}
			last = t + frame
		}
	}
	return last - max(first, 0)
}
