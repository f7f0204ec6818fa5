// SPDX-FileCopyrightText: Videoguida authors
// SPDX-FileCopyrightText: The Ebitengine Authors
// SPDX-License-Identifier: EUPL-1.2 AND Apache-2.0

package trim

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

// edit replaces what lies from From up to, but without, the next To; an empty To
// is the end of the file. From must be there exactly once.
type edit struct{ File, From, To, With string }

// edits take out what logs, dumps or serves another process. Ebitengine is
// Copyright The Ebitengine Authors, Apache License 2.0; its notices stay in the
// files.
var edits = []edit{
	// Who called, for the log of development builds: needs the import of source trees.
	{"internal/debug/caller.go", "import (", "type CallerType int", ""},
	{"internal/debug/caller.go", "func FirstCaller() (", "", "func FirstCaller() (string, int, CallerType) { return \"\", 0, CallerTypeNone }\n"},

	{"internal/thread/thread.go", "\t\"fmt\"\n", "\t\"runtime\"\n", ""},
	{"internal/thread/thread.go", "\n\t\"github.com/hajimehoshi/ebiten/v2/internal/debug\"\n", ")", ""},
	{"internal/thread/thread.go", "func logDiscardedCall() {", "", "func logDiscardedCall() {}\n"},

	// The log of saved GPU resources, which only mobile applications have.
	{"internal/atlas/gpuresources.go", "\t\"log/slog\"\n", "\t\"sync\"\n", ""},
	{"internal/atlas/gpuresources.go", "var theGPUResourcesState gpuResourcesState\n", "\nfunc (a *gpuResourcesState) requestToSave", quiet},

	// A guest draws for another process; in a browser there is none.
	{"internal/vmguest/vmguest.go", "\t\"sync\"\n", "\t\"sync/atomic\"\n", ""},
	{"internal/vmguest/vmguest.go", "\n\t\"github.com/hajimehoshi/ebiten/v2/internal/vmprotocol\"\n", ")", ""},
	{"internal/vmguest/vmguest.go", "var (\n\tpostTickHooksMu", "", ""},

	// Dumps of images, on a key that the film does not pass on.
	{"internal/graphicscommand/image_js.go", "import (", "", noDump},

	// Shaders written for another unit than pixels: all of the film's are Ebitengine's own, in pixels.
	{"internal/legacyshader/convert.go", "import (", "", noTexels},

	// Regular expressions, for three fixed patterns.
	{"internal/graphics/shader.go", "\t\"regexp\"\n", "\n", ""},
	{"internal/graphics/shader.go", "var reUnit = ", "// ParseKage", unitLine},
	{"internal/shader/expr.go", "\t\"regexp\"\n", "\t\"strconv\"", ""},
	{"internal/shader/expr.go", "var textureVariableRe = ", "\n\n", textureVariable},
	{"internal/shaderir/glsl/glsl.go", "\t\"regexp\"\n", "\t\"strings\"", ""},
	{"internal/shaderir/glsl/glsl.go", "\tnls := regexp", "\n\tvs = strings.TrimSpace(vs)", oneBlankLine},

	// Gamepads, which would be asked for at every frame.
	{"internal/ui/ui_js.go", "\t\"github.com/hajimehoshi/ebiten/v2/internal/gamepad\"\n", "\t\"github.com", ""},
	{"internal/ui/ui_js.go", "\tif err := gamepad.Update(0, nil)", "\t// TODO: If DeviceScaleFactor", ""},

	// A flush after every frame, for phones' own programs: a page's frame goes out when its task ends.
	{"internal/graphicsdriver/opengl/graphics.go", "\t// Call glFlush to prevent black flicking", "\t// The last uniforms must be reset", ""},
}

const noTexels = `import "errors"

var errTexels = errors.New("legacyshader: this build knows pixels only")

func convertToPixels([]byte) ([]byte, error) { return nil, errTexels }
`

const unitLine = `var reUnit unitLine

type unitLine struct{}

// FindSubmatch finds what ^[ \t\r\n]*//kage:unit\s+([^ \t\r\n]+)[ \t\r\n]*$ would find.
func (unitLine) FindSubmatch(line []byte) [][]byte {
	const blank = " \t\r\n"
	rest, ok := bytes.CutPrefix(bytes.Trim(line, blank), []byte("//kage:unit"))
	unit := bytes.TrimLeft(rest, blank)
	if !ok || len(unit) == 0 || len(unit) == len(rest) || bytes.ContainsAny(unit, blank) {
		return nil
	}
	return [][]byte{line, unit}
}

`

const textureVariable = `var textureVariableRe textureName

type textureName struct{}

// FindStringSubmatch finds what \A__t(\d+)\z would find.
func (textureName) FindStringSubmatch(name string) []string {
	digits, ok := strings.CutPrefix(name, "__t")
	if !ok || digits == "" || strings.Trim(digits, "0123456789") != "" {
		return nil
	}
	return []string{name, digits}
}`

const oneBlankLine = `	for _, s := range []*string{&vs, &fs} {
		for strings.Contains(*s, "\n\n\n") {
			*s = strings.ReplaceAll(*s, "\n\n\n", "\n\n")
		}
	}
`

// quiet stands where log/slog was imported.
const quiet = `var theGPUResourcesState gpuResourcesState

// slog is quiet in this build.
var slog quiet

type quiet struct{}

func (quiet) Debug(string, ...any) {}
func (quiet) Error(string, ...any) {}
`

const noDump = `import (
	"errors"
	"image"

	"github.com/hajimehoshi/ebiten/v2/internal/graphicsdriver"
)

var errNoDump = errors.New("graphicscommand: this build dumps no images")

func (i *Image) Dump(graphicsdriver.Graphics, string, bool, image.Rectangle) (string, error) {
	return "", errNoDump
}

func DumpImages([]*Image, graphicsdriver.Graphics, string) (string, error) { return "", errNoDump }
`

// apply makes the edits in a copy of the module.
func apply(dir string, edits []edit) error {
	for _, e := range edits {
		file := filepath.Join(dir, filepath.FromSlash(e.File))
		b, err := os.ReadFile(file)
		if err == nil {
			b, err = e.apply(b)
		}
		if err == nil {
			err = os.WriteFile(file, b, 0o644)
		}
		if err != nil {
			return fmt.Errorf("%w: %s: %w", ErrMoved, e.File, err)
		}
	}
	return nil
}

// apply makes the edit in a file's text.
func (e edit) apply(text []byte) ([]byte, error) {
	if n := bytes.Count(text, []byte(e.From)); n != 1 {
		return nil, fmt.Errorf("%q is there %d times", e.From, n)
	}
	before, after, _ := bytes.Cut(text, []byte(e.From))
	end := len(after)
	if e.To != "" {
		if end = bytes.Index(after, []byte(e.To)); end < 0 {
			return nil, fmt.Errorf("%q does not follow %q", e.To, e.From)
		}
	}
	out := append([]byte{}, before...)
	return append(append(out, e.With...), after[end:]...), nil
}
