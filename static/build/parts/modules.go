// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package parts

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Modules lists the modules that the programs reach, apart from the project's
// own, in the order of their paths.
func Modules(root string, programs ...Program) ([]Part, error) {
	versions, changed := map[string]string{}, map[string]bool{}
	for _, p := range programs {
		args := []string{"list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}"}
		if p.Modfile != "" {
			args = append(args, "-modfile", p.Modfile)
		}
		out, err := gocmd(root, p.Host, append(args, p.Dir)...)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(out) {
			if module, version, found := strings.Cut(strings.TrimSpace(line), " "); found {
				versions[module] = version
				changed[module] = changed[module] || module == p.Changed
			}
		}
	}
	if len(versions) == 0 {
		return nil, nil
	}
	return licensed(root, versions, changed)
}

// licensed reads the licences of modules as their authors published them.
func licensed(root string, versions map[string]string, changed map[string]bool) (out []Part, err error) {
	dirs, err := download(root, versions)
	if err != nil {
		return nil, err
	}
	for _, module := range slices.Sorted(maps.Keys(versions)) {
		text, err := texts(dirs[module])
		if err != nil {
			return nil, err
		}
		licence, err := identify(text[0])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", module, err)
		}
		out = append(out, Part{
			Path: module, Name: name(module), Version: versions[module], Licence: licence, Text: strings.Join(text, "\n\n"), Changed: changed[module],
		})
	}
	return out, nil
}

// name is what people call a module.
func name(module string) string {
	switch {
	case strings.Contains(module, "/ebiten/"):
		return "Ebitengine"
	case strings.HasPrefix(module, "golang.org/"):
		return strings.TrimPrefix(module, "golang.org/")
	}
	return path.Base(module)
}

// download brings modules onto this machine, wherever they are now, and tells
// their folders.
func download(root string, versions map[string]string) (dirs map[string]string, err error) {
	args := []string{"mod", "download", "-json"}
	for _, module := range slices.Sorted(maps.Keys(versions)) {
		args = append(args, module+"@"+versions[module])
	}
	out, err := gocmd(root, false, args...)
	if err != nil {
		return nil, err
	}
	dirs = map[string]string{}
	for d := json.NewDecoder(strings.NewReader(out)); ; {
		var m struct{ Path, Dir, Error string }
		if err := d.Decode(&m); errors.Is(err, io.EOF) {
			return dirs, nil
		} else if err != nil {
			return nil, fmt.Errorf("parts: go mod download: %w", err)
		}
		if m.Dir == "" {
			return nil, fmt.Errorf("parts: %s cannot be downloaded: %s", m.Path, m.Error)
		}
		dirs[m.Path] = m.Dir
	}
}

// texts reads the licence files of a folder, its own licence first, and its
// notices.
func texts(dir string) (out []string, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || !legal.MatchString(e.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		out = append(out, string(text))
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("parts: there is no licence in %s", dir)
	}
	return out, nil
}

// legal are the names of files with licences and notices; in the order of names
// a module's own licence comes first.
var legal = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice)`)

// library is Go's own part. Some packages of Go leave its licence out of its
// folder; the modules of the same authors carry the same text.
func library(root string, modules []Part) (Part, error) {
	out, err := gocmd(root, false, "env", "GOVERSION", "GOROOT")
	if err != nil {
		return Part{}, err
	}
	version, dir, _ := strings.Cut(strings.TrimSpace(out), "\n")
	p := Part{Path: Go, Name: "Go", Version: strings.TrimPrefix(version, "go"), Licence: "BSD-3-Clause"}
	if text, err := texts(dir); err == nil {
		p.Text = strings.Join(text, "\n\n")
		return p, nil
	}
	for _, m := range modules {
		if strings.HasPrefix(m.Path, "golang.org/x/") {
			p.Text = m.Text
		}
	}
	if p.Text == "" {
		return Part{}, fmt.Errorf("parts: no licence of Go in %s", dir)
	}
	return p, nil
}

// gocmd runs the go command, for this machine or for browsers, and returns what
// it printed.
func gocmd(root string, host bool, args ...string) (string, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = root
	if !host {
		cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	}
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("parts: go %s: %w\n%s%s", strings.Join(args, " "), err, stderr.String(), stdout.String())
	}
	return stdout.String(), nil
}
