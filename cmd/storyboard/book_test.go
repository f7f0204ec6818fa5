// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/player/civil"
	"videoguida/tokengen/token"
)

var invented = token.Claims{
	Guide: "naspi", Name: "Maria", Applied: 20772, Start: 20775, Days: 364, Monthly: 114471,
	Calc: "soglia", Year: 2026, FirstPay: 20798, Contacts: "ok", Exp: 20962 * 86400,
}

// TestOnePicturePerMarker: each line and each of its markers has a picture of
// its own, shown on the page and described in semantics.json.
func TestOnePicturePerMarker(t *testing.T) {
	dir := t.TempDir()
	b, err := newBook(options{out: dir, lang: "it", size: "200x200", scale: 1}, invented, civil.Date(2026, 11, 24))
	if err == nil {
		err = b.writeAll()
	}
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, l := range b.tl.Lines {
		want = append(want, l.ID+".png")
		for _, m := range l.Marks {
			want = append(want, l.ID+"-"+m.Name+".png")
		}
	}
	slices.Sort(want)
	if d := cmp.Diff(want, pictures(t, dir)); d != "" {
		t.Errorf("pictures on disk: %s", d)
	}
	if d := cmp.Diff(want, shown(t, dir)); d != "" {
		t.Errorf("pictures on the page: %s", d)
	}
	if n := moments(t, dir); n != len(want) {
		t.Errorf("semantics.json tells of %d moments, want %d", n, len(want))
	}
}

func pictures(t *testing.T, dir string) (names []string) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*.png"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range paths {
		names = append(names, filepath.Base(p))
	}
	slices.Sort(names)
	return names
}

func shown(t *testing.T, dir string) (names []string) {
	t.Helper()
	html, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`<img src="([^"]+)"`).FindAllSubmatch(html, -1) {
		names = append(names, string(m[1]))
	}
	slices.Sort(names)
	return names
}

// moments counts the moments of semantics.json and fails when one of their
// nodes lacks a role or a name.
func moments(t *testing.T, dir string) int {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "semantics.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all []struct {
		Line  string
		Nodes []struct{ Role, Name string }
	}
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	for _, m := range all {
		for _, n := range m.Nodes {
			if n.Role == "" || n.Name == "" {
				t.Errorf("%s: a node is %+v", m.Line, n)
			}
		}
	}
	return len(all)
}
