// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package parts tells what a published site is made of, and under which
// licences: the guide itself, the Go modules that are linked into the browser
// programs, Go's own library, the typeface and the voice.
//
// The list is read from the build, not kept by hand: the go command says which
// modules the programs reach, and each module's folder holds its licence. A
// module whose licence this package does not know is an error, so that somebody
// reads it before it is published.
package parts

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Part is a part of the site with a licence of its own.
type Part struct {
	Path    string // its module's path, or one of the constants below
	Name    string // for people
	Version string // such as v2.10.4, of Go 1.26.8; empty for parts of this repository
	Licence string // an SPDX expression
	Text    string // the licence with the notices that must be passed on
	Changed bool   // it is not as its authors published it
}

// Paths of the parts that are no modules.
const (
	Guide = "videoguida"
	Go    = "go" // the standard library, the runtime and wasm_exec.js
	Font  = "titillium-web"
	Voice = "voice-it"
)

// Program is a program to look into.
type Program struct {
	Dir     string // its package, such as ./wasm/film
	Host    bool   // it is built for this machine and not for browsers
	Modfile string // the module file it is built with; empty for go.mod
	Changed string // the path of a module that is not built as published, or nothing
}

// Site lists the parts of a site made of these programs: the guide first, then
// the modules in the order of their paths, then Go, the typeface and the voice.
// Root is the project's folder. Modules that are missing are downloaded.
func Site(root string, programs ...Program) ([]Part, error) {
	modules, err := Modules(root, programs...)
	if err != nil {
		return nil, err
	}
	library, err := library(root, modules)
	if err != nil {
		return nil, err
	}
	own, err := kept(root)
	if err != nil {
		return nil, err
	}
	all := append([]Part{own[0]}, modules...)
	return append(append(all, library), own[1:]...), nil
}

// kept are the parts whose licences lie in this repository.
func kept(root string) ([]Part, error) {
	list := []struct {
		Part
		file string
	}{
		{Part{Path: Guide, Name: "Videoguida", Licence: "EUPL-1.2"}, "LICENSE"},
		{Part{Path: Font, Name: "Titillium Web", Licence: "OFL-1.1", Changed: true}, "static/site/fonts/LICENSE.txt"},
		{Part{Path: Voice, Name: "SVOX Pico, it-IT", Licence: "Apache-2.0", Changed: true}, "LICENSES/Apache-2.0.txt"},
	}
	var out []Part
	for _, p := range list {
		text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(p.file)))
		if err != nil {
			return nil, err
		}
		p.Text = string(text)
		out = append(out, p.Part)
	}
	return out, nil
}

// Text is a licence's text and the names of the parts that it is for.
type Text struct {
	Licence    string   // the SPDX identifier
	Names      []string // of the parts, in their order
	Paragraphs []string
}

// Texts are the different texts of the parts, each once.
func Texts(all []Part) (out []Text) {
	for _, p := range all {
		text := paragraphs(p.Text)
		i := slices.IndexFunc(out, func(t Text) bool { return slices.Equal(t.Paragraphs, text) })
		if i < 0 {
			out = append(out, Text{Licence: p.Licence, Paragraphs: text})
			i = len(out) - 1
		}
		out[i].Names = append(out[i].Names, p.Name)
	}
	return out
}

// paragraphs cuts a text at its empty lines, rules and fences; a page breaks the
// lines anew. A line that begins an item begins a paragraph.
func paragraphs(text string) (out []string) {
	open := false
	for line := range strings.Lines(text) {
		line = strings.Join(strings.Fields(strings.TrimLeft(line, "# ")), " ")
		switch {
		case strings.Trim(line, "-=`") == "":
			open = false
			continue
		case open && !item(line):
			out[len(out)-1] += " " + line
		default:
			out = append(out, line)
		}
		open = !heading.MatchString(line)
	}
	return out
}

// heading is the title of a numbered section on a line of its own.
var heading = regexp.MustCompile(`^[0-9]+\. ?[A-Z][^.;]{0,80}$`)

// item tells whether a line begins an item of a list.
func item(line string) bool {
	for _, mark := range []string{"— ", "* ", "- ", "Copyright "} {
		if strings.HasPrefix(line, mark) {
			return true
		}
	}
	return heading.MatchString(line)
}
