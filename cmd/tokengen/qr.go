// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"io"
	"strings"

	"videoguida/tokengen/qr"
)

func qrVersion(link string) (int, error) {
	code, err := new(qr.Drawer).DrawAny(link)
	return code.Version, err
}

// drawQR draws the code with half blocks, dark on light, quiet zone included.
func drawQR(out io.Writer, link string) error {
	code, err := new(qr.Drawer).DrawAny(link)
	if err != nil {
		return err
	}
	var b strings.Builder
	for y := -qr.Quiet; y < code.Size+qr.Quiet; y += 2 {
		b.WriteString("\x1b[30;47m")
		for x := -qr.Quiet; x < code.Size+qr.Quiet; x++ {
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
