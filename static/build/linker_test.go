// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"videoguida/static/build/weigh"
)

// drawing matches the functions that only a program that draws may contain, as
// the linker writes their names.
var drawing = regexp.MustCompile(`^videoguida_player_(typeset_titillium|raster)\.` +
	`|^videoguida_player_(typeset|ui|chart|icon|avatar|vignette|guide_naspi|guide_pension|guide_film|story)\..*[._](Paint|paint|draw|Wrap|Measure)[A-Za-z]*$` +
	`|^golang_org_x_|^fmt\.`)

// TestReaderDoesNotDraw: Paint and Describe live in one type, and the linker
// drops Paint from the program that never calls it, with the fonts and with
// what only drawing needs: a type that is merely named may bring fmt along.
func TestReaderDoesNotDraw(t *testing.T) {
	out := filepath.Join(t.TempDir(), "reader.wasm")
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-o", out, "./wasm/reader")
	cmd.Dir, cmd.Env = root, append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if msg, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, msg)
	}
	program, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	names, err := weigh.Names(program)
	if err != nil {
		t.Fatal(err)
	}
	told := false
	for _, name := range names {
		told = told || strings.HasPrefix(name, "videoguida_player_script.")
		if drawing.MatchString(name) {
			t.Errorf("the reader contains %s", name)
		}
	}
	if len(names) < 1000 || !told {
		t.Errorf("%d functions were found, those of player/script: %v", len(names), told)
	}
	for _, font := range []string{"tw-400.ttf", "tw-600.ttf", "tw-700.ttf"} {
		data, err := os.ReadFile(filepath.Join(root, "player", "typeset", "titillium", "fonts", font))
		if err != nil {
			t.Fatal(err)
		}
		if piece := data[len(data)/2:][:64]; bytes.Contains(program, piece) {
			t.Errorf("the reader contains the font %s", font)
		}
	}
}
