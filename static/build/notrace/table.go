// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package notrace

import (
	"bytes"
	"encoding/binary"
	"strings"
)

var le = binary.LittleEndian

// none is the place of a function's data that has none.
const none = 1<<32 - 1

// table is the table of functions in a program's memory.
type table struct {
	*layout
	names, units, files, pc, functions []byte // parts of the memory
	count                              int
}

// find finds the table by its header.
func (l *layout) find(memory []byte) (table, error) {
	at := bytes.Index(memory, l.magic)
	if at < 0 || len(memory)-at < l.head.length || bytes.Contains(memory[at+1:], l.magic) {
		return table{}, ErrTable
	}
	head := memory[at:]
	offset := func(field int) uint64 { return le.Uint64(head[field:]) }
	marks := []uint64{
		uint64(l.head.length), offset(l.head.names), offset(l.head.units), offset(l.head.files), offset(l.head.pc),
		offset(l.head.functions), uint64(len(head)),
	}
	for i := 1; i < len(marks); i++ {
		if marks[i] < marks[i-1] {
			return table{}, ErrTable
		}
	}
	part := func(i int) []byte { return head[marks[i]:marks[i+1]:marks[i+1]] }
	t := table{l, part(1), part(2), part(3), part(4), part(5), int(min(offset(l.head.funcs), 1<<20))}
	if t.count == 0 || len(t.functions) < 8*t.count+4 {
		return table{}, ErrTable
	}
	return t, nil
}

// each calls do for every function's entry.
func (t table) each(do func(entry) error) error {
	length := uint64(t.entry.length)
	for i := range t.count {
		at := le.Uint32(t.functions[8*i+4:])
		if uint64(at)+length > uint64(len(t.functions)) {
			return ErrTable
		}
		e := entry{t.layout, t.functions[at:]}
		size := length + 4*(uint64(e.pcdatas())+uint64(e.funcdatas()))
		if size > uint64(len(e.b)) {
			return ErrTable
		}
		e.b = e.b[:size]
		if err := do(e); err != nil {
			return err
		}
	}
	return nil
}

// entry is one function's entry.
type entry struct {
	*layout
	b []byte
}

func (e entry) id() byte          { return e.b[e.entry.id] }
func (e entry) pcdatas() uint32   { return le.Uint32(e.b[e.entry.pcdatas:]) }
func (e entry) funcdatas() uint32 { return uint32(e.b[e.entry.funcdatas]) }

// pcdataAt is the part of the entry that has the place of a table of positions.
func (e entry) pcdataAt(i uint32) []byte { return e.b[e.entry.length+4*int(i):][:4] }

func (e entry) funcdataAt(i uint32) []byte { return e.b[e.entry.length+4*int(e.pcdatas()+i):][:4] }

// positions are the fields that hold the place of a table of positions the
// runtime works with.
func (e entry) positions() [][]byte {
	list := [][]byte{e.b[e.entry.pcsp:][:4]}
	for i := range e.pcdatas() {
		list = append(list, e.pcdataAt(i))
	}
	return list
}

// quiet removes from a function's entry what only a printed stack needs.
func (e entry) quiet(keepName bool) {
	for _, field := range []int{e.entry.pcfile, e.entry.pcln, e.entry.unit, e.entry.startLine} {
		le.PutUint32(e.b[field:], 0)
	}
	if !keepName {
		le.PutUint32(e.b[e.entry.name:], 0)
	}
	for _, i := range []uint32{e.pcdata.unsafePoint, e.pcdata.argLive} {
		if i < e.pcdatas() {
			le.PutUint32(e.pcdataAt(i), 0)
		}
	}
	for _, i := range []uint32{e.funcdata.argInfo, e.funcdata.argLiveInfo} {
		if i < e.funcdatas() {
			le.PutUint32(e.funcdataAt(i), none)
		}
	}
}

// compared says whether the runtime compares a function's name with others.
func (e entry) compared(name string) bool {
	return e.id() == e.idWrapper || strings.HasPrefix(name, "runtime.") ||
		name == "reflect.makeFuncStub" || name == "reflect.methodValueCall"
}
