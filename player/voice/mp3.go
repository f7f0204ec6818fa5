// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package voice

import "encoding/binary"

// Sound returns the wanted samples of a clip from its decoded MP3. Decoders
// disagree: some keep the silence that coding puts before the sound, some drop
// part of it or all. How much was dropped shows in the length.
func (c *Clip) Sound(mp3 []byte, decoded []float32) []float32 {
	whole, _ := Frames(mp3)
	skip := min(max(c.Head-max(whole-len(decoded), 0), 0), len(decoded))
	return decoded[skip:min(skip+c.Samples, len(decoded))]
}

// Frames returns how many samples an MP3 has and how many a second, from the
// headers of its frames. What is not a frame ends it.
func Frames(mp3 []byte) (samples, rate int) {
	for len(mp3) >= 4 {
		length, n, hz := frame(binary.BigEndian.Uint32(mp3))
		if length == 0 || length > len(mp3) {
			break
		}
		samples, rate, mp3 = samples+n, hz, mp3[length:]
	}
	return samples, rate
}

// Bit rates of layer III, kbit/s, by version.
const (
	rates1 = "\x00\x20\x28\x30\x38\x40\x50\x60\x70\x80\xa0\xc0\xe0" // 32 to 224; higher ones are not used for speech
	rates2 = "\x00\x08\x10\x18\x20\x28\x30\x38\x40\x50\x60\x70\x80\x90\xa0"
)

// frame reads the header of a frame of layer III: its length in bytes, its
// samples and their rate. The length is 0 when h is none.
func frame(h uint32) (length, samples, rate int) {
	version, layer := h>>19&3, h>>17&3
	index, hz := int(h>>12&15), h>>10&3
	if h>>21 != 0x7FF || version == 1 || layer != 1 || hz == 3 {
		return 0, 0, 0
	}
	rate = [...]int{44100, 48000, 32000}[hz]
	kbits, samples := rates1, 1152
	switch version {
	case 2: // MPEG-2
		kbits, samples, rate = rates2, 576, rate/2
	case 0: // MPEG-2.5
		kbits, samples, rate = rates2, 576, rate/4
	}
	if index >= len(kbits) || kbits[index] == 0 {
		return 0, 0, 0
	}
	padding := int(h >> 9 & 1)
	return samples/8*int(kbits[index])*1000/rate + padding, samples, rate
}
