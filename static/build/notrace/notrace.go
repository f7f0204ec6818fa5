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
// The layout is that of the Go release in [Release], after runtime/symtab.go
// and runtime/runtime2.go. Another release is refused: its layout must be read
// first.
package notrace

import (
	"errors"
	"fmt"
	"runtime"
	"strings"

	"videoguida/static/build/wasmbin"
)

// Release is the Go release whose tables this package knows.
const Release = "go1.26"

// ErrRelease means that the program comes from another Go release.
var ErrRelease = errors.New("notrace: static/build/notrace was written for " + Release +
	": compare runtime/symtab.go, or build with --traces")

// ErrTable means that the tables are not where or what they should be.
var ErrTable = errors.New("notrace: the table of functions is not as " + Release + " writes it: build with --traces")

// Strip returns the program without the tables that only a printed stack needs.
func Strip(program []byte) ([]byte, error) {
	if v := runtime.Version(); v != Release && !strings.HasPrefix(v, Release+".") {
		return nil, fmt.Errorf("%w (this is %s)", ErrRelease, v)
	}
	sections, err := wasmbin.Split(program)
	if err != nil {
		return nil, err
	}
	for i, s := range sections {
		if s.ID != wasmbin.Data {
			continue
		}
		memory, err := wasmbin.ReadMemory(s.Body)
		if err != nil {
			return nil, err
		}
		t, err := find(memory.Bytes)
		if err != nil {
			return nil, err
		}
		if err := t.strip(); err != nil {
			return nil, err
		}
		sections[i].Body = memory.Section()
	}
	return wasmbin.Join(sections), nil
}
