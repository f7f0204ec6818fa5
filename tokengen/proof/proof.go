// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package proof tries whether a code can be read before a letter is printed.
//
// It prints the code on imagined paper (Wear: the printer's dots, grey ink,
// ink that spreads), holds an imagined camera over it (blur, tilt, noise), and
// reads the picture with the decoder that many phones use. The same wear of
// the same code always gives the same picture.
package proof

import (
	"errors"
	"image"
	"math"
	"math/rand/v2"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"videoguida/tokengen/qr"
)

// Wear is what happens to a code between its file and a camera's picture.
type Wear struct {
	DPI        float64 // the printer's dots to an inch
	Ink, Paper float64 // how bright they are in the picture, 0 to 255
	Blur       float64 // standard deviation of ink that spreads and of a lens out of focus, mm
	Camera     float64 // px of the picture to a millimetre of paper
	Tilt       float64 // of the camera, degrees about the page's upright
	Noise      float64 // standard deviation, of 255
	Stain      float64 // radius of a spot of coffee at a corner of the data, mm
	Seed       uint64  // of the noise
}

// Letter is the wear of the preflight: a 300-dpi printer low on ink, on grey
// paper, before a phone that is a little out of focus.
var Letter = Wear{DPI: 300, Ink: 80, Paper: 170, Blur: 0.2, Camera: 6, Noise: 4}

// ErrUnread means that the decoder found no code, or one that it cannot read.
var ErrUnread = errors.New("proof: no code can be read in the picture")

const margin = 2 // of paper around the quiet zone, mm

// Picture returns what a camera sees of the code printed with modules of
// module mm.
func (w Wear) Picture(c qr.Code, module float64) *image.Gray {
	paper := w.print(c, module)
	side := int((float64(c.Outer())*module + 2*margin) * w.Camera)
	light := w.see(paper, side)
	blur(light, side, w.Blur*w.Camera)
	img := image.NewGray(image.Rect(0, 0, side, side))
	noise := rand.New(rand.NewPCG(w.Seed, 1))
	for i, l := range light {
		img.Pix[i] = uint8(max(0, min(255, l+noise.NormFloat64()*w.Noise)))
	}
	return img
}

// sheet is printed paper: brightness a dot.
type sheet struct {
	light []float64
	side  int // dots
}

// print rasterises as a printer does: a dot is black or white.
func (w Wear) print(c qr.Code, module float64) sheet {
	dot := 25.4 / w.DPI
	side := int((float64(c.Outer())*module + 2*margin) / dot)
	s := sheet{make([]float64, side*side), side}
	at := make([]int, side) // the module that a dot belongs to
	for i := range at {
		at[i] = int(math.Floor(((float64(i)+0.5)*dot-margin)/module)) - qr.Quiet
	}
	for y := range side {
		row := s.light[y*side : (y+1)*side]
		for x := range row {
			row[x] = w.Paper
			if c.Black(at[x], at[y]) {
				row[x] = w.Ink
			}
		}
	}
	if w.Stain > 0 {
		w.stain(s, dot)
	}
	return s
}

// stain darkens a spot towards the lower right, where no finder stands.
func (w Wear) stain(s sheet, dot float64) {
	middle := float64(s.side) * 0.6
	for y := range s.side {
		for x := range s.side {
			if math.Hypot(float64(x)-middle, float64(y)-middle)*dot < w.Stain {
				l := &s.light[y*s.side+x]
				*l = w.Ink + (*l-w.Ink)/4
			}
		}
	}
}

// see returns the light that falls on a square picture of side px.
func (w Wear) see(s sheet, side int) []float64 {
	sin, cos := math.Sincos(w.Tilt * math.Pi / 180)
	const far = 3 // the camera's distance, in sides of the picture
	light := make([]float64, side*side)
	for x := range side {
		u := (float64(x)+0.5)/float64(side) - 0.5
		depth := far / (far*cos - u*sin)
		px := (u*depth+0.5)*float64(s.side) - 0.5
		for y := range side {
			v := (float64(y)+0.5)/float64(side) - 0.5
			light[y*side+x] = s.at(px, (v*cos*depth+0.5)*float64(s.side)-0.5)
		}
	}
	return light
}

