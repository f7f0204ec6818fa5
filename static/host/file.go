// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"bytes"
	"errors"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// file is one resource. Its headers are made once: an answer only refers to
// them, and nothing may change them.
type file struct {
	media, cache []string
	plain        form
	br, gz       *form // nil when there is none
}

// form is one representation of a file.
type form struct {
	body                  []byte
	tag, length, encoding []string // header values; encoding is nil for the plain file
}

// Caching of files whose name changes with their content, and of the others.
var (
	forever = []string{"public, max-age=31536000, immutable"}
	ask     = []string{"no-cache"}
	vary    = []string{"Accept-Encoding"}
)

func sidecar(name string) bool {
	return strings.HasSuffix(name, ".br") || strings.HasSuffix(name, ".gz")
}

// hashed is a name that changes with its content: name.0123456789.ext.
var hashed = regexp.MustCompile(`\.[0-9a-f]{10}\.[a-z0-9]+$`)

func readFile(dir fs.FS, name string) (*file, error) {
	raw, err := fs.ReadFile(dir, name)
	if err != nil {
		return nil, err
	}
	tag := digest(raw)
	f := &file{media: []string{mediaType(name)}, cache: ask, plain: newForm(raw, tag, "")}
	if hashed.MatchString(name) {
		f.cache = forever
	}
	if f.br, err = readForm(dir, name+".br", tag, "br"); err == nil {
		f.gz, err = readForm(dir, name+".gz", tag, "gzip")
	}
	return f, err
}

// readForm reads a compressed form, nil when there is none.
func readForm(dir fs.FS, name, tag, coding string) (*form, error) {
	b, err := fs.ReadFile(dir, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	f := newForm(b, tag+"-"+coding, coding)
	return &f, err
}

func newForm(body []byte, tag, coding string) form {
	f := form{body: body, tag: []string{`"` + tag + `"`}, length: []string{strconv.Itoa(len(body))}}
	if coding != "" {
		f.encoding = []string{coding}
	}
	return f
}

// mediaType names a file's type; the system's own table is not asked first,
// since machines differ.
func mediaType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".wasm":
		return "application/wasm"
	case ".svg":
		return "image/svg+xml"
	case ".png":
		return "image/png"
	case ".woff2":
		return "font/woff2"
	case ".txt":
		return "text/plain; charset=utf-8"
	case ".webmanifest":
		return "application/manifest+json"
	case ".vbk":
		return "application/octet-stream"
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		return t
	}
	return "application/octet-stream"
}

// serve answers with the form that the client takes.
func (f *file) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h["Content-Type"], h["Cache-Control"], h["Vary"] = f.media, f.cache, vary
	if r.Header["Range"] != nil {
		h["Etag"] = f.plain.tag
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(f.plain.body))
		return
	}
	is := f.pick(strings.Join(r.Header["Accept-Encoding"], ","))
	h["Etag"] = is.tag
	if is.encoding != nil {
		h["Content-Encoding"] = is.encoding
	}
	if matches(strings.Join(r.Header["If-None-Match"], ","), is.tag[0]) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	// ServeContent drops the length of encoded bodies; progress bars need it.
	h["Content-Length"] = is.length
	if r.Method == http.MethodGet {
		w.Write(is.body)
	}
}

// serveOnce answers a path that is a token with the page, so that it can
// recover; nothing on the way may keep or repeat it.
func (f *file) serveOnce(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h["Content-Type"], h["Content-Length"] = f.media, f.plain.length
	if r.Method == http.MethodGet {
		w.Write(f.plain.body)
	}
}

// pick chooses the smallest form that the client accepts.
func (f *file) pick(accept string) *form {
	if accept == "" || f.br == nil && f.gz == nil {
		return &f.plain
	}
	q := parseAccept(accept)
	switch {
	case f.br != nil && q.takes("br"):
		return f.br
	case f.gz != nil && q.takes("gzip"):
		return f.gz
	}
	return &f.plain
}

// matches reports whether an If-None-Match list names the tag.
func matches(list, tag string) bool {
	for t := range strings.SplitSeq(list, ",") {
		t = strings.TrimPrefix(strings.TrimSpace(t), "W/")
		if t == tag || t == "*" {
			return true
		}
	}
	return false
}
