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
}

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
