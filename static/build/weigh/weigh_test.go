// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package weigh

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// compile builds a small program of the standard library for the browser.
func compile(t *testing.T, link string) []byte {
	t.Helper()
	dir := t.TempDir()
	source := "package main\n\nimport \"strings\"\n\nfunc main() { println(strings.ToUpper(\"ciao\")) }\n"
	file, out := filepath.Join(dir, "main.go"), filepath.Join(dir, "main.wasm")
	if err := os.WriteFile(file, []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "build", "-gcflags=all=-l", "-ldflags="+link, "-o", out, file)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if msg, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, msg)
	}
	program, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return program
}

func TestRead(t *testing.T) {
	program := compile(t, "-w")
	p, err := Read(program, []string{"runtime", "strings", "internal/runtime/maps", "unicode"})
	if err != nil {
		t.Fatal(err)
	}
	code, found := 0, map[string]Part{}
	for i, part := range p.Parts {
		code += part.Code
		found[part.Package] = part
		if part.Packed > part.Code || part.Packed <= 0 || i > 0 && part.Packed > p.Parts[i-1].Packed {
			t.Errorf("part %d: %+v", i, part)
		}
	}
	if code != p.Code || p.Code+p.Data >= p.Total || p.Total != len(program) {
		t.Errorf("parts have %d, the program %+v of %d", code, Program{Code: p.Code, Data: p.Data, Total: p.Total}, len(program))
	}
	if p.Parts[0].Package != "runtime" || found["main"].Functions != 1 || found["strings"].Functions < 2 || found["internal/runtime/maps"].Code == 0 {
		t.Errorf("parts: %+v", p.Parts)
	}
}

func TestNames(t *testing.T) {
	names, err := Names(compile(t, "-w"))
	if err != nil || !strings.Contains(strings.Join(names, "\n"), "\nstrings.ToUpper\n") {
		t.Errorf("%v in %d names", err, len(names))
	}
	nameless := compile(t, "-s -w")
	if _, err := Names(nameless); !errors.Is(err, ErrNameless) {
		t.Errorf("names without names: %v", err)
	}
	if _, err := Read(nameless, nil); !errors.Is(err, ErrNameless) {
		t.Errorf("weight without names: %v", err)
	}
	if _, err := Read(nameless[:len(nameless)-3], nil); err == nil {
		t.Error("a file cut short is read")
	}
}

// TestOwners: the longest path that matches is the package, also where the
// linker wrote signs as "_" and where methods have dots.
func TestOwners(t *testing.T) {
	owner := owners([]string{"a/b", "a/b/c", "github.com/x/y-z", "strings"})
	for name, want := range map[string]string{
		"a_b.F": "a/b", "a_b_c.F": "a/b/c", "a_b_c.__T_.M": "a/b/c", "a_b.T.M.func1": "a/b",
		"github.com_x_y_z.F": "github.com/x/y-z", "main.main": "main", "type_.eq.x": Other, "strings.ToUpper": "strings",
	} {
		if got := owner(name); got != want {
			t.Errorf("%s belongs to %s, not %s", name, got, want)
		}
	}
}
