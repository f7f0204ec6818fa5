// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"github.com/hajimehoshi/go-mp3"

	"videoguida/player/story"
	"videoguida/player/timeline"
	"videoguida/player/voice"
)

// loadVoice reads the packs that a person's phone would load from a folder of
// them. A name that was not recorded has none.
func loadVoice(dir string, board *story.Storyboard, name string) (*voice.Speaker, error) {
	names := []string{board.Voice, "figures"}
	if n, ok := voice.Bucket(name); ok {
		names = append(names, "names-"+strconv.Itoa(n))
	}
	var packs []*voice.Pack
	for _, n := range names {
		b, err := os.ReadFile(filepath.Join(dir, n+".vbk"))
		if err != nil {
			return nil, err
		}
		p, err := voice.Parse(b)
		if err != nil {
			return nil, fmt.Errorf("%s.vbk: %w", n, err)
		}
		packs = append(packs, p)
	}
	return &voice.Speaker{Bank: voice.NewBank(packs...)}, nil
}

// voiceOf is who says the guide: the bank, or nobody.
func (b *book) voiceOf() timeline.Voice {
	if b.speaker == nil {
		return timeline.Silent{}
	}
	return b.speaker
}

// writeNarration writes the whole guide as one person would hear it.
func (b *book) writeNarration() error {
	if b.speaker == nil {
		return nil
	}
	rate := b.speaker.Bank.Rate()
	track := voice.NewTrack(rate, b.tl.Duration)
	for _, l := range b.tl.Lines {
		for _, c := range b.speaker.Plan(l.ID).Clips {
			data := c.Pack.Data(c.Clip)
			sound, err := decode(data)
			if err != nil {
				return fmt.Errorf("%q: %w", c.Clip.Text, err)
			}
			track.Add(l.Start*rate/1000+c.At, c.Clip.Sound(data, sound), c.Clip.Gain)
		}
	}
	return os.WriteFile(filepath.Join(b.out, "narration.wav"), track.WAV(), 0o644)
}

// decode returns the samples of an MP3, −1 to 1.
func decode(data []byte) ([]float32, error) {
	d, err := mp3.NewDecoder(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	pcm, err := io.ReadAll(d)
	if err != nil {
		return nil, err
	}
	const pair = 4 // bytes: the decoder writes one channel twice
	sound := make([]float32, len(pcm)/pair)
	for i := range sound {
		sound[i] = float32(int16(binary.LittleEndian.Uint16(pcm[i*pair:]))) / 32768
	}
	return sound, nil
}
