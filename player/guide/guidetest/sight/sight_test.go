// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sight

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"testing"

	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/typeset/titillium"
)

// readings are those of one frame on a stage of 200 by 100.
func readings(t *testing.T, o *paint.Ops, marks ...paint.Color) (out []Reading) {
	t.Helper()
	fonts, err := titillium.Load()
	if err != nil {
		t.Fatal(err)
	}
	NewEye(200, 100, fonts, marks...).Look(o, func(r Reading) { out = append(out, r) })
	return out
}

// TestEyeReadsKnownColours: contrasts that everybody can look up, and texts
// that something covers or that fade.
func TestEyeReadsKnownColours(t *testing.T) {
	white, grey, black := paint.RGB(0xFFFFFF), paint.RGB(0x767676), paint.RGB(0)
	var o paint.Ops
	var icons icon.Set
	o.Box(paint.Rect{W: 200, H: 100}, 0, white)
	o.Text("grigio", paint.Point{X: 5, Y: 20}, paint.SemiBold, 18, grey)
	o.Text("nero", paint.Point{X: 5, Y: 40}, paint.SemiBold, 18, black)
	o.Text("sparisce", paint.Point{X: 5, Y: 60}, paint.SemiBold, 18, black.Fade(0.5))
	o.Text("coperto", paint.Point{X: 5, Y: 80}, paint.SemiBold, 18, black)
	o.Box(paint.Rect{Y: 62, W: 100, H: 25}, 0, grey.Fade(0.6))
	o.Shape(icons.Shape(icon.Play, grey), paint.Translate(110, 10))
	o.Box(paint.Rect{X: 110, Y: 70, W: 20, H: 20}, 4, grey)
	want := []Reading{{Text, "grigio", 4.54}, {Text, "nero", 21}, {Text, "sparisce", 0}, {Text, "coperto", 0}, {Icon, "#767676", 4.54}, {Mark, "#767676 20x20", 4.54}}
	got := readings(t, &o, grey)
	if len(got) != len(want) {
		t.Fatalf("%d readings, want %d: %v", len(got), len(want), got)
	}
	for i, w := range want {
		if w.What == "coperto" {
			if got[i].Ratio < 1.2 || got[i].Ratio > 4.4 {
				t.Errorf("a veiled black text reads %.2f", got[i].Ratio)
			}
			continue
		}
		if got[i].Kind != w.Kind || got[i].What != w.What || math.Abs(got[i].Ratio-w.Ratio) > 0.02 {
			t.Errorf("read %v, want %v", got[i], w)
		}
	}
}

// blink returns what a film tells whose left part, share of 400 by 300 px,
// changes between two greys times times a second, for two seconds at 30 frames.
func blink(share float64, a, b uint8, times int) *Flashes {
	f := NewFlashes(400, 300, 30, 1)
	img := image.NewRGBA(image.Rect(0, 0, 400, 300))
	draw.Draw(img, img.Rect, image.White, image.Point{}, draw.Src)
	for frame := range 60 {
		v := a
		if frame*times*2/30%2 == 1 {
			v = b
		}
		draw.Draw(img, image.Rect(0, 0, int(400*share), 300), image.NewUniform(color.Gray{v}), image.Point{}, draw.Src)
		f.Add(img)
	}
	return f
}

// TestFlashes: known films, on both sides of each of WCAG's thresholds.
func TestFlashes(t *testing.T) {
	for _, c := range []struct {
		name        string
		f           *Flashes
		worst, area int
	}{
		{"black and white, five times a second", blink(0.5, 0, 255, 5), 5, 60000},
		{"three times a second", blink(0.5, 0, 255, 3), 3, 0},
		{"a small area", blink(0.1, 0, 255, 5), 0, 12000},
		{"a small change", blink(0.5, 100, 120, 5), 0, 0},
		{"both bright", blink(0.5, 232, 255, 5), 0, 0},
		{"at rest", blink(0.5, 9, 9, 5), 0, 0},
	} {
		if c.f.Worst != c.worst || int(c.f.Area) != c.area || c.f.Red != 0 {
			t.Errorf("%s: %d flashes, %v px² more than three times, %v red; want %d, %d, 0", c.name, c.f.Worst, c.f.Area, c.f.Red, c.worst, c.area)
		}
	}
	f := NewFlashes(10, 10, 30, 2)
	img := image.NewRGBA(image.Rect(0, 0, 10, 10))
	draw.Draw(img, image.Rect(0, 0, 10, 5), image.NewUniform(color.NRGBA{200, 20, 20, 255}), image.Point{}, draw.Src)
	if f.Add(img); f.Red != 200 {
		t.Errorf("half of a red picture of 400 CSS px² measures %v", f.Red)
	}
}
