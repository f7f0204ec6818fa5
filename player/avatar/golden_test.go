// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar_test

import (
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"videoguida/player/avatar"
	"videoguida/player/paint"
	"videoguida/player/raster"
	"videoguida/player/typeset/titillium"
)

var update = flag.Bool("update", false, "write the pictures in testdata")

var (
	poses = []string{
		"neutral", "greet", "present-left", "present-right", "open-hands", "point-down",
		"count-1", "count-2", "count-3", "nod-smile", "attentive", "farewell",
	}
	expressions = []string{
		"neutral", "smile", "attentive", "reassuring", "blink-half", "blink-full",
		"look-left", "look-right", "look-up", "look-down",
	}
	whole = view{200, 180, paint.Scale(.2, .2)}
	head  = view{150, 172, paint.Scale(.5, .5).Mul(paint.Translate(-350, -70))}
)

type view struct {
	w, h int
	m    paint.Matrix
}

func (v view) draw(t *testing.T, rig *avatar.Rig, p avatar.Pose) *image.RGBA {
	t.Helper()
	fonts, err := titillium.Load()
	if err != nil {
		t.Fatal(err)
	}
	c := raster.New(v.w, v.h, fonts)
	draw.Draw(c.Image(), c.Image().Rect, image.NewUniform(color.RGBA{0xE8, 0xF1, 0xFB, 0xFF}), image.Point{}, draw.Src)
	var o paint.Ops
	rig.Paint(&o, v.m, p)
	o.Replay(c, 1)
	return c.Image()
}

// TestPoses compares the poses and faces with the pictures in testdata.
func TestPoses(t *testing.T) {
	rig := avatar.New()
	for _, n := range poses {
		s, ok := avatar.Named(n)
		if !ok {
			t.Fatalf("no pose %s", n)
		}
		golden(t, "pose-"+n, whole.draw(t, rig, avatar.Still(s)))
	}
	for _, n := range expressions {
		p, ok := avatar.Expression(n)
		if !ok {
			t.Fatalf("no face %s", n)
		}
		golden(t, "face-"+n, head.draw(t, rig, p))
	}
}

func golden(t *testing.T, name string, got *image.RGBA) {
	t.Helper()
	file := filepath.Join("testdata", name+".png")
	if *update {
		write(t, file, got)
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	want := image.NewRGBA(img.Bounds())
	draw.Draw(want, want.Rect, img, image.Point{}, draw.Src)
	if got.Rect != want.Rect {
		t.Fatalf("%s is %v, want %v", name, got.Rect, want.Rect)
	}
	if off := difference(got, want); off > 0.3 {
		t.Errorf("%s differs by %.2f of 255 a channel", name, off)
	}
}

// difference returns the mean absolute difference of the channels.
func difference(a, b *image.RGBA) float64 {
	sum := 0
	for i := range a.Pix {
		d := int(a.Pix[i]) - int(b.Pix[i])
		sum += max(d, -d)
	}
	return float64(sum) / float64(len(a.Pix))
}

func write(t *testing.T, file string, img image.Image) {
	t.Helper()
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		t.Error(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}
