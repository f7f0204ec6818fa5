// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package parts

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const root = "../../.."

// TestSite: the programs' own modules are there with the version of go.mod and
// a text that names its licence, and everything that is no module too.
func TestSite(t *testing.T) {
	all, err := Site(root, Program{Dir: "./wasm/reader"}, Program{Dir: "./wasm/film", Changed: "github.com/hajimehoshi/ebiten/v2"})
	if err != nil {
		t.Fatal(err)
	}
	mod, err := os.ReadFile(root + "/go.mod")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, p := range all {
		got[p.Path] = p.Licence
		if len(p.Text) < 1000 {
			t.Errorf("%s has a licence of %d bytes", p.Path, len(p.Text))
		}
		if strings.Contains(p.Path, ".") && !strings.Contains(string(mod), p.Path+" "+p.Version) {
			t.Errorf("%s %s is not in go.mod", p.Path, p.Version)
		}
		if want := p.Path == "github.com/hajimehoshi/ebiten/v2" || p.Path == Font || p.Path == Voice; p.Changed != want {
			t.Errorf("%s: changed is %v", p.Path, p.Changed)
		}
	}
	want := map[string]string{
		Guide: "EUPL-1.2", Go: "BSD-3-Clause", Font: "OFL-1.1", Voice: "Apache-2.0",
		"github.com/hajimehoshi/ebiten/v2": "Apache-2.0", "github.com/ebitengine/hideconsole": "Apache-2.0",
		"golang.org/x/image": "BSD-3-Clause", "golang.org/x/sync": "BSD-3-Clause", "golang.org/x/text": "BSD-3-Clause",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("the browser programs are made of other parts; look at their licences, then write them here:\n%s", d)
	}
	if p := all[1]; !strings.Contains(p.Text+all[2].Text, "Camilla Löwy") {
		t.Errorf("Ebitengine's notices are missing; after the guide comes %s", p.Path)
	}
}

// TestModulesOfPrograms: whatever is linked into a program of ours has a licence
// that goes with the EUPL.
func TestModulesOfPrograms(t *testing.T) {
	for _, dir := range []string{"./cmd/videoguida", "./cmd/tokengen", "./cmd/storyboard", "./cmd/flyer"} {
		modules, err := Modules(root, Program{Dir: dir, Host: true})
		if err != nil {
			t.Errorf("%s: %v", dir, err)
		}
		if len(modules) == 0 {
			t.Errorf("%s has no modules", dir)
		}
		for _, m := range modules {
			t.Log(dir, m.Path, m.Version, m.Licence)
		}
	}
}

func TestIdentify(t *testing.T) {
	for text, want := range map[string]string{
		"Redistribution and use in source and binary forms … this list of\n conditions … Neither the name of": "BSD-3-Clause",
		"Permission is hereby granted, free of charge … \n GNU GENERAL PUBLIC LICENSE Version 3":              "",
		"All rights reserved.": "",
		"":                     "",
	} {
		got, err := identify(text)
		if got != want || (want == "") != errors.Is(err, ErrUnknown) {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
}

func part(name, licence, text string) Part { return Part{Name: name, Licence: licence, Text: text} }

// TestTexts: equal texts are shown once, whatever their line ends and rules.
func TestTexts(t *testing.T) {
	got := Texts([]Part{
		part("a", "MIT", "# One\n\nCopyright A\nCopyright B\nall\nrights\n-----\n```\n* item\n"),
		part("b", "MIT", "One\r\n\r\nCopyright A\r\nCopyright B\r\nall rights\r\n\r\n* item"),
		part("c", "ISC", "two\n2.Scope of it\nand more"),
	})
	want := []Text{
		{"MIT", []string{"a", "b"}, []string{"One", "Copyright A", "Copyright B all rights", "* item"}},
		{"ISC", []string{"c"}, []string{"two", "2.Scope of it", "and more"}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
