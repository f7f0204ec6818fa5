// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package notrace takes from a compiled browser program what only a printed
// stack would read.
//
// Go's linker writes for every function its name, its file and the line of
// every instruction, so that a crash can be told. On a phone nobody reads it,
// and it is a tenth of what the phone downloads. [Strip] removes those tables
// from the program's data. Everything that the runtime itself works with stays:
// how deep a stack is, where its pointers lie, the names that the runtime
// compares.
//
// Where all this lies depends on the release of Go. The table of releases says
// it for those that were looked at; a program of another release is refused with
// [ErrRelease], and its maker keeps it as it is. TestLayout compares the table
// with the sources of the Go at hand and tells what to write there.
package notrace

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"videoguida/static/build/wasmbin"
)

// ErrRelease means that the program comes from a release of Go whose tables are
// not known here.
var ErrRelease = errors.New("notrace: the tables of this release of Go are not known")

// ErrTable means that the tables are not where or what they should be.
var ErrTable = errors.New("notrace: the table of functions is not as this release of Go writes it")

// Releases lists the releases of Go whose tables are known, as "go1.26".
func Releases() []string { return slices.Sorted(maps.Keys(releases)) }

// Known says whether the tables of a Go version, as "go env GOVERSION" prints
// it, are known. Candidates such as go1.27rc1 and development versions are not.
func Known(version string) bool { return layoutOf(version) != nil }

// layoutOf returns the layout of a version's release, or nil.
func layoutOf(version string) *layout {
	version, _, _ = strings.Cut(version, " ") // experiments follow
	for release, l := range releases {
		if version == release || strings.HasPrefix(version, release+".") {
			return l
		}
	}
	return nil
}

// Strip returns the program without the tables that only a printed stack needs.
// The version is that of the Go that compiled it, as "go env GOVERSION" prints
// it. The error is [ErrRelease] or [ErrTable]; the program then can stay as it is.
func Strip(program []byte, version string) ([]byte, error) {
	l := layoutOf(version)
	if l == nil {
		return nil, fmt.Errorf("%w: %s, not one of %s", ErrRelease, version, strings.Join(Releases(), ", "))
	}
	sections, err := wasmbin.Split(program)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTable, err)
	}
	found := false
	for i, s := range sections {
		if s.ID != wasmbin.Data {
			continue
		}
		found = true
		if sections[i].Body, err = l.stripData(s.Body); err != nil {
			return nil, err
		}
	}
	if !found {
		return nil, fmt.Errorf("%w: the program has no data", ErrTable)
	}
	return wasmbin.Join(sections), nil
}

// stripData returns a data section without the tables.
func (l *layout) stripData(section []byte) ([]byte, error) {
	memory, err := wasmbin.ReadMemory(section)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTable, err)
	}
	t, err := l.find(memory.Bytes)
	if err != nil {
		return nil, err
	}
	if err := t.strip(); err != nil {
		return nil, err
	}
	return memory.Section(), nil
}
