// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package voice_test

import (
	"math"
	"testing"

	"videoguida/player/voice"
)

// TestClockFollows: at every speed, with looks that come late and a sound that
// is told in steps, the clock keeps near the sound and never goes back.
func TestClockFollows(t *testing.T) {
	for _, speed := range []float64{.75, 1, 1.5} {
		var c voice.Clock
		c.Set(1000)
		heard, last := 1000.0, 1000
		for i := range 2000 {
			elapsed := []float64{16, 17, 16, 90, 33}[i%5] * speed
			heard += elapsed
			told := math.Floor(heard/23) * 23 // the browser tells in steps
			now := c.Look(elapsed, told)
			if now < last {
				t.Fatalf("speed %v: from %d back to %d", speed, last, now)
			}
			if off := math.Abs(float64(now) - heard); off > 40 {
				t.Fatalf("speed %v: %v ms apart after %d looks", speed, off, i)
			}
			last = now
		}
	}
}

// TestClockLeaps: far behind it jumps, far ahead it waits, and it goes back
// only when it is set.
func TestClockLeaps(t *testing.T) {
	var c voice.Clock
	c.Set(1000)
	if got := c.Look(16, 1500); got != 1500 {
		t.Errorf("half a second behind the sound it says %d", got)
	}
	for range 10 {
		if got := c.Look(16, 1300); got != 1500 {
			t.Errorf("ahead of the sound it says %d", got)
		}
	}
	if c.Set(200); c.Look(0, 200) != 200 {
		t.Error("it does not go where it is set")
	}
	c.Set(1000)
	for range 100 {
		c.Look(16, 990)
	}
	if got := c.Look(0, 990); got > 990+150 {
		t.Errorf("a sound that stands still is followed to %d", got)
	}
}
