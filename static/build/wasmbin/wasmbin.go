// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package wasmbin reads and writes the outer form of WebAssembly files: their
// sections, and the data section's segments.
//
// After the WebAssembly core specification 1.0, chapter 5, binary format.
package wasmbin

import (
	"encoding/binary"
	"errors"
)

// Section numbers that this project meets.
const (
	Custom = 0
	Import = 2
	Code   = 10
	Data   = 11
)

// Section is one section of a file: its number and its bytes without the length.
type Section struct {
	ID   byte
	Body []byte
}

const preamble = "\x00asm\x01\x00\x00\x00"

// Errors of files that cannot be read.
var (
	ErrForeign   = errors.New("wasmbin: this is not a WebAssembly file of version 1")
	ErrTruncated = errors.New("wasmbin: the file ends too early")
	ErrUnknown   = errors.New("wasmbin: the file holds something that Go's linker does not write")
)

// Split takes a file apart. The bodies are parts of the file's own bytes.
func Split(file []byte) ([]Section, error) {
	if len(file) < len(preamble) || string(file[:len(preamble)]) != preamble {
		return nil, ErrForeign
	}
	var list []Section
	r := NewReader(file[len(preamble):])
	for r.More() {
		list = append(list, Section{ID: r.Byte(), Body: r.Bytes()})
	}
	return list, r.Err()
}

// Join puts a file together again.
func Join(list []Section) []byte {
	out := []byte(preamble)
	for _, s := range list {
		out = append(out, s.ID)
		out = binary.AppendUvarint(out, uint64(len(s.Body)))
		out = append(out, s.Body...)
	}
	return out
}
