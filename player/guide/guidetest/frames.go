// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package guidetest

import (
	"cmp"
	"crypto/sha256"
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
	"videoguida/player/typeset/titillium"
)

const (
	framesFile = "testdata/frames.txt"
	frameScale = 0.5 // device px per CSS px: small is quick, and sees as much
)

// Frames draws every marker of some people on the stages of a phone and of a
// desk and compares each picture with its line in testdata/frames.txt:
//
//	profile size line marker hash
//
// With update it writes the file anew. The hashes are those of amd64: other
// processors fuse a multiplication and an addition, which moves an edge by less
// than one can see.
func (s Suite) Frames(t *testing.T, update bool, people ...Profile) {
	g := golden{t: t, suite: s, update: update}
	g.read()
	for _, pr := range people {
		for _, v := range []player.View{{W: 390, H: 616}, {W: 1280, H: 666, Bottom: 112}} {
			g.draw(pr, v)
		}
	}
	if update {
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

// golden collects the lines of the pictures drawn and keeps those that differ.
type golden struct {
	t      *testing.T
	suite  Suite
	update bool
	want   map[string]string // the hash of each picture, by what its line says of it
	lines  []string
	dir    string // where the pictures that differ are, once there is one
}

func (g *golden) read() {
	text, err := os.ReadFile(framesFile)
	if err != nil && !g.update {
		g.t.Fatal(err)
	}
	g.want = map[string]string{}
	for line := range strings.Lines(string(text)) {
		i := strings.LastIndexByte(strings.TrimSpace(line), ' ')
		g.want[line[:i]] = strings.TrimSpace(line[i:])
	}
}

// draw draws every marker of one person's guide on one stage; a line's start is
// called "inizio".
func (g *golden) draw(pr Profile, v player.View) {
	fonts, err := titillium.Load()
	if err != nil {
		g.t.Fatal(err)
	}
	p := g.suite.Player(g.t, pr, "it")
	p.Resize(v)
	canvas := raster.New(int(v.W*frameScale), int(v.H*frameScale), fonts)
	var ops paint.Ops
	EveryMark(p, func(p *player.Player, line, marker string) {
		p.Paint(&ops)
		canvas.Clear()
		ops.Replay(canvas, frameScale)
		name := strings.ReplaceAll(pr.Name, " ", "-")
		g.check(fmt.Sprintf("%s %vx%v %s %s", name, v.W, v.H, line, cmp.Or(marker, "inizio")), canvas.Image())
	})
}

func (g *golden) check(what string, img *image.RGBA) {
	hash := fmt.Sprintf("%x", sha256.Sum256(img.Pix))
	g.lines = append(g.lines, what+" "+hash)
	if g.update || g.want[what] == hash {
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
