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
	if len(drawn) < 90 {
		t.Errorf("only %d pieces", len(drawn))
	}
	for _, d := range drawn {
		if p, err := svgpath.Parse(d.d); err != nil || len(p.Pts) == 0 {
			t.Errorf("%s: %v", d.part, err)
		}
	}
}

func TestGeneratedRigIsFresh(t *testing.T) {
	out := filepath.Join(t.TempDir(), "rig.go")
	if msg, err := exec.Command("go", "run", "./gen", out).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, msg)
	}
	fresh, _ := os.ReadFile(out)
	kept, _ := os.ReadFile("rig_gen.go")
	if string(fresh) != string(kept) {
		t.Error("rig_gen.go is stale: go generate ./player/avatar")
	}
}

func TestSteadyPaintAllocatesNothing(t *testing.T) {
	r, o := New(), &paint.Ops{}
	p := r.At(1.5, 0, false, Mouth{C, D, 3})
	f := func() { o.Reset(); r.Paint(o, paint.Identity, p) }
	f()
	if n := testing.AllocsPerRun(50, f); n != 0 {
		t.Errorf("painting allocates %v times", n)
	}
}

func TestLips(t *testing.T) {
	track := Lips("mamma", nil)
	want := []Viseme{A, D, A, D, X}
	if len(track) != len(want) {
		t.Fatalf("got %v", track)
	}
	for i, v := range want {
		if track[i].V != v {
			t.Errorf("event %d is %d, want %d", i, track[i].V, v)
		}
	}
	if m := MouthAt(track, 1, 1000); m.To != X {
		t.Errorf("the mouth ends at %v, want closed", m)
	}
	if m := MouthAt(track, 0.001, 2000); m.Step != 0 && m.To != A {
		t.Errorf("the mouth starts at %+v", m)
	}
}
