// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package mp3 encodes clips with lame and decodes them again, to know where in
// a decoded clip its sound begins and what people will hear.
package mp3

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"

	"github.com/hajimehoshi/go-mp3"

	"videoguida/cmd/voicebank/internal/sound"
)

// Rate is the rate of every clip, samples a second.
const Rate = 24_000

// Lame is an installed lame.
type Lame struct {
	Program string
	Kbps    int // average bit rate
}

// Encode returns the sound as MP3, without an info frame: every decoder then
// gives all of it.
func (l Lame) Encode(s sound.Sound) ([]byte, error) {
	cmd := exec.Command(l.Program, "--quiet", "--abr", strconv.Itoa(l.Kbps), "-m", "m", "-t", "-q", "2",
		"--resample", "24", "--lowpass", "7.8", "-", "-")
	var out, complaint bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(s.WAV()), &out, &complaint
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%s: %w: %s", l.Program, err, strings.TrimSpace(complaint.String()))
	}
	return out.Bytes(), nil
}

// Decode returns the sound of an MP3, with the silence that encoder and decoder
// put before it.
func Decode(b []byte) (sound.Sound, error) {
	d, err := mp3.NewDecoder(bytes.NewReader(b))
	if err != nil {
		return sound.Sound{}, fmt.Errorf("mp3: %w", err)
	}
	pcm, err := io.ReadAll(d)
	if err != nil {
		return sound.Sound{}, fmt.Errorf("mp3: %w", err)
	}
	const stereo = 4 // bytes a sample: the decoder doubles one channel
	s := sound.Sound{Rate: d.SampleRate(), S: make([]float64, len(pcm)/stereo)}
	for i := range s.S {
		s.S[i] = float64(int16(binary.LittleEndian.Uint16(pcm[i*stereo:]))) / 32768
	}
	return s, nil
}

// Delay returns how many samples of silence come before the sound in a full
// decode, measured on a noise.
func (l Lame) Delay() (int, error) {
	noise := sound.Sound{Rate: Rate, S: make([]float64, Rate)}
	seed := uint32(1)
	for i := range noise.S {
		seed = seed*1664525 + 1013904223
		noise.S[i] = (float64(seed>>8)/(1<<24) - .5) / 4
	}
	b, err := l.Encode(noise)
	if err != nil {
		return 0, err
	}
	back, err := Decode(b)
	if err != nil {
		return 0, err
	}
	return lag(noise.S, back.S)
}

// longest delay that is looked for, samples.
const longest = 4000

func lag(sent, back []float64) (int, error) {
	best, at := 0.0, -1
	part := sent[longest : 4*longest]
	for d := 0; d < longest && longest+d+len(part) <= len(back); d++ {
		sum := 0.0
		for i, v := range part {
			sum += v * back[longest+d+i]
		}
		if sum > best {
			best, at = sum, d
		}
	}
	if at < 0 {
		return 0, errors.New("mp3: the decoded noise is not what was encoded")
	}
	return at, nil
}
