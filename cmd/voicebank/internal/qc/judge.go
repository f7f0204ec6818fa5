// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package qc

import (
	"fmt"
	"math"
	"slices"
	"unicode/utf8"

	"videoguida/cmd/voicebank/internal/inventory"
	"videoguida/cmd/voicebank/internal/loudness"
	"videoguida/cmd/voicebank/internal/pitch"
	"videoguida/player/l10n"
	"videoguida/player/voice"
)

// Random is how many random sentences the joins are measured in.
const Random = 200

// Judge listens to the whole bank.
func (l *Listener) Judge(c *l10n.Catalog) (*Report, error) {
	r := &Report{Sentences: Random, Faults: []string{}}
	l.count(r)
	if err := l.clips(r); err != nil {
		return nil, err
	}
	l.complete(r, c)
	if len(r.Faults) > 0 {
		return r, nil // the mix needs every unit
	}
	if err := l.joins(r, Sentences(c, Random)); err != nil {
		return nil, err
	}
	return r, l.mix(r, c)
}

// count weighs the packs.
func (l *Listener) count(r *Report) {
	for _, p := range l.Packs {
		k := PackReport{Name: p.Name, Bytes: l.Bytes[p.Name], Clips: len(p.Clips)}
		for i := range p.Clips {
			k.Seconds += float64(p.Clips[i].Samples) / float64(p.Rate)
		}
		k.Seconds = round(k.Seconds)
		r.Packs = append(r.Packs, k)
		r.Bytes += k.Bytes
		r.Clips += k.Clips
	}
	r.Visit = l.Bytes["naspi"] + l.Bytes["figures"] + l.Bytes["names-0"]
	r.fault(r.Bytes > MaxBytes, "all packs: %d bytes", r.Bytes)
	r.fault(r.Visit > MaxVisit, "a NASpI visit: %d bytes", r.Visit)
	for b := range voice.Buckets {
		name := fmt.Sprintf("names-%d", b)
		r.fault(l.Bytes[name] != l.Bytes["names-0"], "pack %s: its size tells it from names-0", name)
	}
}

// clips looks for clipping and for clips said much too fast or slowly.
func (l *Listener) clips(r *Report) error {
	paces := map[string][]float64{}
	for _, p := range l.Packs {
		for i := range p.Clips {
			c := &p.Clips[i]
			s, err := l.Clip(p, c)
			if err != nil {
				return err
			}
			loud := slices.MaxFunc(s, func(a, b float32) int { return int(1e6 * (abs(a) - abs(b))) })
			r.fault(abs(loud) >= fullScale, "pack %s: %q (%c) clips", p.Name, c.Text, c.Form)
			paces[class(p, c)] = append(paces[class(p, c)], pace(p, c))
		}
	}
	for _, p := range l.Packs {
		for i := range p.Clips {
			c := &p.Clips[i]
			usual := pitch.Median(paces[class(p, c)])
			odd := pace(p, c) / usual
			r.fault(odd > MaxPace || odd < 1/MaxPace, "pack %s: %q (%c) takes %d ms, %.1f times its like", p.Name, c.Text, c.Form, p.Length(c), odd)
		}
	}
	return nil
}

func abs(v float32) float64 { return math.Abs(float64(v)) }

// class is which clips a clip's pace is compared with.
func class(p *voice.Pack, c *voice.Clip) string { return p.Name[:4] + string(rune(c.Form)) }

// pace is the ms of a letter; short words have long ones.
func pace(p *voice.Pack, c *voice.Clip) float64 {
	return float64(p.Length(c)) / float64(utf8.RuneCountInString(c.Text)+2)
}

// complete looks for units that a line needs and no pack has.
func (l *Listener) complete(r *Report, c *l10n.Catalog) {
	told := map[voice.Unit]bool{}
	for _, g := range inventory.Guides() {
		for _, line := range inventory.Lines(c, g) {
			for _, said := range line.Filled() {
				for _, p := range voice.Units(said) {
					if _, _, ok := l.Find(p.Unit); !ok && !told[p.Unit] {
						told[p.Unit] = true
						r.fault(true, "%s: no clip of %q (%c)", line.Name(), p.Text, p.Form)
					}
				}
			}
		}
	}
}

// joins measures the joins of sentences.
func (l *Listener) joins(r *Report, sentences []l10n.Rendered) error {
	var steps, levels []float64
	var all []Join
	for _, s := range sentences {
		h, err := l.Say(s)
		if err != nil {
			return err
		}
		for _, j := range h.Joins() {
			all = append(all, j)
			levels = append(levels, math.Abs(j.Decibels))
			if j.Pitched {
				steps = append(steps, math.Abs(j.Semitones))
			}
		}
	}
	r.Joins, r.Pitched, r.Step, r.Level = len(all), len(steps), spread(steps), spread(levels)
	slices.SortStableFunc(all, func(a, b Join) int {
		return int(1000 * (math.Abs(b.Semitones) - math.Abs(a.Semitones)))
	})
	r.Worst = all[:min(10, len(all))]
	r.fault(r.Step.P95 > MaxStep95 || r.Step.Max > MaxStep, "F0 step at joins: p95 %.2f, max %.2f semitones", r.Step.P95, r.Step.Max)
	r.fault(r.Level.P95 > MaxLevel95 || r.Level.Max > MaxLevel, "level step at joins: p95 %.2f, max %.2f dB", r.Level.P95, r.Level.Max)
	return nil
}

// mix measures how loud all lines of both guides are together.
func (l *Listener) mix(r *Report, c *l10n.Catalog) error {
	var m loudness.Meter
	r.TruePeak = math.Inf(-1)
	for _, g := range inventory.Guides() {
		for _, line := range inventory.Lines(c, g) {
			h, err := l.Say(line.Filled()[0])
			if err != nil {
				return err
			}
			m.Add(h.Sound)
			r.TruePeak = max(r.TruePeak, loudness.TruePeak(h.Sound))
		}
	}
	r.LUFS, r.TruePeak = round(m.Integrated()), round(r.TruePeak)
	r.fault(math.Abs(r.LUFS-Loudness) > MaxOff, "loudness: %.2f LUFS", r.LUFS)
	r.fault(r.TruePeak > MaxTruePeak, "true peak: %.2f dBTP", r.TruePeak)
	return nil
}
