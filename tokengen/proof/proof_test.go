// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"image"
	"math/rand/v2"
	"testing"

	"videoguida/tokengen/qr"
)

// link returns a link of n random digits.
func link(r *rand.Rand, n int) string {
	b := []byte("https://guida.example/#1")
	for range n {
		b = append(b, byte('0'+r.IntN(10)))
	}
	return string(b)
}

// TestLetter: the preflight's wear lets good codes through, and not those of a
// module half as wide, nor another link.
func TestLetter(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var d qr.Drawer
	const n = 8
	good, fine := 0, 0
	for range n {
		s := link(r, 420)
		c, err := d.Draw(s, 10)
		if err != nil {
			t.Fatal(err)
		}
		if Letter.Try(c, s) {
			good++
		}
		if Letter.TryIn(c, s, c.Module()/2) {
			fine++
		}
		if Letter.Try(c, s+"0") {
			t.Error("a code was read as another link")
		}
	}
	if good != n || fine != 0 {
		t.Errorf("%d of %d codes are read, %d of half the size", good, n, fine)
	}
}

// TestWear: each kind of wear, strong enough, makes a code unreadable.
func TestWear(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	s := link(r, 420)
	c, err := new(qr.Drawer).Draw(s, 10)
	if err != nil {
		t.Fatal(err)
	}
	good := Wear{DPI: 300, Ink: 20, Paper: 240, Camera: 6}
	if !good.Try(c, s) {
		t.Fatal("a new print is not read")
	}
	for name, spoil := range map[string]func(w *Wear){
		"printer":  func(w *Wear) { w.DPI = 40 },
		"contrast": func(w *Wear) { w.Ink = 238 },
		"blur":     func(w *Wear) { w.Blur = 0.8 },
		"distance": func(w *Wear) { w.Camera = 1 },
		"tilt":     func(w *Wear) { w.Tilt = 75 },
		"noise":    func(w *Wear) { w.Noise = 200 },
		"stain":    func(w *Wear) { w.Ink, w.Stain = 120, 40 },
	} {
		w := good
		if spoil(&w); w.Try(c, s) {
			t.Errorf("%s: %+v is still read", name, w)
		}
	}
}

func TestSameWearSamePicture(t *testing.T) {
	c, err := new(qr.Drawer).Draw(link(rand.New(rand.NewPCG(5, 6)), 300), 8)
	if err != nil {
		t.Fatal(err)
	}
	a, b := Letter.Picture(c, c.Module()), Letter.Picture(c, c.Module())
	if string(a.Pix) != string(b.Pix) {
		t.Error("two pictures of one wear differ")
	}
}

func TestReadNothing(t *testing.T) {
	if s, err := Read(image.NewGray(image.Rect(0, 0, 200, 200))); err != ErrUnread {
		t.Errorf("read %q in a black picture: %v", s, err)
	}
}

func BenchmarkTry(b *testing.B) {
	s := link(rand.New(rand.NewPCG(1, 2)), 420)
	c, err := new(qr.Drawer).Draw(s, 10)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		Letter.Try(c, s)
	}
}

// FuzzRead: no picture makes the reader fail otherwise than by not reading.
func FuzzRead(f *testing.F) {
	c, err := new(qr.Drawer).Draw(link(rand.New(rand.NewPCG(1, 2)), 20), 1)
	if err != nil {
		f.Fatal(err)
	}
	img := c.Picture(1)
	f.Add(img.Pix, uint8(img.Stride))
	f.Add([]byte{}, uint8(0))
	f.Add([]byte{1}, uint8(1))
	f.Fuzz(func(t *testing.T, pix []byte, width uint8) {
		w := max(1, int(width))
		h := len(pix) / w
		gray := image.NewGray(image.Rect(0, 0, w, h))
		for i := range w * h {
			gray.Pix[i] = pix[i]
			if pix[i] == 1 {
				gray.Pix[i] = 255
			}
		}
		if s, err := Read(gray); err != nil && (err != ErrUnread || s != "") {
			t.Errorf("%q %v", s, err)
		}
	})
}
