// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"videoguida/static/build/notrace"
)

// What a person waits for, in bytes at brotli 11; KB = 1000 bytes.
const (
	maxReader = 720_000
	maxFilm   = 1_600_000
	maxFirst  = 900_000   // until the four answers are painted
	maxVoice  = 2_100_000 // a visit's packs: NASpI's guide, figures, one bucket of names
	maxVoices = 2_420_000 // the same of a pension: more variants, all in one pack
	maxBank   = 4_800_000 // all packs of a language
	maxVisit  = 5_200_000 // all that a first visit loads of NASpI's guide, voice included
)

// exceeded returns what to do about a program that is too large: an error where
// the site is as lean as it is published. A release of Go that is not known yet
// leaves names and lines in, so there the sizes are only told.
func exceeded(t *testing.T, m Manifest) func(format string, args ...any) {
	t.Helper()
	if !notrace.Known(m.Go) {
		t.Logf("%s is not known to static/build/notrace: sizes of programs are told, not judged", m.Go)
		return t.Logf
	}
	if len(m.Traced) > 0 {
		t.Errorf("%s is known, but %v carry names and lines of functions", m.Go, m.Traced)
	}
	return t.Errorf
}

func TestSizes(t *testing.T) {
	m := publish(t)
	exceeded := exceeded(t, m)
	if m.Quality != 11 {
		t.Fatalf("measured at brotli %d", m.Quality)
	}
	first := 0
	for _, name := range slices.Sorted(maps.Keys(m.Files)) {
		f := m.Files[name]
		if awaited(name) {
			first += f.Brotli
		}
		t.Logf("%-20s %7.1f KB, %8.1f unpacked", name, float64(f.Brotli)/1000, float64(f.Raw)/1000)
	}
	t.Logf("until the answers    %7.1f KB", float64(first)/1000)
	for name, limit := range map[string]int{"reader.wasm": maxReader, "film.wasm": maxFilm} {
		if n := m.Files[name].Brotli; n == 0 || n > limit {
			exceeded("%s travels as %d bytes, limit %d", name, n, limit)
		}
	}
	if first < m.Files["reader.wasm"].Brotli || first > maxFirst {
		exceeded("%d bytes travel until the answers are painted, limit %d", first, maxFirst)
	}
}

// TestFirstVisit: what a person loads to see and hear NASpI's whole guide.
func TestFirstVisit(t *testing.T) {
	m := publish(t)
	total := m.Files["film.wasm"].Brotli
	for name, f := range m.Files {
		if awaited(name) {
			total += f.Brotli
		}
	}
	for _, pack := range []string{"naspi", "figures", "names-0"} {
		total += m.Files["voice/it/"+pack+".vbk"].Brotli
	}
	t.Logf("a first visit %8.1f KB", float64(total)/1000)
	if total > maxVisit || total < m.Files["film.wasm"].Brotli+maxVoice/2 {
		exceeded(t, m)("a first visit loads %d bytes, limit %d", total, maxVisit)
	}
}

// TestVoiceSizes: what a visit loads of the voice does not depend on the name,
// and the whole bank keeps its size.
func TestVoiceSizes(t *testing.T) {
	m := publish(t)
	all, buckets := 0, map[int]int{}
	for name, f := range m.Files {
		if path.Dir(name) == "voice/it" {
			all += f.Raw
			if strings.HasPrefix(path.Base(name), "names-") {
				buckets[f.Raw]++
			}
		}
	}
	for size, n := range buckets {
		visit := m.Files["voice/it/naspi.vbk"].Raw + m.Files["voice/it/figures.vbk"].Raw + size
		t.Logf("a visit's voice %8.1f KB, the bank %8.1f KB, %d buckets of %.1f KB", float64(visit)/1000, float64(all)/1000, n, float64(size)/1000)
		pension := visit - m.Files["voice/it/naspi.vbk"].Raw + m.Files["voice/it/pens.vbk"].Raw
		t.Logf("a pension's      %8.1f KB", float64(pension)/1000)
		if pension > maxVoices {
			t.Errorf("a pension's visit loads %d, limit %d", pension, maxVoices)
		}
		if n != 8 || visit > maxVoice {
			t.Errorf("%d buckets have %d bytes; a visit loads %d, limit %d", n, size, visit, maxVoice)
		}
	}
	if len(buckets) != 1 || all > maxBank {
		t.Errorf("buckets of sizes %v; the bank has %d bytes, limit %d", buckets, all, maxBank)
	}
}

// awaited tells what loads before the answers: all but the film, the other
// pages and what is only there to be read.
func awaited(name string) bool {
	switch name {
	case "film.wasm", "manifest.json", "sw.js", "guida.webmanifest":
		return false
	}
	return !slices.Contains(beside, name) && path.Base(name) != "LICENSE.txt" && path.Ext(name) != ".vbk" && path.Ext(name) != ".png"
}
