// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package icon

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"videoguida/player/paint"
)

// TestGenerated fails when icon_gen.go is not what the drawings say.
func TestGenerated(t *testing.T) {
	fresh := filepath.Join(t.TempDir(), "icon_gen.go")
	if out, err := exec.Command("go", "run", "./gen", fresh).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	want, err := os.ReadFile(fresh)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("icon_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Error("icon_gen.go is stale: run go generate ./player/icon")
	}
}

// TestShape: every icon decodes, stays in its box and is kept per colour.
func TestShape(t *testing.T) {
	var s Set
	blue, red := paint.RGB(0x0066CC), paint.RGB(0xCC0000)
	for n := Name(1); int(n) <= Count; n++ {
		sh := s.Shape(n, blue)
		if sh == nil {
			t.Fatalf("icon %d does not decode", n)
		}
		if b := sh.Path.Bounds(); b.X < 0 || b.Y < 0 || b.X+b.W > Side || b.Y+b.H > Side {
			t.Errorf("icon %d lies at %v, outside its box", n, b)
		}
		if s.Shape(n, blue) != sh || s.Shape(n, red) == sh {
			t.Errorf("icon %d is not kept per colour", n)
		}
	}
	if s.Shape(None, blue) != nil {
		t.Error("no icon has a shape")
	}
}

// TestShapeIsBounded: many colours do not pile up.
func TestShapeIsBounded(t *testing.T) {
	var s Set
	for i := range uint32(100) {
		s.Shape(1, paint.RGB(i))
	}
	if n := len(s.kept[0]); n > colours {
		t.Errorf("%d shapes are kept, want at most %d", n, colours)
	}
}
