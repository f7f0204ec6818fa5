package notrace

import (
	"bytes"
	"encoding/binary"
	"strings"
)

var le = binary.LittleEndian

// The header of the table, runtime.pcHeader: magic, two zero bytes, the least
// size of an instruction (1) and of a pointer (8); then eight-byte numbers.
var magic = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

const (
	headFuncs     = 8
	headNames     = 32
	headUnits     = 40
	headFiles     = 48
	headPC        = 56
	headFunctions = 64
	headLength    = 72
)

// Fields of a function, runtime._func; its pcdata and funcdata follow.
const (
	funcName      = 4
	funcPCSP      = 16
	funcPCFile    = 20
	funcPCLine    = 24
	funcPCData    = 28 // their number
	funcUnit      = 32
	funcStartLine = 36
	funcID        = 40
	funcData      = 43 // their number
	funcLength    = 44
)

// What only stack prints and signals read, internal/abi: the places where a
// thread may be stopped (there is one thread and no signal), and how arguments
// are printed.
const (
	pcdataUnsafePoint = 0
	pcdataArgLive     = 3

	funcdataArgInfo     = 5
	funcdataArgLiveInfo = 6
	funcdataNone        = 1<<32 - 1

	idWrapper = 23 // abi.FuncIDWrapper: runtime.panicwrap reads its name
)

// table is the table of functions in a program's memory.
type table struct {
	names, units, files, pc, functions []byte // parts of the memory
	count                              int
}

// find finds the table by its header.
func find(memory []byte) (table, error) {
	at := bytes.Index(memory, magic)
	if at < 0 || len(memory)-at < headLength || bytes.Contains(memory[at+1:], magic) {
		return table{}, ErrTable
	}
	head := memory[at:]
	offset := func(field int) uint64 { return le.Uint64(head[field:]) }
	marks := []uint64{headLength, offset(headNames), offset(headUnits), offset(headFiles), offset(headPC), offset(headFunctions), uint64(len(head))}
	for i := 1; i < len(marks); i++ {
		if marks[i] < marks[i-1] {
			return table{}, ErrTable
		}
	}
	part := func(i int) []byte { return head[marks[i]:marks[i+1]:marks[i+1]] }
	t := table{part(1), part(2), part(3), part(4), part(5), int(min(offset(headFuncs), 1<<20))}
	if t.count == 0 || len(t.functions) < 8*t.count+4 {
		return table{}, ErrTable
	}
	return t, nil
}

// function is one function's entry.
type function []byte

// each calls do for every function.
func (t table) each(do func(function) error) error {
	for i := range t.count {
		at := le.Uint32(t.functions[8*i+4:])
		if uint64(at)+funcLength > uint64(len(t.functions)) {
			return ErrTable
		}
		f := function(t.functions[at:])
		size := funcLength + 4*(uint64(le.Uint32(f[funcPCData:]))+uint64(f[funcData]))
		if size > uint64(len(f)) {
			return ErrTable
		}
		if err := do(f[:size]); err != nil {
			return err
		}
	}
	return nil
}

// pcdata is the part of the entry that has the number of a table of positions.
func (f function) pcdata(i uint32) []byte { return f[funcLength+4*i:][:4] }

func (f function) funcdata(i uint32) []byte {
	return f[funcLength+4*(le.Uint32(f[funcPCData:])+i):][:4]
}

// positions are the fields that hold the place of a table of positions the
// runtime works with.
func (f function) positions() [][]byte {
	list := [][]byte{f[funcPCSP:][:4]}
	for i := range le.Uint32(f[funcPCData:]) {
		list = append(list, f.pcdata(i))
	}
	return list
}

// quiet removes from a function's entry what only a printed stack needs.
func (f function) quiet(keepName bool) {
	for _, field := range []int{funcPCFile, funcPCLine, funcUnit, funcStartLine} {
		le.PutUint32(f[field:], 0)
	}
	if !keepName {
		le.PutUint32(f[funcName:], 0)
	}
	for _, i := range []uint32{pcdataUnsafePoint, pcdataArgLive} {
		if i < le.Uint32(f[funcPCData:]) {
			le.PutUint32(f.pcdata(i), 0)
		}
	}
	for _, i := range []uint32{funcdataArgInfo, funcdataArgLiveInfo} {
		if i < uint32(f[funcData]) {
			le.PutUint32(f.funcdata(i), funcdataNone)
		}
	}
}

// compared says whether the runtime compares a function's name with others.
func compared(name string, id byte) bool {
	return id == idWrapper || strings.HasPrefix(name, "runtime.") ||
		name == "reflect.makeFuncStub" || name == "reflect.methodValueCall"
}
