// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"videoguida/static/build/weigh"
)

// Programs are the two browser programs, by the names of their folders.
var Programs = []string{"reader", "film"}

// Weigh compiles one of the browser programs as the site does, but with the
// names of its functions, and tells what it is made of. Only Root and Stock of
// the options count.
func Weigh(o Options, name string) (weigh.Program, error) {
	if !slices.Contains(Programs, name) {
		return weigh.Program{}, fmt.Errorf("there is no program %q: choose %s", name, strings.Join(Programs, " or "))
	}
	s := &site{Options: o}
	tmp, err := os.MkdirTemp("", "wasm-")
	if err != nil {
		return weigh.Program{}, err
	}
	defer os.RemoveAll(tmp)
	wasm, err := s.compile(name, filepath.Join(tmp, name+".wasm"), "-w")
	if err != nil {
		return weigh.Program{}, err
	}
	module, err := s.module(name)
	if err != nil {
		return weigh.Program{}, err
	}
	list, err := s.browserGo(append(append([]string{"list", "-deps"}, module...), "./wasm/"+name)...)
	if err != nil {
		return weigh.Program{}, fmt.Errorf("listing the packages of %s: %w", name, err)
	}
	return weigh.Read(wasm, strings.Fields(string(list)))
}
