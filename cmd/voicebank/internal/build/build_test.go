// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"errors"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"videoguida/cmd/voicebank/internal/carrier"
	"videoguida/player/voice"
)

// take is a clip of "euro" with these ends.
func take(pack, text string, begin, end, level float64) Clip {
	c := Clip{Pack: pack, MP3: []byte(text), Ends: Ends{begin, end, level}}
	c.Unit = voice.Unit{Form: voice.Medial, Text: text}
	c.Samples = 16000
	return c
}

// TestBest: of several takes the one nearest to its neighbours is kept, and
// each unit once, in the order in which its form and pack come.
func TestBest(t *testing.T) {
	said := []Said{
		{Clips: []Clip{take("figures", "uno", 200, 200, -20), take("figures", "euro", 300, 200, -20)}},
		{Clips: []Clip{take("figures", "due", 202, 198, -21), take("figures", "euro", 201, 199, -20)}},
		{Clips: []Clip{take("figures", "euro", 200, 200, -5), take("naspi", "euro", 90, 90, -40)}},
	}
	best := Best(said)
	if len(best) != 4 {
		t.Fatalf("%d units, want 4", len(best))
	}
	for _, c := range best {
		if c.Pack == "figures" && c.Text == "euro" && c.Begin != 201 {
			t.Errorf("the take that begins with %v Hz and %v dB was kept", c.Begin, c.Level)
		}
	}
}

// TestEach: every piece of work is done once; an error is told and the workers
// still end.
func TestEach(t *testing.T) {
	m := Maker{Workers: 3}
	var done atomic.Int64
	if err := m.each(100, func(i int) error { done.Add(int64(i)); return nil }); err != nil || done.Load() != 4950 {
		t.Errorf("%v, sum %d", err, done.Load())
	}
	broken := errors.New("no sound")
	err := m.each(100, func(i int) error {
		if i == 7 {
			return broken
		}
		return nil
	})
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

// TestWrite: packs of names have one size, are read back as they were, and what
// is no pack of this bank any more is removed.
func TestWrite(t *testing.T) {
	dir := t.TempDir()
	stale, other := filepath.Join(dir, "stale"+Extension), filepath.Join(dir, "qc.json")
	for _, f := range [...]string{stale, other} {
		if err := os.WriteFile(f, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	packs := Pack([]Clip{
		take(carrier.Names(0), "Sara", 0, 0, 0),
		take(carrier.Names(1), "Omar", 0, 0, 0), take(carrier.Names(1), "Luca", 0, 0, 0),
		take("figures", "euro", 0, 0, 0),
	}, "it", 1105)
	if err := Write(dir, packs); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(stale); !errors.Is(err, os.ErrNotExist) {
		t.Error("a pack of an older bank is still there")
	}
	if _, err := os.Stat(other); err != nil {
		t.Error("a file that is no pack was removed")
	}
	sizes := map[int]bool{}
	for i := range 2 {
		b, err := os.ReadFile(filepath.Join(dir, carrier.Names(i)+Extension))
		if err != nil {
			t.Fatal(err)
		}
		sizes[len(b)] = true
		if p, err := voice.Parse(b); err != nil || len(p.Clips) != i+1 || p.Delay != 1105 {
			t.Errorf("pack %d: %v", i, err)
		}
	}
	if len(sizes) != 1 {
		t.Errorf("packs of names have sizes %v", sizes)
	}
}
