// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package notrace

// layout says where a release of Go keeps what this package works with. Places
// of fields are bytes from the start of their record.
type layout struct {
	magic     []byte // that begins the table: its number, two zero bytes, the least sizes of an instruction and a pointer
	head      header
	entry     function
	pcdata    pcdata
	funcdata  funcdata
	idWrapper byte // abi.FuncIDWrapper: runtime.panicwrap reads its name
}

// header is runtime.pcHeader, of eight-byte numbers.
type header struct{ funcs, names, units, files, pc, functions, length int }

// function is runtime._func, of four-byte numbers but for id and funcdatas,
// which are bytes. Its pcdata and funcdata follow it.
type function struct{ name, pcsp, pcfile, pcln, pcdatas, unit, startLine, id, funcdatas, length int }

// pcdata are numbers of tables that only stack prints and signals read: places
// where a thread may be stopped (there is one thread, and no signal), and which
// arguments are live.
type pcdata struct{ unsafePoint, argLive uint32 }

// funcdata are numbers of tables that tell how arguments are printed.
type funcdata struct{ argInfo, argLiveInfo uint32 }

// releases are the releases of Go that were looked at: runtime/symtab.go,
// runtime/runtime2.go, internal/abi/symtab.go, cmd/link/internal/ld/pcln.go, and
// which names the runtime compares (runtime/traceback.go, symtab.go, panic.go,
// error.go). Go 1.27 changed none of it.
var releases = map[string]*layout{"go1.26": &go126, "go1.27": &go126}

var go126 = layout{
	magic:     []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8},
	head:      header{funcs: 8, names: 32, units: 40, files: 48, pc: 56, functions: 64, length: 72},
	entry:     function{name: 4, pcsp: 16, pcfile: 20, pcln: 24, pcdatas: 28, unit: 32, startLine: 36, id: 40, funcdatas: 43, length: 44},
	pcdata:    pcdata{unsafePoint: 0, argLive: 3},
	funcdata:  funcdata{argInfo: 5, argLiveInfo: 6},
	idWrapper: 23,
}
