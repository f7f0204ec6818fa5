// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package trim

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// emptyCache gives the go command a module cache with nothing in it.
func emptyCache(t *testing.T) {
	t.Helper()
	t.Setenv("GOMODCACHE", t.TempDir())
	t.Setenv("GOFLAGS", os.Getenv("GOFLAGS")+" -modcacherw")
}

// TestEmptyCache: on a machine that has never seen Ebitengine the copy is made
// all the same. What this machine's own cache holds is asked before the network.
func TestEmptyCache(t *testing.T) {
	out, err := gocmd(root, nil, "env", "GOMODCACHE", "GOPROXY")
	if err != nil {
		t.Fatal(err)
	}
	full, proxy, _ := strings.Cut(strings.TrimSpace(out), "\n")
	emptyCache(t)
	t.Setenv("GOPROXY", "file://"+filepath.ToSlash(full)+"/cache/download,"+proxy)
	modfile, err := Trimmer{Root: root, Dir: t.TempDir()}.Module("./wasm/film")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(strings.TrimSuffix(modfile, ".mod"), "internal", "atlas", "gpuresources.go")); err != nil {
		t.Error(err)
	}
}

// TestOffline: without a network, and with nothing on this machine, the error
// says what to do and what go said.
func TestOffline(t *testing.T) {
	emptyCache(t)
	t.Setenv("GOPROXY", "off")
	tr := Trimmer{Root: root, Dir: t.TempDir()}
	_, err1 := tr.Module("./wasm/film")
	_, err2 := tr.download()
	for _, err := range []error{err1, err2} {
		if !errors.Is(err, ErrDownload) || !strings.Contains(err.Error(), "go mod download") || !strings.Contains(err.Error(), "GOPROXY=off") {
			t.Errorf("%v", err)
		}
	}
	left, err := os.ReadDir(tr.Dir)
	if err != nil || len(left) != 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}
