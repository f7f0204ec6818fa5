// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package weigh tells what a browser program is made of: how many bytes of its
// code each Go package brought.
//
// A WebAssembly file is a row of sections. Three of them matter here: the code
// section has every function's body, the import section says how many
// functions come from outside and so have no body, and the custom section
// "name" gives each function its Go name. Programs for the public have no
// names; the caller compiles one that has.
package weigh

import (
	"bytes"
	"cmp"
	"compress/flate"
	"errors"
	"maps"
	"slices"
	"strings"
)

// Part is what one package brought. Sizes are in bytes.
type Part struct {
	Package   string
	Functions int
	Code      int // of its function bodies
	Packed    int // of the same, deflated by itself: roughly its share of a download
}

// Program is what a browser program is made of.
type Program struct {
	Parts []Part // largest first when packed
	Code  int    // bytes of all function bodies
	Data  int    // bytes of constants, type descriptions and tables of functions
	Total int    // bytes of the file
}

// Other is the name of the part for functions that belong to no listed package.
const Other = "(made by the compiler)"

// ErrNameless means that a program was linked without names.
var ErrNameless = errors.New("weigh: the program has no names of functions: link it without -s")

// Names are the names of a program's functions, as the linker writes them, in
// order of their numbers.
func Names(wasm []byte) ([]string, error) {
	m, err := parse(wasm)
	if err == nil && len(m.names) == 0 {
		err = ErrNameless
	}
	var list []string
	for _, i := range slices.Sorted(maps.Keys(m.names)) {
		list = append(list, m.names[i])
	}
	return list, err
}

// Read weighs a program. The packages are the import paths it may contain, as
// "go list -deps" prints them.
func Read(wasm []byte, packages []string) (Program, error) {
	m, err := parse(wasm)
	if err != nil {
		return Program{}, err
	}
	if len(m.names) == 0 {
		return Program{}, ErrNameless
	}
	owner := owners(packages)
	bodies := map[string][][]byte{}
	p := Program{Data: m.data, Total: len(wasm)}
	for i, body := range m.bodies {
		pkg := owner(m.names[uint32(m.imported+i)])
		bodies[pkg] = append(bodies[pkg], body)
		p.Code += len(body)
	}
	for pkg, list := range bodies {
		part := Part{Package: pkg, Functions: len(list)}
		all := bytes.Join(list, nil)
		part.Code, part.Packed = len(all), packed(all)
		p.Parts = append(p.Parts, part)
	}
	slices.SortFunc(p.Parts, func(a, b Part) int {
		return cmp.Or(b.Packed-a.Packed, strings.Compare(a.Package, b.Package))
	})
	return p, nil
}

// owners gives the package of a function by its name in the file. Go's linker
// writes every sign of a path but letters, digits and dots as "_", so paths
// are compared in that form; of two that match, the longer is right.
func owners(packages []string) func(string) string {
	paths := map[string]string{}
	for _, p := range packages {
		paths[plain(p)] = p
	}
	paths["main"] = "main"
	return func(name string) string {
		for end := strings.LastIndexByte(name, '.'); end > 0; end = strings.LastIndexByte(name[:end], '.') {
			if p, ok := paths[name[:end]]; ok {
				return p
			}
		}
		return Other
	}
}

// plain is a path in the letters that Go's linker leaves in names.
func plain(path string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '.', r == '_':
			return r
		}
		return '_'
	}, path)
}

// packed is the size of the bytes after deflate at its best.
func packed(b []byte) int {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		panic(err) // the level is a constant
	}
	if _, err = w.Write(b); err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err) // a buffer takes everything
	}
	return out.Len()
}
