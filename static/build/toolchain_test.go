// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"videoguida/static/build/notrace"
)

// calledVersion puts a go command before the real one that says to be another
// version, and does everything else with the real one.
func calledVersion(t *testing.T, version string) {
	t.Helper()
	real, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	script := fmt.Sprintf("#!/bin/sh\nif [ \"$*\" = 'env GOVERSION' ]; then echo '%s'; else exec '%s' \"$@\"; fi\n", version, real)
	if err := os.WriteFile(filepath.Join(dir, "go"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
}

// TestNewerGo: a release of Go that nobody looked at yet builds the site all the
// same, with the tables left in, and one line says what it means.
func TestNewerGo(t *testing.T) {
	lean := publish(t)
	calledVersion(t, "go1.99.1")
	var log bytes.Buffer
	out := filepath.Join(t.TempDir(), "site")
	m, err := Site(Options{Root: root, Out: out, Cache: t.TempDir(), Keys: []byte(demoKeys), Demo: true, Log: &log})
	if err != nil {
		t.Fatal(err)
	}
	if m.Go != "go1.99.1" || !slices.Equal(m.Traced, Programs) {
		t.Errorf("built with %s, traced: %v", m.Go, m.Traced)
	}
	for _, name := range Programs {
		program, err := os.ReadFile(filepath.Join(out, m.Files[name+".wasm"].Name))
		if err != nil || !bytes.Contains(program, []byte("runtime/proc.go")) {
			t.Errorf("%s: the tables are gone (%v)", name, err)
		}
		if notrace.Known(lean.Go) && strings.Contains(read(t, lean.Files[name+".wasm"].Name), "runtime/proc.go") {
			t.Errorf("%s of a known release carries its tables", name)
		}
	}
	var said []string
	for line := range strings.Lines(log.String()) {
		if strings.Contains(line, "go1.99.1") && !strings.HasPrefix(line, "compiling") {
			said = append(said, line)
		}
	}
	known := notrace.Releases()
	if len(said) != 1 || !strings.Contains(said[0], "reader and film") || !strings.Contains(said[0], "larger") ||
		!strings.Contains(said[0], "GOTOOLCHAIN="+known[len(known)-1]+".0 make site") {
		t.Errorf("said %q", said)
	}
}

// TestOtherTables: of a release that is known, a program whose tables are not as
// expected stays as it is, too.
func TestOtherTables(t *testing.T) {
	program := []byte("\x00asm\x01\x00\x00\x00")
	s := &site{manifest: Manifest{Go: notrace.Releases()[0] + ".1"}}
	if got, reason := s.strip("film", program); reason == nil || !bytes.Equal(got, program) || !slices.Equal(s.manifest.Traced, []string{"film"}) {
		t.Errorf("%q, %v, traced: %v", got, reason, s.manifest.Traced)
	}
}

// TestTracesAreWanted: who asks for traces is not told what they cost.
func TestTracesAreWanted(t *testing.T) {
	s := &site{Options: Options{Traces: true}, manifest: Manifest{Go: "go1.99.1"}}
	if _, reason := s.strip("film", nil); reason != nil || len(s.manifest.Traced) != 1 {
		t.Errorf("%v, traced: %v", reason, s.manifest.Traced)
	}
}
