// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// release writes a small built site by hand.
func release(t *testing.T, dir string, files map[string]string) Manifest {
	t.Helper()
	m := Manifest{Files: map[string]File{}}
	for name, text := range files {
		m.Files[name] = File{Name: name}
		for _, ext := range []string{"", ".br"} {
			path := filepath.Join(dir, name+ext)
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(text+ext), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	b, err := json.Marshal(m)
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "manifest.json"), b, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestTwoReleases: who opened the page before it was replaced still finds its
// programs, and nothing else of that release is taken along.
func TestTwoReleases(t *testing.T) {
	old, out := t.TempDir(), t.TempDir()
	release(t, old, map[string]string{
		"index.html": "old", "film.0000000001.wasm": "old", "voice/it/naspi.0000000002.vbk": "same", "../out.0000000003.js": "evil",
	})
	if err := os.WriteFile(filepath.Join(old, "film.0000000000.wasm"), []byte("older"), 0o644); err != nil {
		t.Fatal(err)
	}
	s := &site{Options: Options{Out: out}, manifest: release(t, out, map[string]string{
		"index.html": "new", "film.0000000009.wasm": "new", "voice/it/naspi.0000000002.vbk": "same",
	})}
	if err := s.keep(old); err != nil {
		t.Fatal(err)
	}
	if want := []string{"film.0000000001.wasm"}; !slices.Equal(s.manifest.Previous, want) {
		t.Errorf("kept %q, want %q", s.manifest.Previous, want)
	}
	for name, want := range map[string]string{"index.html": "new", "film.0000000001.wasm": "old", "film.0000000001.wasm.br": "old.br"} {
		if b, err := os.ReadFile(filepath.Join(out, name)); err != nil || string(b) != want {
			t.Errorf("%s is %q, %v", name, b, err)
		}
	}
	if _, err := os.Stat(filepath.Join(out, "film.0000000000.wasm")); err == nil {
		t.Error("a third release was kept")
	}
}

// TestNoReleaseBefore: the first build, or one over a folder that is no site,
// keeps nothing; a damaged list is said.
func TestNoReleaseBefore(t *testing.T) {
	s := &site{Options: Options{Out: t.TempDir()}}
	if err := s.keep(filepath.Join(t.TempDir(), "none")); err != nil || s.manifest.Previous != nil {
		t.Errorf("%v, kept %q", err, s.manifest.Previous)
	}
	old := t.TempDir()
	if err := os.WriteFile(filepath.Join(old, "manifest.json"), []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := s.keep(old); err == nil || !strings.Contains(err.Error(), "the release before") {
		t.Errorf("a damaged list: %v", err)
	}
}

// TestWorkerKnowsItsBuild: the service worker may keep what the page loads, all
// of one build, and nothing else.
func TestWorkerKnowsItsBuild(t *testing.T) {
	m := publish(t)
	text := read(t, "sw.js")
	_, rest, found := strings.Cut(text, "={")
	rest, _, _ = strings.Cut(rest, "},")
	var got workerData
	if err := json.Unmarshal([]byte("{"+quoteKeys(rest)+"}"), &got); err != nil || !found {
		t.Fatalf("%v: %.200s", err, text)
	}
	want := workerData{ID: m.ID, Files: []string{
		"/accessibilita.html", "/accessibilita.de.html", "/accessibilita.en.html", "/privacy.html", "/privacy.de.html", "/privacy.en.html",
		"/licenze.html", "/licenze.de.html", "/licenze.en.html",
	}}
	for name, f := range m.Files {
		switch ext := filepath.Ext(name); {
		case ext == ".vbk":
			want.Packs = append(want.Packs, "/"+f.Name)
		case ext != ".png" && ext != ".txt" && ext != ".html" && name != "sw.js":
			want.Files = append(want.Files, "/"+f.Name)
		}
	}
	slices.Sort(want.Files)
	slices.Sort(want.Packs)
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// quoteKeys undoes what the minifier does to JSON's member names.
func quoteKeys(js string) string {
	return strings.NewReplacer(`id:`, `"id":`, `files:`, `"files":`, `packs:`, `"packs":`).Replace(js)
}

// TestKillSwitch: a build for online use alone publishes the worker that takes
// everything back, and it keeps nothing.
func TestKillSwitch(t *testing.T) {
	s := &site{Options: Options{Root: root, Out: t.TempDir(), Cache: t.TempDir(), Online: true}, manifest: Manifest{Files: map[string]File{}}}
	if err := s.worker(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(s.Out, "sw.js"))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"skipWaiting", "unregister", "caches.delete"} {
		if !strings.Contains(string(b), part) {
			t.Errorf("the kill switch lacks %s", part)
		}
	}
	if strings.Contains(string(b), `"fetch"`) || strings.Contains(string(b), ".put(") {
		t.Error("the kill switch still serves or keeps")
	}
}

// TestParents: only an exact origin may become part of the policy.
func TestParents(t *testing.T) {
	tests := map[string]bool{
		"https://www.inps.it": true, "https://my.example:8443": true, "http://localhost:8080": true, "http://127.0.0.1": true,
		"http://www.inps.it": false, "https://": false, "https://www.inps.it/": false, "https://*.inps.it": false, "*": false, "": false,
		"https://a.example;script-src *": false, "https://a.example\nX: y": false, "https://a.example https://b.example": false,
		"http://localhost.evil.example": false, "https://user@a.example": false, "null": false,
	}
	for parent, want := range tests {
		if got := checkParent(parent) == nil; got != want {
			t.Errorf("%q: %v, want %v", parent, got, want)
		}
	}
}
