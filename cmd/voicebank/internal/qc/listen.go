// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package qc judges a bank as a listener would: it decodes the packs, says
// lines as a phone does, and measures what comes out.
package qc

import (
	"fmt"
	"os"
	"path/filepath"

	"videoguida/cmd/voicebank/internal/mp3"
	"videoguida/cmd/voicebank/internal/sound"
	"videoguida/player/l10n"
	"videoguida/player/voice"
)

// Listener has a bank's packs and what was decoded of them.
type Listener struct {
	Packs []*voice.Pack
	Bytes map[string]int // size of each pack's file
	bank  *voice.Bank
	heard map[*voice.Clip][]float32
}

// Open reads every pack of a folder.
func Open(dir string) (*Listener, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.vbk"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no voice pack", dir)
	}
	l := &Listener{Bytes: map[string]int{}, heard: map[*voice.Clip][]float32{}}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		p, err := voice.Parse(b)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", filepath.Base(f), err)
		}
		l.Packs = append(l.Packs, p)
		l.Bytes[p.Name] = len(b)
	}
	l.bank = voice.NewBank(l.Packs...)
	return l, nil
}

// Clip returns the sound of a clip.
func (l *Listener) Clip(p *voice.Pack, c *voice.Clip) ([]float32, error) {
	if s, ok := l.heard[c]; ok {
		return s, nil
	}
	decoded, err := mp3.Decode(p.Data(c))
	if err != nil {
		return nil, fmt.Errorf("pack %s: %q: %w", p.Name, c.Text, err)
	}
	all := make([]float32, len(decoded.S))
	for i, v := range decoded.S {
		all[i] = float32(v)
	}
	s := c.Sound(p.Data(c), all)
	if len(s) != c.Samples {
		return nil, fmt.Errorf("pack %s: %q: %d of %d samples", p.Name, c.Text, len(s), c.Samples)
	}
	l.heard[c] = s
	return s, nil
}

// Heard is a line as a phone says it.
type Heard struct {
	Text  string
	Plan  voice.Plan
	Sound sound.Sound
}

// Say says a line.
func (l *Listener) Say(r l10n.Rendered) (Heard, error) {
	plan, ok := l.bank.Plan(r)
	if !ok {
		return Heard{}, fmt.Errorf("%q: %w", r.Text, l.missing(r))
	}
	track := voice.NewTrack(plan.Rate, plan.Length*1000/plan.Rate+1)
	for _, c := range plan.Clips {
		s, err := l.Clip(c.Pack, c.Clip)
		if err != nil {
			return Heard{}, err
		}
		track.Add(c.At, s, c.Clip.Gain)
	}
	h := Heard{r.Text, plan, sound.Sound{Rate: plan.Rate, S: make([]float64, plan.Length)}}
	for i := range h.Sound.S {
		h.Sound.S[i] = float64(track.At(i)) / 32768
	}
	return h, nil
}

// missing names the first unit that no pack has in its form.
func (l *Listener) missing(r l10n.Rendered) error {
	for _, p := range voice.Units(r) {
		if _, _, ok := l.Find(p.Unit); !ok {
			return fmt.Errorf("no clip of %q (%c)", p.Text, p.Form)
		}
	}
	return nil
}

// Played returns the recording of a unit that a guide would play: in another
// form rather than none.
func (l *Listener) Played(u voice.Unit) (*voice.Pack, *voice.Clip, bool) { return l.bank.Find(u) }

// Find returns the recording of a unit in exactly its form.
func (l *Listener) Find(u voice.Unit) (*voice.Pack, *voice.Clip, bool) {
	for _, p := range l.Packs {
		if c, ok := p.Find(u); ok {
			return p, c, true
		}
	}
	return nil, nil, false
}
