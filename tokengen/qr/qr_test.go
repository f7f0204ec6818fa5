// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package qr

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"rsc.io/qr/coding"
)

// link returns a link of n random digits.
func link(n int) string {
	r := rand.New(rand.NewPCG(uint64(n), 7))
	b := []byte("https://guida.example/#1")
	for range n {
		b = append(b, byte('0'+r.IntN(10)))
	}
	return string(b)
}

func draw(t testing.TB, n, least int) Code {
	t.Helper()
	c, err := new(Drawer).Draw(link(n), least)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestVersions: the smallest version that holds a link, never one below the
// least, and no code finer than FloorMM in the place that letters keep.
func TestVersions(t *testing.T) {
	tests := []struct{ digits, least, want int }{
		{100, 1, 5}, {100, 10, 10}, {410, 10, 10}, {440, 10, 10}, {460, 10, 11}, {510, 11, 11}, {800, 10, 14}, {860, 10, 15},
	}
	for _, tt := range tests {
		c := draw(t, tt.digits, tt.least)
		if c.Version != tt.want || c.Size != 17+4*c.Version {
			t.Errorf("%d digits from %d on: version %d, %d modules; want version %d", tt.digits, tt.least, c.Version, c.Size, tt.want)
		}
		if v, err := Version(link(tt.digits), tt.least); v != c.Version || err != nil {
			t.Errorf("%d digits: drawn in %d, foretold %d, %v", tt.digits, c.Version, v, err)
		}
		if c.Module() < FloorMM || float64(c.Outer())*c.Module() > ReserveMM+1e-9 {
			t.Errorf("version %d: modules of %.3f mm, %.1f mm in all", c.Version, c.Module(), float64(c.Outer())*c.Module())
		}
	}
	if _, err := new(Drawer).Draw(link(1200), 10); !errors.Is(err, ErrTooLong) {
		t.Errorf("1200 digits: %v", err)
	}
	if c, err := new(Drawer).DrawAny(link(1200)); err != nil || c.Version <= maxVersion {
		t.Errorf("1200 digits for a screen: version %d, %v", c.Version, err)
	}
	if m := draw(t, 410, 10).Module(); math.Abs(m-0.593) > 0.001 {
		t.Errorf("a letter's module is %.4f mm", m)
	}
}

// TestSameAsLibrary: the code is the one that the library draws, module by
// module, in every version.
func TestSameAsLibrary(t *testing.T) {
	var d Drawer
	for v := coding.Version(1); v <= coding.MaxVersion; v++ {
		text := "x"
		for v > 1 && len(segments(text)[0].(coding.String)) < (v-1).DataBytes(coding.M) {
			text += "x"
		}
		c, err := d.DrawAny(text)
		if err != nil {
			t.Fatal(err)
		}
		p, err := coding.NewPlan(v, coding.M, 0)
		if err != nil {
			t.Fatal(err)
		}
		want, err := p.Encode(segments(text)...)
		if err != nil || c.Version != int(v) || c.Size != want.Size {
			t.Fatalf("version %d: drawn in %d, %v", v, c.Version, err)
		}
		for y := -1; y <= c.Size; y++ {
			for x := -1; x <= c.Size; x++ {
				if c.Black(x, y) != want.Black(x, y) {
					t.Fatalf("version %d: module %d,%d differs", v, x, y)
				}
			}
		}
	}
}

// TestMasks: a link is the same under each mask, and the pictures differ.
func TestMasks(t *testing.T) {
	var d Drawer
	seen := map[string]bool{}
	for mask := range Masks {
		c, err := d.DrawMask(link(410), 10, mask)
		if err != nil {
			t.Fatal(err)
		}
		seen[string(c.Picture(1).Pix)] = true
		want, err := coding.NewPlan(10, coding.M, coding.Mask(mask))
		if err != nil {
			t.Fatal(err)
		}
		code, err := want.Encode(segments(link(410))...)
		if err != nil {
			t.Fatal(err)
		}
		for i := range c.Size * c.Size {
			if x, y := i%c.Size, i/c.Size; c.Black(x, y) != code.Black(x, y) {
				t.Fatalf("mask %d: module %d,%d differs", mask, x, y)
			}
		}
	}
	if len(seen) != Masks {
		t.Errorf("%d pictures of %d masks", len(seen), Masks)
	}
}

// TestRuns: the runs cover the black modules, each once, and no white one.
func TestRuns(t *testing.T) {
	var d Drawer
	for _, n := range []int{20, 410, 510, 800, 1800} {
		c, err := d.DrawAny(link(n))
		if err != nil {
			t.Fatal(err)
		}
		seen := make([]int, c.Size*c.Size)
		for _, r := range c.AppendRuns(nil) {
			for x := r.X; x < r.X+r.W; x++ {
				seen[r.Y*c.Size+x]++
			}
			if c.Black(r.X-1, r.Y) || c.Black(r.X+r.W, r.Y) {
				t.Fatalf("version %d: the run %v goes on", c.Version, r)
			}
		}
		for i, times := range seen {
			if (times == 1) != c.Black(i%c.Size, i/c.Size) || times > 1 {
				t.Fatalf("version %d: module %d,%d lies in %d runs", c.Version, i%c.Size, i/c.Size, times)
			}
		}
	}
}

func TestAppendSmall(t *testing.T) {
	for n := range 1000 {
		if got := string(AppendSmall(nil, n)); got != strconv.Itoa(n) {
			t.Fatalf("%d: %s", n, got)
		}
	}
}

// TestSVG: the path, followed as a browser does, paints the code.
func TestSVG(t *testing.T) {
	c := draw(t, 410, 10)
	text := c.AppendSVG(nil, "Codice QR", c.AppendRuns(nil))
	var svg struct {
		Width string `xml:"width,attr"`
		Box   string `xml:"viewBox,attr"`
		Title string `xml:"title"`
		Path  []struct {
			D string `xml:"d,attr"`
		} `xml:"path"`
	}
	if err := xml.Unmarshal(text, &svg); err != nil {
		t.Fatal(err)
	}
	if svg.Width != "38.523mm" || svg.Box != "0 0 65 65" || svg.Title != "Codice QR" || len(svg.Path) != 2 {
		t.Errorf("%.300s", text)
	}
	black := map[[2]int]bool{}
	x, y := Quiet, Quiet
	for _, step := range strings.Split(strings.TrimPrefix(svg.Path[1].D, "M4 4m"), "m") {
		at, run, _ := strings.Cut(step, "h")
		dx, dy, _ := strings.Cut(at, " ")
		w, back, _ := strings.Cut(run, "v1h-")
		if back != w+"z" {
			t.Fatalf("the step %q is no rectangle", step)
		}
		x, y = x+number(t, dx), y+number(t, dy)
		for i := range number(t, w) {
			black[[2]int{x + i, y}] = true
		}
	}
	for y := range c.Outer() {
		for x := range c.Outer() {
			if black[[2]int{x, y}] != c.Black(x-Quiet, y-Quiet) {
				t.Fatalf("module %d,%d differs", x, y)
			}
		}
	}
}

func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestPNG: seven dots a module, white around, 300 dots to the inch.
func TestPNG(t *testing.T) {
	c := draw(t, 410, 10)
	b, err := c.AppendPNG([]byte("kept"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(b, []byte("kept")) {
		t.Error("what was there before is gone")
	}
	img, err := png.Decode(bytes.NewReader(b[4:]))
	if err != nil {
		t.Fatal(err)
	}
	if side := img.Bounds().Dx(); side != 65*7 {
		t.Errorf("%d px wide", side)
	}
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			r, _, _, _ := img.At(x, y).RGBA()
			if (r == 0) != c.Black(x/7-Quiet, y/7-Quiet) {
				t.Fatalf("dot %d,%d differs", x, y)
			}
		}
	}
	i := bytes.Index(b, []byte("pHYs"))
	if i < 0 || !bytes.Equal(b[i+4:i+13], []byte{0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1}) { // 11,811 to the metre
		t.Errorf("the size on paper is % x", b[max(0, i):i+13])
	}
}

func BenchmarkDraw(b *testing.B) {
	var d Drawer
	s := link(410)
	var runs []Run
	var svg []byte
	for b.Loop() {
		c, err := d.Draw(s, 10)
		if err != nil {
			b.Fatal(err)
		}
		runs = c.AppendRuns(runs[:0])
		svg = c.AppendSVG(svg[:0], "Codice", runs)
	}
}
