// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package trim

import (
	"os"
	"path/filepath"
	"strings"
)

// Ebitengine makes the sources of its own shaders from templates when it runs.
// Here a program within the copy, where internal packages can be imported, makes
// all of them first; the copy then carries the texts, and no templates.

// spelling prints the sources of a package's shaders as a Go table.
const spelling = `package main

import (
	"fmt"

	shader "` + Path + `/internal/PACKAGE"
)

func main() {
	fmt.Println("var sources = [FilterCount][AddressCount]string{")
	for f := range shader.FilterCount {
		fmt.Println("\t{")
		for a := range shader.AddressCount {
			fmt.Printf("\t\t%q,\n", shader.ShaderSource(shader.Filter(f), shader.Address(a)))
		}
		fmt.Println("\t},")
	}
	fmt.Println("}")
	fmt.Println()
}
`

// shaderEdits put a table of sources, as spelling prints it, in the templates'
// place.
var shaderEdits = []edit{
	{"internal/PACKAGE/shader.go", "import (", "type Filter int", ""},
	{"internal/PACKAGE/shader.go", "var (\n\tshaders ", "// ShaderSource returns", "TABLE"},
	{"internal/PACKAGE/shader.go", ") []byte {\n\tshadersM.Lock()", "\n}\n", ") []byte {\n\treturn []byte(sources[filter][address])"},
}

// spell returns the edits of both packages of shaders in a copy that has not
// been edited yet.
func spell(dir string) (all []edit, err error) {
	for _, pkg := range []string{"builtinshader", "colormshader"} {
		table, err := table(dir, pkg)
		if err != nil {
			return nil, err
		}
		fill := strings.NewReplacer("PACKAGE", pkg, "TABLE", table)
		for _, e := range shaderEdits {
			all = append(all, edit{fill.Replace(e.File), e.From, e.To, fill.Replace(e.With)})
		}
	}
	return all, nil
}

// table runs spelling for a package.
func table(dir, pkg string) (string, error) {
	program := filepath.Join(dir, "internal", "spell")
	if err := os.MkdirAll(program, 0o755); err != nil {
		return "", err
	}
	defer os.RemoveAll(program)
	text := strings.ReplaceAll(spelling, "PACKAGE", pkg)
	if err := os.WriteFile(filepath.Join(program, "main.go"), []byte(text), 0o644); err != nil {
		return "", err
	}
	return gocmd(dir, nil, "run", "./internal/spell")
}
