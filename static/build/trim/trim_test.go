// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package trim

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const root = "../../.."

// TestModule: the film builds without what the edits take out, and the copy's
// shaders are those of the original.
func TestModule(t *testing.T) {
	tr := Trimmer{Root: root, Dir: t.TempDir()}
	modfile, err := tr.Module("./wasm/film")
	if err != nil {
		t.Fatal(err)
	}
	out, err := gocmd(root, browser(), "list", "-modfile", modfile, "-deps", "./wasm/film")
	if err != nil {
		t.Fatal(err)
	}
	reached := strings.Fields(out)
	for _, p := range []string{"text/template", "go/build", "encoding/gob", "encoding/json", "net", "net/url", "log/slog", "archive/zip", "os/exec", "regexp", "go/printer", "go/doc/comment"} {
		if slices.Contains(reached, p) {
			t.Errorf("the film still reaches %s", p)
		}
	}
	if !slices.Contains(reached, Path+"/internal/atlas") {
		t.Error("the film does not reach Ebitengine at all")
	}
	origin, err := tr.origin()
	if err != nil {
		t.Fatal(err)
	}
	original := filepath.Join(t.TempDir(), "original")
	for _, p := range []string{".", "internal/builtinshader", "internal/colormshader"} {
		if err := copyPackage(filepath.Join(original, p), filepath.Join(origin, p)); err != nil {
			t.Fatal(err)
		}
	}
	for _, pkg := range []string{"builtinshader", "colormshader"} {
		want, err1 := table(original, pkg)
		got, err2 := table(strings.TrimSuffix(modfile, ".mod"), pkg)
		if err := errors.Join(err1, err2); err != nil {
			t.Fatal(err)
		}
		if got != want || !strings.Contains(want, "func Fragment") {
			t.Errorf("%s: the sources of the copy are not those of the original", pkg)
		}
	}
	if again, err := tr.Module("./wasm/film"); err != nil || again != modfile {
		t.Errorf("the copy was not used again: %s, %v", again, err)
	}
}

// TestMoved: an edit that does not find its place fails and tells which.
func TestMoved(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.go"), []byte("package a\n\nvar x = 1\n\nvar x = 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, e := range []edit{
		{"a.go", "var y", "", ""},
		{"a.go", "var x", "", ""},
		{"a.go", "package", "type", ""},
		{"b.go", "package", "", ""},
	} {
		if err := apply(dir, []edit{e}); !errors.Is(err, ErrMoved) || !strings.Contains(err.Error(), e.File) {
			t.Errorf("%+v: got %v", e, err)
		}
	}
	if err := apply(dir, []edit{{"a.go", "package a\n", "\nvar x", "package b\n"}}); err != nil {
		t.Error(err)
	}
	if b, err := os.ReadFile(filepath.Join(dir, "a.go")); err != nil || string(b) != "package b\n\nvar x = 1\n\nvar x = 1\n" {
		t.Errorf("%q, %v", b, err)
	}
}
