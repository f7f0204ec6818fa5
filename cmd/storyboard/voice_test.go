package main

import (
	"encoding/binary"
	"math"
	"os"
	"path/filepath"
	"testing"

	"videoguida/player/civil"
)

// TestNarration: the sound lasts as long as the guide, is heard while lines are
// said and silent in the pauses between them.
func TestNarration(t *testing.T) {
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
	const header, perMs = 44, 48 // bytes
	if want := header + b.tl.Duration*perMs; len(wav) != want {
		t.Fatalf("%d bytes, want %d", len(wav), want)
	}
	level := func(from, to int) float64 {
		sum := 0.0
		for at := header + from*perMs; at < header+to*perMs; at += 2 {
			v := float64(int16(binary.LittleEndian.Uint16(wav[at:]))) / 32768
			sum += v * v
		}
		return math.Sqrt(sum / float64((to-from)*perMs/2))
	}
	for _, l := range b.tl.Lines {
		if speech, pause := level(l.Start, l.Said), level(l.Said+10, l.End); speech < .05 || pause > .001 {
			t.Errorf("%s: speech of level %.3f, pause of %.4f", l.ID, speech, pause)
		}
	}
}

// TestVoiceRefuses: a folder without packs, or another language, is an error.
func TestVoiceRefuses(t *testing.T) {
	o := options{out: t.TempDir(), lang: "it", size: "200x200", voice: t.TempDir()}
	if _, err := newBook(o, invented, civil.Date(2026, 11, 24)); err == nil {
		t.Error("an empty folder speaks")
	}
}
