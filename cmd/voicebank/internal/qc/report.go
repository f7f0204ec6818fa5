// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package qc

import (
	"fmt"
	"io"
	"math"
	"slices"
)

// Bounds of a bank that people may hear.
const (
	MaxStep95   = 2.0    // semitones at nine and a half of ten joins
	MaxStep     = 4.0    // semitones at any join
	MaxLevel95  = 6.0    // dB at nine and a half of ten joins; vowels differ by 5 in any voice
	MaxLevel    = 11.0   // dB at any join
	MaxLength   = 0.05   // share by which all sentences may differ from the engine's
	Loudness    = -16.0  // LUFS
	MaxOff      = 1.0    // LU from it
	MaxTruePeak = -1.5   // dBTP
	MaxPace     = 2.5    // times faster or slower than the median of its form
	MaxBytes    = 4.8e6  // of all packs
	MaxVisit    = 2.1e6  // of what a NASpI visit fetches
	fullScale   = 0.9999 // a sample that loud is clipped
)

// Report is what was heard of a bank.
type Report struct {
	Packs     []PackReport `json:"packs"`
	Bytes     int          `json:"bytes"`      // of all packs
	Visit     int          `json:"visitBytes"` // NASpI, figures, one pack of names
	Clips     int          `json:"clips"`
	Sentences int          `json:"sentences"` // random ones, for the joins
	Joins     int          `json:"joins"`
	Pitched   int          `json:"pitchedJoins"`
	Step      Spread       `json:"f0StepSemitones"`
	Level     Spread       `json:"levelStepDecibels"`
	Worst     []Join       `json:"worstJoins"`
	LUFS      float64      `json:"loudnessLUFS"` // of every line of both guides
	TruePeak  float64      `json:"truePeakDBTP"`
	Lengths   *Lengths     `json:"lengths,omitempty"` // only with an engine
	Faults    []string     `json:"faults"`
}

// PackReport is a pack's contents.
type PackReport struct {
	Name    string  `json:"name"`
	Bytes   int     `json:"bytes"`
	Clips   int     `json:"clips"`
	Seconds float64 `json:"seconds"`
}

// Spread is how magnitudes are spread.
type Spread struct {
	Median float64 `json:"median"`
	P95    float64 `json:"p95"`
	Max    float64 `json:"max"`
}

// Lengths compares sentences put together with the engine's whole ones: their
// ratios, 1 when equal.
type Lengths struct {
	Sentences int     `json:"sentences"`
	Joined    float64 `json:"joinedSeconds"`
	Whole     float64 `json:"wholeSeconds"`
	Total     float64 `json:"totalRatio"`
	P5        float64 `json:"p5"`
	P95       float64 `json:"p95"`
}

// spread sorts values and returns how they lie.
func spread(v []float64) Spread {
	if len(v) == 0 {
		return Spread{}
	}
	slices.Sort(v)
	at := func(p float64) float64 { return round(v[int(p*float64(len(v)-1))]) }
	return Spread{at(.5), at(.95), at(1)}
}

func round(v float64) float64 { return math.Round(v*100) / 100 }

// fault notes what is wrong.
func (r *Report) fault(wrong bool, format string, args ...any) {
	if wrong {
		r.Faults = append(r.Faults, fmt.Sprintf(format, args...))
	}
}

// Tell writes the report for people.
func (r *Report) Tell(w io.Writer) {
	for _, p := range r.Packs {
		fmt.Fprintf(w, "%-8s %4d clips %6.1f s %8d bytes\n", p.Name, p.Clips, p.Seconds, p.Bytes)
	}
	fmt.Fprintf(w, "all      %4d clips %17d bytes (at most %.0f); a NASpI visit %d (at most %.0f)\n", r.Clips, r.Bytes, MaxBytes, r.Visit, MaxVisit)
	fmt.Fprintf(w, "joins    %d in %d random sentences, %d of them pitched\n", r.Joins, r.Sentences, r.Pitched)
	fmt.Fprintf(w, "  F0 step     median %.2f  p95 %.2f  max %.2f semitones (at most p95 %.1f, max %.1f)\n", r.Step.Median, r.Step.P95, r.Step.Max, MaxStep95, MaxStep)
	fmt.Fprintf(w, "  level step  median %.2f  p95 %.2f  max %.2f dB (at most p95 %.1f, max %.1f)\n", r.Level.Median, r.Level.P95, r.Level.Max, MaxLevel95, MaxLevel)
	fmt.Fprintf(w, "loudness %.2f LUFS (want %.0f ± %.0f), true peak %.2f dBTP (at most %.1f), all lines of both guides\n", r.LUFS, Loudness, MaxOff, r.TruePeak, MaxTruePeak)
	if l := r.Lengths; l != nil {
		fmt.Fprintf(w, "length   %d sentences: joined %.1f s, whole %.1f s, ratio %.3f (p5 %.3f, p95 %.3f; within %.0f %%)\n", l.Sentences, l.Joined, l.Whole, l.Total, l.P5, l.P95, MaxLength*100)
	}
	for _, f := range r.Faults {
		fmt.Fprintln(w, "FAULT   ", f)
	}
	if len(r.Faults) == 0 {
		fmt.Fprintln(w, "no fault")
	}
}
