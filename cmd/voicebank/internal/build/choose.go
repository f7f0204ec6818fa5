// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"maps"
	"math"
	"slices"

	"videoguida/cmd/voicebank/internal/cut"
	"videoguida/cmd/voicebank/internal/pitch"
	"videoguida/cmd/voicebank/internal/sound"
)

// Ends is how a clip begins and ends, to choose the take that fits most
// neighbours.
type Ends struct {
	Begin, End float64 // fundamental, Hz; 0 when there is none or a pause
	Level      float64 // of its loudest part, dB
}

// ends measures a cut.
func (r recording) ends(from, to cut.Edge) Ends {
	const inside, reach = .008, .060
	var e Ends
	if !from.Pause {
		e.Begin, _ = r.tune.Near(from.At+inside, -reach)
	}
	if !to.Pause {
		e.End, _ = r.tune.Near(to.At-inside, reach)
	}
	const frame = .020
	for t := from.At; t+frame <= to.At; t += frame / 2 {
		e.Level = max(e.Level, sound.RMS(r.speech.S[r.speech.At(t):r.speech.At(t+frame)]))
	}
	e.Level = sound.Decibel(e.Level)
	return e
}

// Best keeps one take of every unit: that whose pitch and level at its ends are
// nearest to what is usual among clips of its pack and form.
func Best(said []Said) []Clip {
	all := map[string][]Clip{}
	for _, s := range said {
		for _, c := range s.Clips {
			k := c.Pack + string(rune(c.Form))
			all[k] = append(all[k], c)
		}
	}
	best := map[string]Clip{}
	var order []string
	for _, k := range slices.Sorted(maps.Keys(all)) {
		usual := middle(all[k])
		for _, c := range all[k] {
			unit := k + c.Text
			old, ok := best[unit]
			if !ok {
				order = append(order, unit)
			}
			if !ok || c.oddity(usual) < old.oddity(usual) {
				best[unit] = c
			}
		}
	}
	out := make([]Clip, len(order))
	for i, unit := range order {
		out[i] = best[unit]
	}
	return out
}

// middle returns the medians of clips' ends.
func middle(clips []Clip) Ends {
	var begin, end, level []float64
	for _, c := range clips {
		if c.Begin > 0 {
			begin = append(begin, c.Begin)
		}
		if c.End > 0 {
			end = append(end, c.End)
		}
		level = append(level, c.Level)
	}
	return Ends{pitch.Median(begin), pitch.Median(end), pitch.Median(level)}
}

// oddity is how far ends are from the usual: semitones at both, and a third of
// the decibels.
func (e Ends) oddity(usual Ends) float64 {
	odd := math.Abs(e.Level-usual.Level) / 3
	if e.Begin > 0 && usual.Begin > 0 {
		odd += math.Abs(pitch.Semitones(usual.Begin, e.Begin))
	}
	if e.End > 0 && usual.End > 0 {
		odd += math.Abs(pitch.Semitones(usual.End, e.End))
	}
	return odd
}
