// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package notrace

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestLayout: the layout of the Go that compiles is that of its sources. Of a
// release that is not known it tells what to write into the table.
func TestLayout(t *testing.T) {
	version, source := goenv(t, "GOVERSION"), filepath.Join(goenv(t, "GOROOT"), "src")
	got := readLayout(t, source)
	if l := layoutOf(version); l != nil {
		if d := cmp.Diff(*l, got, cmp.AllowUnexported(layout{}, header{}, function{}, pcdata{}, funcdata{})); d != "" {
			t.Errorf("the table of %s, then the sources in %s:\n%s", version, source, d)
		}
		return
	}
	t.Skipf("%s is not known. When its runtime compares no other names (see releases), enter this:\n%s", version,
		strings.ReplaceAll(fmt.Sprintf("%#v", got), "notrace.", ""))
}

// readLayout reads a layout from the sources of Go.
func readLayout(t *testing.T, source string) layout {
	t.Helper()
	number := constants(t, filepath.Join(source, "internal", "abi", "symtab.go"))
	h := fields(t, filepath.Join(source, "runtime", "symtab.go"), "pcHeader")
	f := fields(t, filepath.Join(source, "runtime", "runtime2.go"), "_func")
	return layout{
		magic: append(le.AppendUint32(nil, uint32(number("CurrentPCLnTabMagic"))), 0, 0, 1, 8),
		head: header{
			funcs: h["nfunc"], names: h["funcnameOffset"], units: h["cuOffset"], files: h["filetabOffset"],
			pc: h["pctabOffset"], functions: h["pclnOffset"], length: h[""],
		},
		entry: function{
			name: f["nameOff"], pcsp: f["pcsp"], pcfile: f["pcfile"], pcln: f["pcln"], pcdatas: f["npcdata"], unit: f["cuOffset"],
			startLine: f["startLine"], id: f["funcID"], funcdatas: f["nfuncdata"], length: f[""],
		},
		pcdata:    pcdata{uint32(number("PCDATA_UnsafePoint")), uint32(number("PCDATA_ArgLiveIndex"))},
		funcdata:  funcdata{uint32(number("FUNCDATA_ArgInfo")), uint32(number("FUNCDATA_ArgLiveInfo"))},
		idWrapper: byte(number("FuncIDWrapper")),
	}
}

func parse(t *testing.T, file string) (*token.FileSet, *ast.File) {
	t.Helper()
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return set, f
}

// constants returns a function that gives the file's constants by name.
func constants(t *testing.T, file string) func(string) uint64 {
	set, f := parse(t, file)
	pkg, err := (&types.Config{}).Check("abi", set, []*ast.File{f}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return func(name string) uint64 {
		c, ok := pkg.Scope().Lookup(name).(*types.Const)
		if !ok {
			t.Fatalf("%s has no constant %s", file, name)
		}
		v, _ := constant.Uint64Val(c.Val())
		return v
	}
}

// sizes are those of the types in the two records, in bytes.
var sizes = map[string]int{
	"int": 8, "uint": 8, "uintptr": 8, "int32": 4, "uint32": 4, "abi.PCLnTabMagic": 4, "uint8": 1, "[1]byte": 1,
	"abi.FuncID": 1, "abi.FuncFlag": 1,
}

// fields returns where the fields of a struct lie, and its length under "".
func fields(t *testing.T, file, name string) map[string]int {
	t.Helper()
	_, f := parse(t, file)
	places, at := map[string]int{}, 0
	ast.Inspect(f, func(n ast.Node) bool {
		spec, ok := n.(*ast.TypeSpec)
		if !ok || spec.Name.Name != name {
			return true
		}
		for _, field := range spec.Type.(*ast.StructType).Fields.List {
			size, ok := sizes[types.ExprString(field.Type)]
			if !ok && len(field.Names) > 0 {
				t.Fatalf("%s has a field of type %s", name, types.ExprString(field.Type))
			}
			for _, id := range field.Names {
				at = (at + size - 1) / size * size
				places[id.Name] = at
				at += size
			}
		}
		return false
	})
	places[""] = at
	return places
}
