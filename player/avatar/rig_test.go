// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"videoguida/player/paint"
	"videoguida/player/paint/svgpath"
)

func TestEveryPieceDecodes(t *testing.T) {
	total := 0
	check := func(where, d string) {
		total++
		if p, err := svgpath.Parse(d); err != nil || len(p.Pts) == 0 {
			t.Errorf("%s: %v in %q", where, err, d)
		}
	}
	for _, l := range drawn {
		for _, p := range l {
			check("layer", p.d)
		}
	}
	for _, h := range hands {
		for _, p := range h {
			check("hand", p.d)
		}
	}
	if total < 170 {
		t.Errorf("only %d pieces", total)
	}
}

// TestLidsHaveTheSameNodes: they close point by point.
func TestLidsHaveTheSameNodes(t *testing.T) {
	for i, l := range lids {
		a, errA := svgpath.Parse(l.open)
		b, errB := svgpath.Parse(l.closed)
		if errA != nil || errB != nil || len(a.Pts) == 0 || len(a.Pts) != len(b.Pts) {
			t.Errorf("lid %d: %d and %d nodes (%v, %v)", i, len(a.Pts), len(b.Pts), errA, errB)
		}
	}
}

func TestGeneratedFilesAreFresh(t *testing.T) {
	dir := t.TempDir()
	if msg, err := exec.Command("go", "run", "./gen", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, msg)
	}
	for _, name := range []string{"layers_gen.go", "stances_gen.go"} {
		fresh, errFresh := os.ReadFile(filepath.Join(dir, name))
		kept, errKept := os.ReadFile(name)
		if errFresh != nil || errKept != nil || string(fresh) != string(kept) {
			t.Errorf("%s is stale: go generate ./player/avatar", name)
		}
	}
}

// TestBlendsShareTheWayBack: from one mouth to another and back are the same
// shapes, so a backend keeps half as many.
func TestBlendsShareTheWayBack(t *testing.T) {
	r, o := New(), &paint.Ops{}
	p := Still(Neutral)
	for k := range uint8(BlendSteps + 1) {
		p.Mouth = Mouth{C, D, k}
		r.Paint(o, paint.Identity, p)
	}
	there := r.Shapes()
	for k := range uint8(BlendSteps + 1) {
		p.Mouth = Mouth{D, C, k}
		r.Paint(o, paint.Identity, p)
	}
	if back := r.Shapes(); back != there {
		t.Errorf("the way back keeps %d more shapes", back-there)
	}
}

// TestTeethStayInTheMouth: no part shows outside the opening, in any blend.
func TestTeethStayInTheMouth(t *testing.T) {
	for from := range 2 * visemes {
		for to := range 2 * visemes {
			for k := range uint8(BlendSteps + 1) {
				m := build(Mouth{from, to, k}.settled().numbers())
				outer := m.inside[0].Path.Bounds()
				for _, s := range m.inside[1:] {
					in := s.Path.Bounds()
					if in.X < outer.X || in.Y < outer.Y-.01 || in.X+in.W > outer.X+outer.W || in.Y+in.H > outer.Y+outer.H+.01 {
						t.Fatalf("from %d to %d at %d: %v leaves %v", from, to, k, in, outer)
					}
				}
			}
		}
	}
}
