// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"

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
	if s.manifest.Go, err = s.goEnv("GOVERSION"); err != nil {
		return err
	}
	link := "-s -w"
	if s.Traces {
		link = "-w"
	}
	var reason error
	for _, name := range Programs {
		s.say("compiling %s with %s", name, s.manifest.Go)
		program, err := s.compile(name, filepath.Join(tmp, name+".wasm"), link)
		if err != nil {
			return err
		}
		program, why := s.strip(name, program)
		reason = cmp.Or(reason, why)
		if err := s.put(name+".wasm", program); err != nil {
			return err
		}
	}
	if reason != nil {
		s.sayTraced(reason)
	}
	exec, err := s.runtimeLoader()
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
