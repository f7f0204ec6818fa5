// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// copySources copies the project as it lies here, with what is not committed yet
// and without what is built or installed.
func copySources(t *testing.T, to string) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		switch {
		case err != nil:
			return err
		case d.IsDir() && slices.Contains([]string{".git", ".cache", "build", "node_modules"}, rel), d.Name() == "node_modules":
			return fs.SkipDir
		case d.IsDir():
			return os.MkdirAll(filepath.Join(to, rel), 0o755)
		case !d.Type().IsRegular():
			return nil
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, rel), b, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// contents are a folder's files by name.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// alike compares two sites, every byte of every file.
func alike(t *testing.T, one, other string) {
	t.Helper()
	a, b := contents(t, one), contents(t, other)
	if !slices.Equal(slices.Sorted(maps.Keys(a)), slices.Sorted(maps.Keys(b))) || len(a) < 50 {
		t.Errorf("%d and %d files: %q, %q", len(a), len(b), slices.Sorted(maps.Keys(a)), slices.Sorted(maps.Keys(b)))
	}
	for name := range a {
		if a[name] != b[name] {
			t.Errorf("%s differs: %d and %d bytes", name, len(a[name]), len(b[name]))
		}
	}
	first, err1 := Digest(os.DirFS(one))
	second, err2 := Digest(os.DirFS(other))
	if err1 != nil || err2 != nil || first != second {
		t.Errorf("digests %s and %s, %v, %v", first, second, err1, err2)
	}
}

// folders are two places of the sources, at paths of different lengths.
func folders(t *testing.T) []string {
	t.Helper()
	dir := t.TempDir()
	list := []string{filepath.Join(dir, "a"), filepath.Join(dir, "another", "place with a longer name")}
	for _, to := range list {
		copySources(t, to)
	}
	return list
}

// TestSameBytes: the same sources in two folders give the same site. The compiler's
// cache is shared; it keeps a package by its path unless paths are left out, so
// a path in a program would still show. Compressed files are made twice.
func TestSameBytes(t *testing.T) {
	var sites []string
	for _, dir := range folders(t) {
		out := filepath.Join(dir, "build", "site")
		if _, err := Site(Options{
			Root: dir, Out: out, Cache: filepath.Join(dir, ".cache", "br"), Keys: []byte(demoKeys), Demo: true, Parents: parents,
			Now: time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC), Log: &bytes.Buffer{},
		}); err != nil {
			t.Fatal(err)
		}
		sites = append(sites, out)
	}
	alike(t, sites[0], sites[1])
}

// TestSameBytesCold: the same by the command that people use, everything compiled
// anew in each folder, by users whose surroundings differ. It takes minutes.
func TestSameBytesCold(t *testing.T) {
	if os.Getenv("FULL") == "" {
		t.Skip("two builds from nothing: FULL=1")
	}
	surroundings := [][]string{{"TZ=UTC", "LANG=C"}, {"TZ=Pacific/Auckland", "LANG=it_IT.UTF-8", "USER=somebody", "GOMAXPROCS=1"}}
	var sites []string
	for i, dir := range folders(t) {
		keys := filepath.Join(dir, "jwks.json")
		if err := os.WriteFile(keys, []byte(demoKeys), 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command("go", "run", "./cmd/videoguida", "site", "--keys", keys, "--demo", "--quality", "0")
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOCACHE="+t.TempDir(), "TMPDIR="+t.TempDir(), "SOURCE_DATE_EPOCH=1795521600")
		cmd.Env = append(cmd.Env, surroundings[i]...)
		if msg, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, msg)
		}
		sites = append(sites, filepath.Join(dir, "build", "site"))
	}
	alike(t, sites[0], sites[1])
}

// TestDigest: the digest is the one that sha256sum gives, and a release that was
// kept beside the new one does not change it.
func TestDigest(t *testing.T) {
	dir, old := t.TempDir(), t.TempDir()
	m := release(t, dir, map[string]string{"index.html": "new", "film.0000000009.wasm": "new", "voice/it/spot.0000000002.vbk": "same"})
	write := func() string {
		s := &site{Options: Options{Out: dir}, manifest: m}
		if err := s.writeManifest(); err != nil {
			t.Fatal(err)
		}
		sum, err := Digest(os.DirFS(dir))
		if err != nil {
			t.Fatal(err)
		}
		return sum
	}
	first := write()
	cmd := exec.Command("sh", "-c", "find * -type f | LC_ALL=C sort | xargs sha256sum | sha256sum")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil || string(out) != first+"  -\n" {
		t.Errorf("%s, sha256sum: %s %v", first, out, err)
	}
	release(t, old, map[string]string{"film.0000000001.wasm": "old"})
	s := &site{Options: Options{Out: dir}, manifest: m}
	if err := s.keep(old); err != nil || len(s.manifest.Previous) != 1 {
		t.Fatalf("%v, kept %v", err, s.manifest.Previous)
	}
	m = s.manifest
	if again := write(); again != first {
		t.Errorf("%s, beside an older release %s", first, again)
	}
	if err := os.WriteFile(filepath.Join(dir, "index.html.br"), []byte("else"), 0o644); err != nil {
		t.Fatal(err)
	}
	if changed := write(); changed == first {
		t.Error("a changed file does not change the digest")
	}
}

// TestNoDigest: only a built site has one.
func TestNoDigest(t *testing.T) {
	if _, err := Digest(os.DirFS(t.TempDir())); err == nil || !strings.Contains(err.Error(), "not a built site") {
		t.Errorf("an empty folder: %v", err)
	}
}

// TestDate: what is said comes first, then the commit, then the clock; nothing is
// dated later than now.
func TestDate(t *testing.T) {
	now := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	checkout, bare := t.TempDir(), t.TempDir()
	inside := filepath.Join(checkout, "inside")
	if err := os.Mkdir(inside, 0o755); err != nil {
		t.Fatal(err)
	}
	commit := func(at time.Time) {
		cmd := exec.Command("sh", "-c", "git init -q && git -c user.name=n -c user.email=n@example.org commit -q --allow-empty -m x")
		cmd.Dir = checkout
		date := fmt.Sprintf("%d +1300", at.Unix())
		cmd.Env = append(os.Environ(), "GIT_COMMITTER_DATE="+date, "GIT_AUTHOR_DATE="+date)
		if msg, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, msg)
		}
	}
	yesterday := now.AddDate(0, 0, -1)
	commit(yesterday)
	for _, test := range []struct {
		dir, epoch string
		want       time.Time
	}{
		{checkout, "", yesterday}, {inside, "", now}, {bare, "", now}, {checkout, "1795000000", time.Unix(1795000000, 0)}, {bare, "0", time.Unix(0, 0)},
	} {
		if got, err := Date(test.dir, test.epoch, now); err != nil || !got.Time.Equal(test.want) {
			t.Errorf("%s, epoch %q: %v %v, want %v", test.dir, test.epoch, got, err, test.want)
		}
	}
	commit(now.AddDate(0, 0, 1))
	if got, err := Date(checkout, "", now); err != nil || !got.Time.Equal(now) {
		t.Errorf("a commit that is still to come: %v, %v", got, err)
	}
	for _, epoch := range []string{"-1", "x", "1.5", fmt.Sprint(now.Unix() + 1)} {
		if _, err := Date(checkout, epoch, now); err == nil || !strings.Contains(err.Error(), "SOURCE_DATE_EPOCH") {
			t.Errorf("epoch %q: %v", epoch, err)
		}
	}
}
