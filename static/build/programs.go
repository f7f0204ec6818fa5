package build

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"videoguida/static/build/notrace"
	"videoguida/static/build/trim"
)

// programs compiles the two browser programs and takes the Go runtime's
// loader along.
func (s *site) programs() error {
	tmp, err := os.MkdirTemp("", "wasm-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	for _, name := range Programs {
		s.say("compiling %s", name)
		link := "-s -w"
		if s.Traces {
			link = "-w"
		}
		data, err := s.compile(name, filepath.Join(tmp, name+".wasm"), link)
		if err == nil && !s.Traces {
			data, err = notrace.Strip(data)
		}
		if err == nil {
			err = s.put(name+".wasm", data)
		}
		if err != nil {
			return err
		}
	}
	exec, err := runtimeLoader()
	if err == nil {
		exec, err = minified("wasm_exec.js", exec)
	}
	return errors.Join(err, s.put("wasm_exec.js", exec))
}

// inlining says where functions are copied into their callers: only where
// pixels and samples are made. Elsewhere the copies cost bytes that do not compress.
var inlining = []string{
	"-gcflags=all=-l", "-gcflags=videoguida/player/raster=", "-gcflags=videoguida/player/paint=",
	"-gcflags=videoguida/player/voice=",
	"-gcflags=golang.org/x/image/vector=", "-gcflags=image/draw=",
}

// compile builds a program without paths: equal sources give equal bytes, so
// the compressed file can be kept. The linker's flags say what else to leave out.
func (s *site) compile(name, out, link string) ([]byte, error) {
	module, err := s.module(name)
	if err != nil {
		return nil, err
	}
	args := append([]string{"build", "-trimpath", "-buildvcs=false", "-ldflags=" + link, "-o", out}, inlining...)
	if _, err := s.browserGo(append(append(args, module...), "./wasm/"+name)...); err != nil {
		return nil, fmt.Errorf("compiling %s: %w", name, err)
	}
	return os.ReadFile(out)
}

// module is the option that builds the film with a leaner Ebitengine (package
// trim), unless the stock one is asked for.
func (s *site) module(name string) ([]string, error) {
	if name != "film" || s.Stock {
		return nil, nil
	}
	modfile, err := trim.Trimmer{Root: s.Root, Dir: filepath.Join(s.Root, ".cache", "ebiten")}.Module("./wasm/film")
	return []string{"-modfile", modfile}, err
}

// browserGo runs the go command for browsers and returns what it printed.
func (s *site) browserGo(args ...string) ([]byte, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = s.Root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, stderr.String())
	}
	return stdout.Bytes(), nil
}

// runtimeLoader is the wasm_exec.js of the Go that compiled the programs.
func runtimeLoader() ([]byte, error) {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("asking go for its root: %w", err)
	}
	return os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "lib", "wasm", "wasm_exec.js"))
}
