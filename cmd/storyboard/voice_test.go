// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/binary"
	"math"
	"os"
	"path/filepath"
	"testing"

	"videoguida/player/avatar"
	"videoguida/player/civil"
	"videoguida/player/timeline"
)

// narrated is an invented person's guide and its sound.
type narrated struct {
	*book
	wav []byte
}

const header, perMs = 44, 48 // bytes of a WAV file

func narrate(t *testing.T) narrated {
	t.Helper()
	dir := t.TempDir()
	o := options{out: dir, lang: "it", size: "200x200", scale: 1, voice: "../../static/site/voice/it"}
	b, err := newBook(o, invented, civil.Date(2026, 11, 24))
	if err == nil {
		err = b.writeNarration()
	}
	if err != nil {
		t.Fatal(err)
	}
	wav, err := os.ReadFile(filepath.Join(dir, "narration.wav"))
	if err != nil {
		t.Fatal(err)
	}
	return narrated{b, wav}
}

// level is the loudness between two ms of the guide, 0 to 1.
func (n narrated) level(from, to int) float64 {
	sum := 0.0
	for at := header + from*perMs; at < header+to*perMs; at += 2 {
		v := float64(int16(binary.LittleEndian.Uint16(n.wav[at:]))) / 32768
		sum += v * v
	}
	return math.Sqrt(sum / float64((to-from)*perMs/2))
}

// TestNarration: the sound lasts as long as the guide, is heard while lines are
// said and silent in the pauses between them.
func TestNarration(t *testing.T) {
	n := narrate(t)
	if want := header + n.tl.Duration*perMs; len(n.wav) != want {
		t.Fatalf("%d bytes, want %d", len(n.wav), want)
	}
	for _, l := range n.tl.Lines {
		if speech, pause := n.level(l.Start, l.Said), n.level(l.Said+10, l.End); speech < .05 || pause > .001 {
			t.Errorf("%s: speech of level %.3f, pause of %.4f", l.ID, speech, pause)
		}
	}
}

// openness is how far each mouth shape is open: X A B C D E F G H Smile.
var openness = [...]float64{0, 0, .35, .5, 1, .8, .5, .2, .5, 0}

// shape is the mouth of a line at ms from its start.
func shape(l *timeline.Line, ms int) (s byte) {
	for _, m := range l.Speech.Mouths {
		if m.At > ms {
			break
		}
		s = m.Shape
	}
	return s
}

// TestLipsFollowTheSound: the mouth is the more open the louder she is, and is
// closed 100 ms after a pause begins.
func TestLipsFollowTheSound(t *testing.T) {
	n := narrate(t)
	const step, quiet, pause = 20, .004, 160
	var open, loud []float64
	pauses, late := 0, 0
	for i := range n.tl.Lines {
		l := &n.tl.Lines[i]
		silent := 0
		for at := 0; l.Start+at+step <= l.Said; at += step {
			level := n.level(l.Start+at, l.Start+at+step)
			open, loud = append(open, openness[shape(l, at+step/2)]), append(loud, math.Sqrt(level))
			if silent += step; level > quiet {
				silent = 0
			}
			if silent == pause {
				pauses++
				if !avatar.Viseme(shape(l, at+step-pause+100)).Closed() {
					late++
				}
			}
		}
	}
	r := correlation(smooth(open), smooth(loud))
	t.Logf("openness and loudness correlate by %.2f over %d steps of %d ms; %d of %d pauses close late", r, len(open), step, late, pauses)
	if r < .5 || pauses < 30 || late > 0 {
		t.Errorf("the lips do not follow the sound")
	}
}

// smooth averages over 100 ms: lips are slower than sound.
func smooth(x []float64) []float64 {
	out := make([]float64, len(x))
	for i := range x {
		from, to := max(i-2, 0), min(i+3, len(x))
		for _, v := range x[from:to] {
			out[i] += v / float64(to-from)
		}
	}
	return out
}

// correlation is Pearson's.
func correlation(x, y []float64) float64 {
	var sx, sy, sxx, syy, sxy float64
	for i := range x {
		sx, sy = sx+x[i], sy+y[i]
		sxx, syy, sxy = sxx+x[i]*x[i], syy+y[i]*y[i], sxy+x[i]*y[i]
	}
	n := float64(len(x))
	return (sxy - sx*sy/n) / math.Sqrt((sxx-sx*sx/n)*(syy-sy*sy/n))
}

// TestVoiceRefuses: a folder without packs, or another language, is an error.
func TestVoiceRefuses(t *testing.T) {
	o := options{out: t.TempDir(), lang: "it", size: "200x200", voice: t.TempDir()}
	if _, err := newBook(o, invented, civil.Date(2026, 11, 24)); err == nil {
		t.Error("an empty folder speaks")
	}
}