// at returns the brightness between four dots.
func (s sheet) at(x, y float64) float64 {
	x0, y0 := int(math.Floor(x)), int(math.Floor(y))
	fx, fy := x-float64(x0), y-float64(y0)
	top := s.dot(x0, y0)*(1-fx) + s.dot(x0+1, y0)*fx
	bottom := s.dot(x0, y0+1)*(1-fx) + s.dot(x0+1, y0+1)*fx
	return top*(1-fy) + bottom*fy
}

// dot returns a dot's brightness; beyond the sheet it goes on as at its edge.
func (s sheet) dot(x, y int) float64 {
	return s.light[max(0, min(s.side-1, y))*s.side+max(0, min(s.side-1, x))]
}

// blur spreads the light of a square picture by a Gaussian of deviation px.
func blur(light []float64, side int, deviation float64) {
	reach := int(math.Ceil(deviation * 2.5))
	if reach == 0 {
		return
	}
	kernel := make([]float64, 2*reach+1)
	sum := 0.0
	for i := range kernel {
		d := float64(i-reach) / deviation
		kernel[i] = math.Exp(-d * d / 2)
		sum += kernel[i]
	}
	for i := range kernel {
		kernel[i] /= sum
	}
	line := make([]float64, side+2*reach)
	for i := range side {
		spread(light[i*side:], 1, line, kernel)
	}
	for i := range side {
		spread(light[i:], side, line, kernel)
	}
}

// spread convolves values of light, step apart; line is as long as they are and
// the kernel, less one, and goes on at both ends as they end.
func spread(light []float64, step int, line, kernel []float64) {
	reach := len(kernel) / 2
	n := len(line) - 2*reach
	for i := range line {
		line[i] = light[max(0, min(n-1, i-reach))*step]
	}
	for i := range n {
		sum := 0.0
		for k, weight := range kernel {
			sum += weight * line[i+k]
		}
		light[i*step] = sum
	}
}

// Read returns the text of the QR code in a picture: a file as it was made, a
// scan or a photograph.
func Read(img image.Image) (string, error) {
	source := gozxing.NewLuminanceSourceFromImage(img)
	hints := []map[gozxing.DecodeHintType]any{
		{gozxing.DecodeHintType_PURE_BARCODE: true}, {gozxing.DecodeHintType_TRY_HARDER: true}, nil,
	}
	for _, b := range []gozxing.Binarizer{gozxing.NewHybridBinarizer(source), gozxing.NewGlobalHistgramBinarizer(source)} {
		for _, h := range hints {
			if s, err := decode(b, h); err == nil {
				return s, nil
			}
		}
	}
	return "", ErrUnread
}

func decode(b gozxing.Binarizer, hints map[gozxing.DecodeHintType]any) (string, error) {
	bitmap, err := gozxing.NewBinaryBitmap(b)
	if err != nil {
		return "", ErrUnread
	}
	r, err := qrcode.NewQRCodeReader().Decode(bitmap, hints)
	if err != nil {
		return "", ErrUnread
	}
	return r.GetText(), nil
}

// looks are how a hand moves while a phone looks for a code, again and again.
var looks = []struct{ nearer, tilt float64 }{{1, 0}, {1.13, 2}, {0.94, -3}, {1.06, 4}, {0.99, -5}}

// Try tells whether the code, printed in its size and worn, still says link.
func (w Wear) Try(c qr.Code, link string) bool { return w.TryIn(c, link, c.Module()) }

// TryIn is Try for modules of module mm.
func (w Wear) TryIn(c qr.Code, link string, module float64) bool {
	for i, l := range looks {
		look := w
		look.Camera, look.Tilt, look.Seed = w.Camera*l.nearer, w.Tilt+l.tilt, w.Seed+uint64(i)
		img := look.Picture(c, module)
		// as a phone does: it does not know that the picture is nothing but a code
		harder := map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true}
		got, err := decode(gozxing.NewHybridBinarizer(gozxing.NewLuminanceSourceFromImage(img)), harder)
		if err == nil && got == link {
			return true
		}
	}
	return false
}
