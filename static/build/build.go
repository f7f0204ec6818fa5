// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package build makes the public site: it compiles the two browser programs,
// minifies the page, gives every file a name that changes with its content and
// compresses it once, so that the host has nothing left to do.
//
// The order is: compile, minify, hash, compress, write. The page itself comes
// last, because it names all the others.
package build

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"videoguida/static/build/parts"
	"videoguida/tokengen/token"
)

// Options say what to build.
type Options struct {
	Root    string    // the project's folder
	Out     string    // the folder to write; its former content is replaced
	Cache   string    // where compressed files are kept by content
	Quality int       // of brotli, 0…11
	Keys    []byte    // the public keys, a JWKS
	Revoked []byte    // the signed list of letters called back, or nothing
	Demo    bool      // the keys are for demonstrations
	Stock   bool      // the film carries Ebitengine as it is published
	Traces  bool      // a crash of a browser program prints names and lines, and the programs weigh more
	Parents []string  // origins whose pages may show the guide in a frame
	Online  bool      // the guide keeps nothing for later: the kill switch of the service worker
	Now     time.Time // of the build, from [Date]: the page's clock never shows less
	Log     io.Writer // progress, one line per step
}

// File is one file of a built site, sizes in bytes.
type File struct {
	Name   string `json:"name"`   // in the site
	Raw    int    `json:"raw"`    // as it is
	Brotli int    `json:"brotli"` // compressed
}

// Manifest lists what was built, by source name.
type Manifest struct {
	ID      string          `json:"id"`
	Built   string          `json:"built"`
	Go      string          `json:"go"` // the version that compiled the programs
	Quality int             `json:"quality"`
	Parents []string        `json:"parents"` // origins that may frame the page
	Files   map[string]File `json:"files"`
	// Traced lists the programs that carry names and lines of their functions.
	Traced []string `json:"traced,omitempty"`
	// Previous lists the files of the release before that lie beside these, for
	// pages that were opened before it was replaced.
	Previous []string `json:"previous,omitempty"`
}

// site is a build under way.
type site struct {
	Options
	names    map[string]string // source name → hashed name
	parts    []parts.Part      // what the programs are made of
	manifest Manifest
}

// Site builds the whole site and returns its manifest.
func Site(o Options) (Manifest, error) {
	if err := o.check(); err != nil {
		return Manifest{}, err
	}
	s := &site{Options: o, names: map[string]string{}, manifest: Manifest{
		Built: stamp(o.Now), Quality: o.Quality, Parents: o.Parents, Files: map[string]File{},
	}}
	tmp, err := os.MkdirTemp(filepath.Dir(filepath.Clean(o.Out)), ".site-")
	if err != nil {
		return Manifest{}, err
	}
	defer os.RemoveAll(tmp)
	out := s.Out
	s.Out = tmp
	if err := s.run(out); err != nil {
		return Manifest{}, err
	}
	return s.manifest, replace(tmp, out)
}

// run takes the steps in order: a file must be named before it is mentioned.
func (s *site) run(before string) error {
	steps := []func() error{
		s.programs,
		s.take,
		func() error { return s.assets("fonts/*", "*.svg", "*.png", "voice/*/*.vbk") },
		func() error { return s.assets("style.css", "embed.js", "loader.js", "offline.js", "guida.webmanifest") },
		s.pages,
		func() error { return s.page("index.html") },
		s.trust,
		s.worker,
		func() error { return s.keep(before) },
		s.writeManifest,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (o Options) check() error {
	if o.Quality < 0 || o.Quality > 11 {
		return errors.New("the quality must be between 0 and 11")
	}
	keys, err := token.ParseJWKS(o.Keys)
	if err != nil {
		return fmt.Errorf("the keys must be a JWKS with public Ed25519 keys only: make one with \"tokengen jwks\": %w", err)
	}
	for _, k := range keys {
		if token.IsDemo(k.Kid) && !o.Demo {
			return fmt.Errorf("key %s is for demonstrations: build with --demo, or with the real keys", k.Kid)
		}
	}
	if _, err := token.ParseRevoked(o.Revoked, keys); err != nil && len(o.Revoked) > 0 {
		return errors.New("the list of letters called back is not signed by one of the keys: make it again with \"tokengen revoke\"")
	}
	for _, p := range o.Parents {
		if err := checkParent(p); err != nil {
			return err
		}
	}
	return os.MkdirAll(filepath.Dir(filepath.Clean(o.Out)), 0o755)
}

// replace puts the new site where the old one was; the old one stays whole
// until then.
func replace(from, to string) error {
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	if err := os.Chmod(from, 0o755); err != nil {
		return err
	}
	return os.Rename(from, to)
}

// assets minifies, hashes and writes files of static/site.
func (s *site) assets(patterns ...string) error {
	var errs []error
	for _, p := range patterns {
		paths, err := filepath.Glob(filepath.Join(s.Root, "static", "site", p))
		errs = append(errs, err)
		for _, path := range paths {
			errs = append(errs, s.asset(path))
		}
	}
	return errors.Join(errs...)
}

func (s *site) asset(path string) error {
	name, err := filepath.Rel(filepath.Join(s.Root, "static", "site"), path)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(path)
	if ext := filepath.Ext(name); err == nil && (ext == ".css" || ext == ".webmanifest") {
		var text string
		text, err = s.rename(string(data))
		data = []byte(text)
	}
	if err == nil {
		data, err = minified(name, data)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return s.put(filepath.ToSlash(name), data)
}

// mention is a reference to a file of the site in a page or a style sheet.
var mention = regexp.MustCompile(`(href="|src="|"src": "|url\(")([a-z0-9/._-]+\.(?:css|js|svg|png|webmanifest|woff2))`)

// rename replaces the mentions of files by their hashed names; a file that is
// not part of the site is an error.
func (s *site) rename(text string) (string, error) {
	var errs []error
	out := mention.ReplaceAllStringFunc(text, func(m string) string {
		part := mention.FindStringSubmatch(m)
		name, ok := s.names[part[2]]
		if !ok {
			errs = append(errs, fmt.Errorf("%s is mentioned but not built", part[2]))
		}
		return part[1] + "/" + name
	})
	return out, errors.Join(errs...)
}

// trust writes the two files that the issuer replaces between builds. They have
// no compressed form, which would go on telling what they told before.
func (s *site) trust() error {
	return errors.Join(
		os.WriteFile(filepath.Join(s.Out, "jwks.json"), s.Keys, 0o644),
		os.WriteFile(filepath.Join(s.Out, "revoked.bin"), s.Revoked, 0o644))
}

// manifestName is the manifest's file.
const manifestName = "manifest.json"

func (s *site) writeManifest() error {
	b, err := s.manifest.encode()
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(s.Out, manifestName), b, 0o644)
}

// encode returns the manifest as its file holds it.
func (m Manifest) encode() ([]byte, error) {
	b, err := json.MarshalIndent(m, "", "  ")
	return append(b, '\n'), err
}

func (s *site) say(format string, args ...any) { fmt.Fprintf(s.Log, format+"\n", args...) }
