// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sound

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// Limits of a WAV file that is read.
const (
	minRate    = 8000
	maxRate    = 192_000
	maxSeconds = 600
)

// format is a WAV file's "fmt " chunk: uncompressed integers only.
type format struct {
	channels, rate, bits int
}

// ParseWAV reads an uncompressed WAV file of 16 or 24 bits; of several channels
// it takes the mean. Its errors name the field that is wrong.
func ParseWAV(b []byte) (Sound, error) {
	if len(b) < 12 || string(b[:4]) != "RIFF" || string(b[8:12]) != "WAVE" {
		return Sound{}, errors.New("header: not a RIFF/WAVE file")
	}
	var f format
	for rest := b[12:]; len(rest) >= 8; {
		id, size := string(rest[:4]), int(binary.LittleEndian.Uint32(rest[4:8]))
		rest = rest[8:]
		body := rest[:min(size, len(rest))]
		var err error
		switch id {
		case "fmt ":
			f, err = parseFormat(body)
		case "data":
			return f.samples(body)
		}
		if err != nil {
			return Sound{}, err
		}
		rest = rest[min(len(body)+size%2, len(rest)):]
	}
	return Sound{}, errors.New("data: the file has no data chunk")
}

func parseFormat(b []byte) (format, error) {
	if len(b) < 16 {
		return format{}, errors.New("fmt: the chunk is too short")
	}
	word := func(at int) int { return int(binary.LittleEndian.Uint16(b[at:])) }
	f := format{channels: word(2), rate: int(binary.LittleEndian.Uint32(b[4:])), bits: word(14)}
	const pcm, extensible = 1, 0xFFFE
	switch code := word(0); {
	case code != pcm && code != extensible:
		return f, fmt.Errorf("fmt: format %d is compressed, want 1 (PCM)", code)
	case f.channels < 1 || f.channels > 8:
		return f, fmt.Errorf("fmt: %d channels, want 1 to 8", f.channels)
	case f.rate < minRate || f.rate > maxRate:
		return f, fmt.Errorf("fmt: %d samples a second, want %d to %d", f.rate, minRate, maxRate)
	case f.bits != 16 && f.bits != 24:
		return f, fmt.Errorf("fmt: %d bits a sample, want 16 or 24", f.bits)
	}
	return f, nil
}

// samples mixes the channels down to one.
func (f format) samples(b []byte) (Sound, error) {
	if f.rate == 0 {
		return Sound{}, errors.New("fmt: missing before the data chunk")
	}
	width := f.bits / 8
	n := len(b) / (width * f.channels)
	if n > f.rate*maxSeconds {
		return Sound{}, fmt.Errorf("data: longer than %d s", maxSeconds)
	}
	s := Sound{f.rate, make([]float64, n)}
	scale := 1 / (math.Pow(2, float64(f.bits-1)) * float64(f.channels))
	for i := range n * f.channels {
		at := i * width
		v := int32(b[at+width-1])<<24 | int32(b[at+width-2])<<16
		if width == 3 {
			v |= int32(b[at]) << 8
		}
		s.S[i/f.channels] += float64(v>>(32-f.bits)) * scale
	}
	return s, nil
}

// WAV writes the sound as a 16-bit mono WAV file; what exceeds full scale is
// clipped.
func (s Sound) WAV() []byte {
	n := len(s.S) * 2
	b := make([]byte, 0, 44+n)
	le := binary.LittleEndian
	b = append(le.AppendUint32(append(b, "RIFF"...), uint32(36+n)), "WAVEfmt "...)
	b = le.AppendUint32(b, 16)
	b = le.AppendUint32(b, 1|1<<16) // PCM, one channel
	b = le.AppendUint32(b, uint32(s.Rate))
	b = le.AppendUint32(b, uint32(s.Rate*2))
	b = le.AppendUint32(b, 2|16<<16)
	b = le.AppendUint32(append(b, "data"...), uint32(n))
	for _, v := range s.S {
		b = le.AppendUint16(b, uint16(int16(math.Round(min(max(v, -1), 1)*math.MaxInt16))))
	}
	return b
}
