// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package notrace

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"videoguida/static/build/wasmbin"
)

// compile builds the exercise with or without inlined calls.
func compile(t testing.TB, flags ...string) []byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), "exercise.wasm")
	args := append([]string{"build", "-trimpath", "-ldflags=-s -w", "-o", out}, flags...)
	cmd := exec.Command("go", append(args, "./testdata/exercise")...)
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

// goenv asks the Go that compiles.
func goenv(t testing.TB, name string) string {
	t.Helper()
	out, err := exec.Command("go", "env", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// known is the version of the Go that compiles. Where its tables are not known
// nothing is stripped, which TestUnknown holds, and there is nothing to try here.
func known(t testing.TB) string {
	t.Helper()
	version := goenv(t, "GOVERSION")
	if !Known(version) {
		t.Skipf("%s is not known: nothing is stripped", version)
	}
	return version
}

// run runs a program in node, without the variables that make a command line
// too long for it.
func run(t *testing.T, program []byte, args ...string) (string, error) {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		if os.Getenv("NEED") != "" {
			t.Fatal("node is not here: e2e/setup.sh installs it")
		}
		t.Skip("node is not here: e2e/setup.sh installs it")
	}
	file := filepath.Join(t.TempDir(), "program.wasm")
	if err := os.WriteFile(file, program, 0o644); err != nil {
		t.Fatal(err)
	}
	loader := filepath.Join(goenv(t, "GOROOT"), "lib", "wasm", "wasm_exec_node.js")
	cmd := exec.Command("node", append([]string{"--stack-size=8192", loader, file}, args...)...)
	cmd.Env = []string{"PATH=" + os.Getenv("PATH")}
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// TestRuns: a stripped program does what the whole one does, where the runtime
// works with the table of functions.
func TestRuns(t *testing.T) {
	version := known(t)
	for name, flags := range map[string][]string{"as the site": {"-gcflags=all=-l"}, "inlined": nil} {
		t.Run(name, func(t *testing.T) {
			whole := compile(t, flags...)
			stripped, err := Strip(bytes.Clone(whole), version)
			if err != nil {
				t.Fatal(err)
			}
			want, err := run(t, whole)
			if err != nil || !strings.Contains(want, "value method main.value.number called using nil *value pointer") {
				t.Fatalf("the whole program: %v\n%s", err, want)
			}
			if got, err := run(t, stripped); err != nil || got != want {
				t.Errorf("stripped: %v\n%s\nwhole:\n%s", err, got, want)
			}
		})
	}
}

// TestCrash: a crash still says what happened and ends with status 2.
func TestCrash(t *testing.T) {
	stripped, err := Strip(compile(t), known(t))
	if err != nil {
		t.Fatal(err)
	}
	out, err := run(t, stripped, "crash")
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 2 || !strings.Contains(out, "nil pointer dereference") {
		t.Errorf("%v\n%s", err, out)
	}
	if strings.Contains(out, "main.crash") || strings.Contains(out, "main.go:") {
		t.Errorf("the crash tells names or lines:\n%s", out)
	}
}

// TestNothingLeft: no file name is left, and no name but those the runtime
// compares.
func TestNothingLeft(t *testing.T) {
	version := known(t)
	whole := compile(t)
	stripped, err := Strip(bytes.Clone(whole), version)
	if err != nil {
		t.Fatal(err)
	}
	for _, trace := range []string{"runtime/proc.go\x00", "exercise/main.go\x00", "\x00fmt.Sprint\x00", "\x00main.deep\x00"} {
		if !bytes.Contains(memory(t, whole), []byte(trace)) {
			t.Fatalf("the whole program does not contain %q", trace)
		}
		if bytes.Contains(memory(t, stripped), []byte(trace)) {
			t.Errorf("the stripped program contains %q", trace)
		}
	}
	if kept := "\x00runtime.goexit\x00"; !bytes.Contains(memory(t, stripped), []byte(kept)) {
		t.Errorf("the runtime's own names are gone")
	}
}

func memory(t *testing.T, program []byte) []byte {
	t.Helper()
	sections, err := wasmbin.Split(program)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sections {
		if s.ID == wasmbin.Data {
			m, err := wasmbin.ReadMemory(s.Body)
			if err != nil {
				t.Fatal(err)
			}
			return m.Bytes
		}
	}
	t.Fatal("the program has no data")
	return nil
}

// TestBroken: what is not a table as this release writes it is refused.
func TestBroken(t *testing.T) {
	l := layoutOf(known(t))
	image := memory(t, compile(t))
	at := bytes.Index(image, l.magic)
	for name, change := range map[string]func([]byte){
		"no table":          func(b []byte) { b[at] = 0xf0 },
		"two tables":        func(b []byte) { copy(b[len(b)-8:], l.magic) },
		"names after units": func(b []byte) { le.PutUint64(b[at+l.head.names:], 1<<30) },
		"too many":          func(b []byte) { le.PutUint64(b[at+l.head.funcs:], 1<<40) },
		"none":              func(b []byte) { le.PutUint64(b[at+l.head.funcs:], 0) },
	} {
		b := bytes.Clone(image)
		change(b)
		t.Run(name, func(t *testing.T) {
			got, err := l.find(b)
			if err == nil {
				err = got.strip()
			}
			if !errors.Is(err, ErrTable) {
				t.Errorf("%v", err)
			}
		})
	}
}

// TestForeign: a file that Go's linker would not write is refused as a table is.
func TestForeign(t *testing.T) {
	const head = "\x00asm\x01\x00\x00\x00"
	for _, file := range []string{"", head, head + "\x0b\x02\x01\x01", head + "\x0b\x7f"} {
		if _, err := Strip([]byte(file), Releases()[0]); !errors.Is(err, ErrTable) {
			t.Errorf("%q: %v", file, err)
		}
	}
}

// TestUnknown: what was not looked at is refused, and the refusal says what is known.
func TestUnknown(t *testing.T) {
	for _, version := range []string{"go1.26", "go1.26.8", "go1.27.3", "go1.27.1 X:nodwarf5"} {
		if !Known(version) {
			t.Errorf("%s is not known", version)
		}
	}
	for _, version := range []string{"", "go1.2", "go1.25.7", "go1.270", "go1.27rc1", "go1.28.1", "devel go1.28-abcdef0123 X:nodwarf5"} {
		if _, err := Strip(nil, version); !errors.Is(err, ErrRelease) || !strings.Contains(err.Error(), "go1.26, go1.27") {
			t.Errorf("%q: %v", version, err)
		}
	}
}
