package build

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// drawing matches the functions that only a program that draws may contain, as
// the linker writes their names.
var drawing = regexp.MustCompile(`^videoguida_player_(typeset_titillium|raster)\.` +
	`|^videoguida_player_(typeset|ui|chart|icon|avatar|vignette|guide_naspi|guide_pension|guide_film|story)\..*[._](Paint|paint|draw|Wrap|Measure)[A-Za-z]*$` +
	`|^golang_org_x_|^fmt\.`)

// TestReaderDoesNotDraw: Paint and Describe live in one type, and the linker
// drops Paint from the program that never calls it, with the fonts and with
// what only drawing needs: a type that is merely named may bring fmt along.
func TestReaderDoesNotDraw(t *testing.T) {
	out := filepath.Join(t.TempDir(), "reader.wasm")
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-o", out, "./wasm/reader")
	cmd.Dir, cmd.Env = root, append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if msg, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, msg)
	}
	program, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	names, err := functions(program)
	if err != nil {
		t.Fatal(err)
	}
	told := false
	for _, name := range names {
		told = told || strings.HasPrefix(name, "videoguida_player_script.")
		if drawing.MatchString(name) {
			t.Errorf("the reader contains %s", name)
		}
	}
	if len(names) < 1000 || !told {
		t.Errorf("%d functions were found, those of player/script: %v", len(names), told)
	}
	for _, font := range []string{"tw-400.ttf", "tw-600.ttf", "tw-700.ttf"} {
		data, err := os.ReadFile(filepath.Join(root, "player", "typeset", "titillium", "fonts", font))
		if err != nil {
			t.Fatal(err)
		}
		if piece := data[len(data)/2:][:64]; bytes.Contains(program, piece) {
			t.Errorf("the reader contains the font %s", font)
		}
	}
}

var errWasm = errors.New("not a WebAssembly program with names")

// functions returns the function names of a WebAssembly program: subsection 1
// of the custom section "name".
func functions(program []byte) ([]string, error) {
	if !bytes.HasPrefix(program, []byte("\x00asm\x01\x00\x00\x00")) {
		return nil, errWasm
	}
	for rest := program[8:]; len(rest) > 0; {
		id := rest[0]
		section, after, err := sized(rest[1:])
		if err != nil {
			return nil, err
		}
		rest = after
		if name, body, err := sized(section); id == 0 && err == nil && string(name) == "name" {
			return subsection(body, 1)
		}
	}
	return nil, errWasm
}

func subsection(b []byte, id byte) ([]string, error) {
	for len(b) > 0 {
		is := b[0]
		body, after, err := sized(b[1:])
		if err != nil {
			return nil, err
		}
		if is == id {
			return nameMap(body)
		}
		b = after
	}
	return nil, errWasm
}

// nameMap reads a vector of (index, name).
func nameMap(b []byte) (names []string, err error) {
	count, n := binary.Uvarint(b)
	for b = b[max(n, 0):]; count > 0; count-- {
		_, n := binary.Uvarint(b)
		if n <= 0 {
			return nil, errWasm
		}
		name, after, err := sized(b[n:])
		if err != nil {
			return nil, err
		}
		names, b = append(names, string(name)), after
	}
	return names, nil
}

// sized splits off what a LEB128 length announces.
func sized(b []byte) (body, after []byte, err error) {
	size, n := binary.Uvarint(b)
	if n <= 0 || size > uint64(len(b)-n) {
		return nil, nil, errWasm
	}
	return b[n:][:size], b[n+int(size):], nil
}
