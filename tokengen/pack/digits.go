// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pack

// Seven bytes travel as seventeen digits; a last group of n bytes as
// groupDigits[n].
const (
	groupBytes = 7
	groupSize  = 17
)

var groupDigits = [groupBytes + 1]int{0, 3, 5, 8, 10, 13, 15, 17}

func digits(b []byte) string {
	out := make([]byte, 0, (len(b)/groupBytes+1)*groupSize)
	for len(b) > 0 {
		n := min(len(b), groupBytes)
		var v uint64
		for _, c := range b[:n] {
			v = v<<8 | uint64(c)
		}
		width := groupDigits[n]
		for range width {
			out = append(out, 0)
		}
		for i := range width {
			out[len(out)-1-i] = byte('0' + v%10)
			v /= 10
		}
		b = b[n:]
	}
	return string(out)
}

func undigits(s string) ([]byte, error) {
	if len(s) > MaxDigits {
		return nil, ErrTooLong
	}
	var out []byte
	for len(s) > 0 {
		width := min(len(s), groupSize)
		n := bytesOf(width)
		v, ok := value(s[:width])
		if n == 0 || !ok || n < 8 && v>>(8*n) != 0 {
			return nil, ErrDigits
		}
		for i := range n {
			out = append(out, byte(v>>(8*(n-1-i))))
		}
		s = s[width:]
	}
	return out, nil
}

func bytesOf(width int) int {
	for n, w := range groupDigits {
		if w == width {
			return n
		}
	}
	return 0
}

func value(s string) (v uint64, ok bool) {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		v = v*10 + uint64(c-'0')
	}
	return v, true
}
