// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package mp3

import "videoguida/player/voice"

// Trim returns an MP3 without the frames at its end that a decoder does not
// need to give the first samples: the encoder adds some.
func Trim(b []byte, samples int) []byte {
	for end := len(b); ; {
		cut := lastFrame(b[:end])
		if n, _ := voice.Frames(b[:cut]); n < samples {
			return b[:end]
		}
		end = cut
	}
}

// lastFrame returns where the last frame of an MP3 begins.
func lastFrame(b []byte) int {
	all, _ := voice.Frames(b)
	for at := len(b) - 1; at > 0; at-- {
		if n, _ := voice.Frames(b[:at]); n < all {
			if n, _ := voice.Frames(b[at:]); n > 0 {
				return at
			}
		}
	}
	return 0
}
