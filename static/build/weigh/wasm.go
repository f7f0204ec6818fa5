// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package weigh

import "videoguida/static/build/wasmbin"

// module is what of a WebAssembly file is weighed.
type module struct {
	imported int               // functions from outside; they are numbered first
	bodies   [][]byte          // of the program's own functions, in order
	names    map[uint32]string // of functions, by number
	data     int               // bytes
}

// What may be imported, and the part of the section "name" that has functions.
const (
	importFunc   = 0
	importTable  = 1
	importMemory = 2
	importGlobal = 3

	namesOfFunctions = 1
)

// parse reads the sections of a file.
func parse(wasm []byte) (module, error) {
	var m module
	sections, err := wasmbin.Split(wasm)
	for _, s := range sections {
		r := wasmbin.NewReader(s.Body)
		switch s.ID {
		case wasmbin.Import:
			m.imports(r)
		case wasmbin.Code:
			for n := r.Uint(); n > 0 && r.Err() == nil; n-- {
				m.bodies = append(m.bodies, r.Bytes())
			}
		case wasmbin.Data:
			m.data = len(s.Body)
		case wasmbin.Custom:
			if string(r.Bytes()) == "name" {
				m.nameSection(r)
			}
		}
		if err == nil {
			err = r.Err()
		}
	}
	return m, err
}

// imports counts the functions that come from outside.
func (m *module) imports(r *wasmbin.Reader) {
	for n := r.Uint(); n > 0 && r.Err() == nil; n-- {
		r.Bytes() // the module's name
		r.Bytes() // the field's
		switch r.Byte() {
		case importFunc:
			r.Uint()
			m.imported++
		case importTable:
			r.Byte()
			limits(r)
		case importMemory:
			limits(r)
		case importGlobal:
			r.Byte()
			r.Byte()
		}
	}
}

// nameSection reads the names of functions; other names are passed over.
func (m *module) nameSection(r *wasmbin.Reader) {
	m.names = map[uint32]string{}
	for r.More() {
		id := r.Byte()
		s := wasmbin.NewReader(r.Bytes())
		if id != namesOfFunctions {
			continue
		}
		for n := s.Uint(); n > 0 && s.Err() == nil; n-- {
			i := s.Uint()
			m.names[i] = string(s.Bytes())
		}
	}
}

// limits passes over the least and, when told, the greatest size of a memory
// or table.
func limits(r *wasmbin.Reader) {
	bounded := r.Byte()&1 != 0
	r.Uint()
	if bounded {
		r.Uint()
	}
}
