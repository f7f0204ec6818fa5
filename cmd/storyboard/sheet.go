// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"

	xdraw "golang.org/x/image/draw"
)

// sheet is a contact sheet: every picture small, in rows, to look at a whole
// guide at once.
type sheet struct {
	thumbs  []*image.RGBA
	w, h    int // of one thumb, px
	columns int
}

// thumbGap is the space around thumbs, px.
const thumbGap = 8

// newSheet returns an empty sheet about 1,600 px wide for pictures of w by h.
func newSheet(w, h int) sheet {
	if w > h {
		return sheet{w: 390, h: 390 * h / w, columns: 4}
	}
	return sheet{w: 169, h: 169 * h / w, columns: 9}
}

// newStrip returns an empty sheet for the frames of a scene, stripRow seconds
// a row.
func newStrip(w, h, fps int) sheet {
	s := sheet{w: 192, columns: fps * stripRow}
	if w > h {
		s.w = 320
	}
	s.h = s.w * h / w
	return s
}

func (s *sheet) add(img image.Image) {
	t := image.NewRGBA(image.Rect(0, 0, s.w, s.h))
	xdraw.ApproxBiLinear.Scale(t, t.Rect, img, img.Bounds(), draw.Src, nil)
	s.thumbs = append(s.thumbs, t)
}

func (s *sheet) write(path string) error {
	rows := (len(s.thumbs) + s.columns - 1) / s.columns
	all := image.NewRGBA(image.Rect(0, 0, s.columns*(s.w+thumbGap)+thumbGap, rows*(s.h+thumbGap)+thumbGap))
	draw.Draw(all, all.Rect, image.NewUniform(color.RGBA{11, 34, 57, 255}), image.Point{}, draw.Src)
	for i, t := range s.thumbs {
		at := image.Pt(thumbGap+i%s.columns*(s.w+thumbGap), thumbGap+i/s.columns*(s.h+thumbGap))
		draw.Draw(all, t.Rect.Add(at), t, image.Point{}, draw.Src)
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(f, paletted(all)); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
