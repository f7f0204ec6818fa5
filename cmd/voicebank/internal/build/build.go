// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package build makes the bank: it has every carrier said, finds the units in
// what was said, cuts, encodes and packs them.
package build

import (
	"context"
	"fmt"
	"io"

	"golang.org/x/sync/errgroup"

	"videoguida/cmd/internal/progress"
	"videoguida/cmd/voicebank/internal/align"
	"videoguida/cmd/voicebank/internal/carrier"
	"videoguida/cmd/voicebank/internal/engine"
	"videoguida/cmd/voicebank/internal/mp3"
	"videoguida/cmd/voicebank/internal/sound"
	"videoguida/player/voice"
)

// Reference says words in a voice whose phones' times are known.
type Reference interface {
	Say(words []string) (align.Reference, error)
}

// Maker makes a bank.
type Maker struct {
	Voice     engine.Voice
	Reference Reference
	Lame      mp3.Lame
	Progress  io.Writer
	Workers   int
}

// Clip is a unit that was cut, with its MP3. Offset and Length wait for a pack.
type Clip struct {
	voice.Clip
	Pack string
	MP3  []byte
	Ends
}

// Said is what became of a carrier.
type Said struct {
	Carrier carrier.Carrier
	Cost    float64 // of the alignment, see [align.Result]
	Clips   []Clip
}

// Make says all carriers and cuts their units, in the carriers' order.
// delay is that of the encoder, see [mp3.Lame.Delay].
func (m Maker) Make(carriers []carrier.Carrier, delay int) ([]Said, error) {
	gain, err := m.gain(carriers)
	if err != nil {
		return nil, err
	}
	out := make([]Said, len(carriers))
	bar := progress.Start(m.Progress, "cut", len(carriers))
	err = m.each(len(carriers), func(i int) error {
		defer bar.Step()
		said, err := m.one(carriers[i], gain, delay)
		if err != nil {
			return fmt.Errorf("%s: %w", carriers[i].Name, err)
		}
		out[i] = said
		return nil
	})
	return out, err
}

// gain is the one gain of the whole bank, from the lines of the guides.
func (m Maker) gain(carriers []carrier.Carrier) (float64, error) {
	var lines []carrier.Carrier
	for _, c := range carriers {
		if c.Fixed() {
			lines = append(lines, c)
		}
	}
	recordings := make([]sound.Sound, len(lines))
	bar := progress.Start(m.Progress, "level", len(lines))
	err := m.each(len(lines), func(i int) error {
		defer bar.Step()
		s, err := m.Voice.Say(lines[i].Say())
		recordings[i] = polish(s)
		return err
	})
	if err != nil {
		return 0, err
	}
	return level(recordings), nil
}

// each calls do for 0 to n−1 on a few goroutines and returns the first error.
func (m Maker) each(n int, do func(i int) error) error {
	all, ctx := errgroup.WithContext(context.Background())
	all.SetLimit(m.Workers)
	for i := 0; i < n && ctx.Err() == nil; i++ {
		all.Go(func() error { return do(i) })
	}
	return all.Wait()
}
