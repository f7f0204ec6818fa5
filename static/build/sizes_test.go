package build

import (
	"maps"
	"path"
	"slices"
	"testing"
)

// What a person waits for, in bytes at brotli 11; KB = 1000 bytes.
const (
	maxReader = 800_000
	maxFilm   = 2_500_000
	maxFirst  = 1_000_000 // until the four answers are painted
)

func TestSizes(t *testing.T) {
	m := publish(t)
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
			t.Errorf("%s travels as %d bytes, limit %d", name, n, limit)
		}
	}
	if first < m.Files["reader.wasm"].Brotli || first > maxFirst {
		t.Errorf("%d bytes travel until the answers are painted, limit %d", first, maxFirst)
	}
}

// awaited tells what loads before the answers: all but the film, the other
// pages and what is only there to be read.
func awaited(name string) bool {
	switch name {
	case "film.wasm", "accessibilita.html", "manifest.json":
		return false
	}
	return path.Base(name) != "LICENSE.txt"
}
