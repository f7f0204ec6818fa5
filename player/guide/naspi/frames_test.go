//go:build amd64

// The hashes are those of amd64: other processors fuse a multiplication and an
// addition, which moves an edge by less than one can see.

package naspi

import (
	"cmp"
	"crypto/sha256"
	stdflag "flag" // this package has a flag of its own
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"videoguida/player"
	"videoguida/player/paint"
	"videoguida/player/raster"
	"videoguida/player/timeline"
	"videoguida/player/typeset/titillium"
)

var update = stdflag.Bool("update", false, "write the goldens anew")

const (
	framesFile = "testdata/frames.txt"
	frameScale = 0.5 // device px per CSS px: small is quick, and sees as much
)

// frameViews are the stages of a phone and of a desk.
var frameViews = []player.View{{W: 390, H: 616}, {W: 1280, H: 666, Bottom: 112}}

// TestFrames draws every marker for two people on two stages and compares
// each picture with its line in testdata/frames.txt:
//
//	profile size line marker hash
//
// To accept a change that you have looked at: go test -run TestFrames -update.
func TestFrames(t *testing.T) {
	g := golden{t: t, want: readFrames(t)}
	for _, i := range []int{0, 7} {
		for _, v := range frameViews {
			g.draw(profiles()[i], v)
		}
	}
	if *update {
		if err := os.WriteFile(framesFile, []byte(strings.Join(g.lines, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if len(g.lines) != len(g.want) {
		t.Errorf("%d pictures were drawn, %s lists %d", len(g.lines), framesFile, len(g.want))
	}
	if g.dir != "" {
		t.Errorf("the pictures that differ are in %s", g.dir)
	}
}

// readFrames returns the hash of each picture, by what its line says of it.
func readFrames(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile(framesFile)
	if err != nil && !*update {
		t.Fatal(err)
	}
	want := map[string]string{}
	for line := range strings.Lines(string(text)) {
		i := strings.LastIndexByte(strings.TrimSpace(line), ' ')
		want[line[:i]] = strings.TrimSpace(line[i:])
	}
	return want
}

// golden collects the lines of the pictures drawn and keeps those that differ.
type golden struct {
	t     *testing.T
	want  map[string]string
	lines []string
	dir   string // where the pictures that differ are, once there is one
}

// draw draws every marker of one person's guide on one stage.
func (g *golden) draw(pr profile, v player.View) {
	fonts, err := titillium.Load()
	if err != nil {
		g.t.Fatal(err)
	}
	p := newPlayer(g.t, pr)
	p.Resize(v)
	canvas := raster.New(int(v.W*frameScale), int(v.H*frameScale), fonts)
	var ops paint.Ops
	everyMoment(p, func(line, marker string) {
		p.Paint(&ops)
		canvas.Clear()
		ops.Replay(canvas, frameScale)
		name := strings.ReplaceAll(pr.name, " ", "-")
		g.check(fmt.Sprintf("%s %vx%v %s %s", name, v.W, v.H, line, marker), canvas.Image())
	})
}

// everyMoment calls f where everyMarkOf does, with the line and its marker; a
// line's start is called "inizio".
func everyMoment(p *player.Player, f func(line, marker string)) {
	for _, l := range p.Timeline().Lines {
		for _, m := range append([]timeline.Mark{{At: l.Start}}, l.Marks...) {
			p.Advance(0, player.Input{Kind: player.Seek, Ms: settled(&l, m.At+500)})
			f(l.ID, cmp.Or(m.Name, "inizio"))
		}
	}
}

func (g *golden) check(what string, img *image.RGBA) {
	hash := fmt.Sprintf("%x", sha256.Sum256(img.Pix))
	g.lines = append(g.lines, what+" "+hash)
	if *update || g.want[what] == hash {
		return
	}
	g.t.Errorf("%s differs: see %s", what, g.keep(what, img))
}

// keep writes a picture down, for somebody to look at, and returns its path.
func (g *golden) keep(what string, img image.Image) string {
	g.t.Helper()
	if g.dir == "" {
		dir, err := os.MkdirTemp("", "frames-")
		if err != nil {
			g.t.Fatal(err)
		}
		g.dir = dir
	}
	path := filepath.Join(g.dir, strings.ReplaceAll(what, " ", "_")+".png")
	f, err := os.Create(path)
	if err != nil {
		g.t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		g.t.Fatal(err)
	}
	return path
}
