// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"videoguida/static/build/notrace"
)

// browserGo runs the go command for browsers, in the project's folder, and
// returns what it printed. The folder counts: go.mod and GOTOOLCHAIN decide there
// which Go compiles, which need not be the one that made this builder.
func (s *site) browserGo(args ...string) ([]byte, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = s.Root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0", "GOWORK=off")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, stderr.String())
	}
	return stdout.Bytes(), nil
}

// goEnv asks the Go that compiles the programs for one of its settings.
func (s *site) goEnv(name string) (string, error) {
	out, err := s.browserGo("env", name)
	if err != nil {
		return "", fmt.Errorf("asking go for its %s: %w", name, err)
	}
	return strings.TrimSpace(string(out)), nil
}

// runtimeLoader is the wasm_exec.js of the Go that compiled the programs.
func (s *site) runtimeLoader() ([]byte, error) {
	goroot, err := s.goEnv("GOROOT")
	if err != nil {
		return nil, err
	}
	loader, err := os.ReadFile(filepath.Join(goroot, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return nil, fmt.Errorf("this Go has no loader for browsers (install the one of https://go.dev/dl/): %w", err)
	}
	return loader, nil
}

// strip takes from a program what only a printed stack needs, unless traces are
// wanted. A program whose tables are not known is returned as it is, with the
// reason: a larger guide is better than none.
func (s *site) strip(name string, program []byte) ([]byte, error) {
	var reason error
	if !s.Traces {
		stripped, err := notrace.Strip(program, s.manifest.Go)
		if err == nil {
			return stripped, nil
		}
		reason = err
	}
	s.manifest.Traced = append(s.manifest.Traced, name)
	return program, reason
}

// sayTraced says in one line that programs kept their tables, what it costs and
// what to do.
func (s *site) sayTraced(reason error) {
	known := notrace.Releases()
	s.say("%s: a fifth larger to download, because names and lines of functions are still in there (%v); "+
		"for the lean site: GOTOOLCHAIN=%s.0 make site, or add the release to static/build/notrace/layout.go",
		strings.Join(s.manifest.Traced, " and "), reason, known[len(known)-1])
}
