package main

import (
	"fmt"
	"io"
	"strings"

	"rsc.io/qr/coding"
)

// segments splits a link into a byte part and, when it ends in many digits, a
// numeric part: a QR code holds digits densest.
func segments(url string) []coding.Encoding {
	i := len(url)
	for i > 0 && '0' <= url[i-1] && url[i-1] <= '9' {
		i--
	}
	if len(url)-i < 20 {
		return []coding.Encoding{coding.String(url)}
	}
	return []coding.Encoding{coding.String(url[:i]), coding.Num(url[i:])}
}

// encode draws the link in the smallest code at error correction M.
func encode(url string) (*coding.Code, int, error) {
	parts := segments(url)
	for v := coding.Version(coding.MinVersion); v <= coding.MaxVersion; v++ {
		bits := 0
		for _, p := range parts {
			bits += p.Bits(v)
		}
		if bits > v.DataBytes(coding.M)*8 {
			continue
		}
		plan, err := coding.NewPlan(v, coding.M, 0)
		if err != nil {
			return nil, 0, err
		}
		code, err := plan.Encode(parts...)
		return code, int(v), err
	}
	return nil, 0, fmt.Errorf("the link does not fit a QR code")
}

func qrVersion(url string) (int, error) {
	_, v, err := encode(url)
	return v, err
}

// drawQR draws the code with half blocks, dark on light, quiet zone included.
func drawQR(out io.Writer, url string) error {
	code, _, err := encode(url)
	if err != nil {
		return err
	}
	const quiet = 4
	var b strings.Builder
	for y := -quiet; y < code.Size+quiet; y += 2 {
		b.WriteString("\x1b[30;47m")
		for x := -quiet; x < code.Size+quiet; x++ {
			up, down := code.Black(x, y), code.Black(x, y+1)
			switch {
			case up && down:
				b.WriteRune('█')
			case up:
				b.WriteRune('▀')
			case down:
				b.WriteRune('▄')
			default:
				b.WriteByte(' ')
			}
		}
		b.WriteString("\x1b[0m\n")
	}
	_, err = io.WriteString(out, b.String())
	return err
}
