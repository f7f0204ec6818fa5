// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package qr

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
)

var inks = color.Palette{color.Gray{255}, color.Gray{0}}

// Picture returns the code with its quiet zone, dots px a module: 0 is white,
// 1 black.
func (c Code) Picture(dots int) *image.Paletted {
	side := c.Outer() * dots
	img := image.NewPaletted(image.Rect(0, 0, side, side), inks)
	for y := range c.Size {
		at := img.PixOffset(0, (y+Quiet)*dots)
		row := img.Pix[at : at+side]
		for x := range c.Size {
			if c.Black(x, y) {
				for i := (x + Quiet) * dots; i < (x+Quiet+1)*dots; i++ {
					row[i] = 1
				}
			}
		}
		for i := 1; i < dots; i++ {
			copy(img.Pix[at+i*img.Stride:], row)
		}
	}
	return img
}

// AppendPNG appends the code as a picture of one bit a px for 300 dpi, quiet
// zone included. The file states its size on paper.
func (c Code) AppendPNG(b []byte, buffers png.EncoderBufferPool) ([]byte, error) {
	var out bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestSpeed, BufferPool: buffers}
	if err := e.Encode(&out, c.Picture(Dots)); err != nil {
		return b, err
	}
	const begin = 8 + 25 // the signature and IHDR, which pHYs follows
	b = append(b, out.Bytes()[:begin]...)
	b = appendPHYs(b, float64(Dots)/c.Module())
	return append(b, out.Bytes()[begin:]...), nil
}

// appendPHYs appends the PNG chunk that tells how many dots there are to a
// millimetre.
func appendPHYs(b []byte, perMM float64) []byte {
	b = binary.BigEndian.AppendUint32(b, 9)
	from := len(b)
	b = append(b, "pHYs"...)
	b = binary.BigEndian.AppendUint32(b, uint32(perMM*1000+0.5))
	b = binary.BigEndian.AppendUint32(b, uint32(perMM*1000+0.5))
	b = append(b, 1) // to the metre
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[from:]))
}
