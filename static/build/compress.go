// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/svg"
)

// minified returns a file without what only people need to read it.
func minified(name string, data []byte) ([]byte, error) {
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	m.Add("text/html", &html.Minifier{KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true})
	m.AddFunc("text/javascript", js.Minify)
	m.AddFunc("image/svg+xml", svg.Minify)
	media := map[string]string{
		".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".svg": "image/svg+xml",
	}[filepath.Ext(name)]
	if media == "" {
		return data, nil
	}
	out, err := m.Bytes(media, data)
	if err != nil {
		return nil, fmt.Errorf("minifying %s: %w", name, err)
	}
	return out, nil
}

// put writes a file under a name that carries its digest.
func (s *site) put(name string, data []byte) error {
	sum := sha256.Sum256(data)
	ext := filepath.Ext(name)
	hashed := strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:5]) + ext
	if filepath.Base(name) == "LICENSE.txt" {
		hashed = name
	}
	s.names[name] = hashed
	return s.write(name, hashed, data)
}

// write writes a file with its compressed forms beside it.
func (s *site) write(name, as string, data []byte) error {
	path := filepath.Join(s.Out, filepath.FromSlash(as))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f := File{Name: as, Raw: len(data), Brotli: len(data)}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		return err
	}
	if compressible(name) {
		if err := s.squeeze(path, data, &f); err != nil {
			return fmt.Errorf("compressing %s: %w", name, err)
		}
	}
	s.manifest.Files[name] = f
	return nil
}

// compressible says whether a file is worth compressing: fonts and pictures
// already are, and so are voice packs, whose sizes must stay equal where they
// are.
func compressible(name string) bool {
	ext := filepath.Ext(name)
	return ext != ".woff2" && ext != ".vbk" && ext != ".png"
}

func (s *site) squeeze(path string, data []byte, f *File) error {
	version, err := s.brotliVersion()
	if err != nil {
		return err
	}
	br, err := s.cached(data, fmt.Sprintf("br%d-%s", s.Quality, version), func(b *bytes.Buffer) error {
		return compress(brotli.NewWriterOptions(b, brotli.WriterOptions{Quality: s.Quality, LGWin: 24}), data)
	})
	if err != nil {
		return err
	}
	gz, err := s.cached(data, "gz9-"+runtime.Version(), func(b *bytes.Buffer) error {
		w, err := gzip.NewWriterLevel(b, gzip.BestCompression)
		if err != nil {
			return err
		}
		return compress(w, data)
	})
	if err != nil {
		return err
	}
	f.Brotli = len(br)
	if err := os.WriteFile(path+".br", br, 0o644); err != nil {
		return err
	}
	return os.WriteFile(path+".gz", gz, 0o644)
}

func compress(w io.WriteCloser, data []byte) error {
	if _, err := w.Write(data); err != nil {
		return err
	}
	return w.Close()
}

// brotliPinned is the line of go.mod that pins the compressor.
var brotliPinned = regexp.MustCompile(`(?m)^\s*github\.com/andybalholm/brotli (v\S+)`)

// brotliVersion is part of what a compressed file is kept by: another version of
// the compressor may write other bytes for the same content.
func (s *site) brotliVersion() (string, error) {
	b, err := os.ReadFile(filepath.Join(s.Root, "go.mod"))
	if err != nil {
		return "", err
	}
	m := brotliPinned.FindSubmatch(b)
	if m == nil {
		return "", errors.New("go.mod pins no github.com/andybalholm/brotli")
	}
	return string(m[1]), nil
}

// cached returns what make writes, kept by the content it was made from and by
// how it is made.
func (s *site) cached(data []byte, how string, make func(*bytes.Buffer) error) ([]byte, error) {
	sum := sha256.Sum256(data)
	path := filepath.Join(s.Cache, hex.EncodeToString(sum[:])+"."+how)
	if b, err := os.ReadFile(path); err == nil {
		return b, nil
	}
	var b bytes.Buffer
	if err := make(&b); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(s.Cache, 0o755); err != nil {
		return nil, err
	}
	tmp := path + ".new"
	if err := os.WriteFile(tmp, b.Bytes(), 0o644); err != nil {
		return nil, err
	}
	return b.Bytes(), os.Rename(tmp, path)
}
