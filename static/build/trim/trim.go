// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package trim makes a leaner copy of the pinned Ebitengine for the browser.
//
// Some of its packages carry what no browser needs: the log of development
// builds, the import of Go source trees, a protocol to draw for another process,
// templates of shader sources, archives of dumped images. With them come
// text/template, go/build, encoding/gob, net, log/slog and archive/zip: half a
// megabyte of what a phone downloads. [Module] copies the packages that a
// program reaches into an ignored folder, changes them as the table of edits
// says, and writes the module file to build with.
//
// The edits are written for one version. When go.mod moves to another, or an
// edit no longer finds its place, Module fails and says what to do; the stock
// module is one option away.
package trim

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Path and Version are the module that the edits are for.
const (
	Path    = "github.com/hajimehoshi/ebiten/v2"
	Version = "v2.10.4"
)

// ErrMoved means that the module is not what the edits were written for.
var ErrMoved = errors.New("trim: Ebitengine is not the version that static/build/trim/edits.go was written for: check the edits, or build with --stock")

// ErrDownload means that go could not bring the sources.
var ErrDownload = errors.New("trim: Ebitengine is not on this machine and could not be downloaded: " +
	"run \"go mod download\" once with a network, or set GOPROXY to a mirror that this machine reaches")

// Trimmer knows the project's root and where the copy may lie, which git
// ignores.
type Trimmer struct{ Root, Dir string }

// Module makes the copy that a program of the browser needs, such as
// ./wasm/film, and returns the path of the module file to build it with. A copy
// that is there already is used again.
func (t Trimmer) Module(program string) (modfile string, err error) {
	origin, err := t.origin()
	if err != nil {
		return "", err
	}
	dir, err := filepath.Abs(t.Dir)
	if err != nil {
		return "", err
	}
	packages, err := t.packages(origin, program)
	if err != nil {
		return "", err
	}
	copied := filepath.Join(dir, Version+"-"+digest(packages))
	if _, err := os.Stat(copied); errors.Is(err, fs.ErrNotExist) {
		if err := t.make(origin, copied, packages); err != nil {
			return "", err
		}
	}
	return t.modfile(copied)
}

// make fills a folder and gives it its name when it is whole.
func (t Trimmer) make(origin, copied string, packages []string) error {
	if err := os.MkdirAll(filepath.Dir(copied), 0o755); err != nil {
		return err
	}
	tmp, err := os.MkdirTemp(filepath.Dir(copied), "part-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	for _, p := range append([]string{"."}, packages...) {
		if err := copyPackage(filepath.Join(tmp, p), filepath.Join(origin, p)); err != nil {
			return err
		}
	}
	shaders, err := spell(tmp)
	if err != nil {
		return err
	}
	if err := apply(tmp, append(shaders, edits...)); err != nil {
		return err
	}
	err = os.Rename(tmp, copied)
	if errors.Is(err, fs.ErrExist) {
		return nil // another build was quicker
	}
	return err
}

// packages are the folders of the module's packages that the program reaches.
func (t Trimmer) packages(origin, program string) (dirs []string, err error) {
	out, err := gocmd(t.Root, browser(), "list", "-deps", "-f", "{{.ImportPath}}", program)
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(out) {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(line), Path+"/"); ok {
			dirs = append(dirs, rest)
		}
	}
	if len(dirs) == 0 {
		return nil, fmt.Errorf("trim: %s does not use %s", program, Path)
	}
	return dirs, nil
}

// modfile writes go.mod and go.sum with the copy in the module's place. Its path
// is relative, since a program carries it along.
func (t Trimmer) modfile(copied string) (string, error) {
	root, err := filepath.Abs(t.Root)
	if err != nil {
		return "", err
	}
	place, err := filepath.Rel(root, copied)
	if err != nil {
		return "", err
	}
	mod, err1 := os.ReadFile(filepath.Join(root, "go.mod"))
	sum, err2 := os.ReadFile(filepath.Join(root, "go.sum"))
	if place = filepath.ToSlash(place); !strings.HasPrefix(place, "../") {
		place = "./" + place
	}
	mod = fmt.Appendf(mod, "\nreplace %s => %s\n", Path, place)
	return copied + ".mod", errors.Join(err1, err2, write(copied+".mod", mod), write(copied+".sum", sum))
}

// write writes a file at once: another build may be reading it.
func write(name string, b []byte) error {
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, b) {
		return nil
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), "part-")
	if err != nil {
		return err
	}
	_, err = tmp.Write(b)
	return errors.Join(err, tmp.Close(), os.Rename(tmp.Name(), name))
}

// copyPackage copies a package's files without its tests. The files of a module
// cache are read-only; the copies are not.
func copyPackage(to, from string) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		b, err := os.ReadFile(filepath.Join(from, e.Name()))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, e.Name()), b, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// digest names a copy by what it is made of.
func digest(packages []string) string {
	h := sha256.New()
	fmt.Fprint(h, packages, edits, spelling, shaderEdits)
	return hex.EncodeToString(h.Sum(nil)[:6])
}

// browser is the environment of a build for the browser.
func browser() []string { return []string{"GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0"} }

// gocmd runs the go command in a folder and returns what it printed.
func gocmd(dir string, env []string, args ...string) (string, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), "GOWORK=off"), env...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		return out.String(), fmt.Errorf("trim: go %s: %w\n%s", strings.Join(args, " "), err, errs.String())
	}
	return out.String(), nil
}
