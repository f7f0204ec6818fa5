// Package host serves a built site from memory.
//
// Every file was compressed when the site was built, so a request costs a map
// lookup and a write. Nothing about a request is kept: no access log, no path,
// no query. A letter's token travels in the URL fragment and never arrives
// here; the one exception is a scanner that turned # into %23, for which the
// page is served without being cached and without repeating the path.
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

// Site is a built site in memory. It is an http.Handler and safe for
// concurrent use.
type Site struct {
	files  map[string]*file // by URL path
	policy string
}

// file is one resource with its representations.
type file struct {
	media     string
	immutable bool
	tag       string // of the content, without quotes
	raw       []byte
	br, gz    []byte // nil when there is none
}

// Load reads a site that the build command wrote. Files whose name carries a
// hash are served as immutable; the manifest is not served.
func Load(dir fs.FS) (*Site, error) {
	s := &Site{files: map[string]*file{}, policy: policy}
	err := fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || sidecar(name) {
			return err
		}
		f, err := read(dir, name)
		s.files["/"+name] = f
		return err
	})
	if err != nil {
		return nil, err
	}
	if s.files["/index.html"] == nil {
		return nil, errors.New("no index.html: build the site first")
	}
	s.files["/"] = s.files["/index.html"]
	delete(s.files, "/manifest.json")
	return s, nil
}

func sidecar(name string) bool {
	return strings.HasSuffix(name, ".br") || strings.HasSuffix(name, ".gz")
}

// hashed is a name that changes with its content: name.0123456789.ext.
var hashed = regexp.MustCompile(`\.[0-9a-f]{10}\.[a-z0-9]+$`)

func read(dir fs.FS, name string) (*file, error) {
	raw, err := fs.ReadFile(dir, name)
	if err != nil {
		return nil, err
	}
	f := &file{media: mediaType(name), immutable: hashed.MatchString(name), raw: raw, tag: digest(raw)}
	if f.br, err = optional(dir, name+".br"); err == nil {
		f.gz, err = optional(dir, name+".gz")
	}
	return f, err
}

func optional(dir fs.FS, name string) ([]byte, error) {
	b, err := fs.ReadFile(dir, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return b, err
}

// mediaType names a file's type; the system's own table is not asked, since
// machines differ.
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
	case ".woff2":
		return "font/woff2"
	case ".txt":
		return "text/plain; charset=utf-8"
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		return t
	}
	return "application/octet-stream"
}

// letter is a path that is a token: # became %23, or was lost.
var letter = regexp.MustCompile(`^/(%23|#)?(1[0-9]{100,}|eyJ[A-Za-z0-9_.-]+|p[A-Za-z0-9_-]{100,})$`)

// ServeHTTP implements http.Handler.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.harden(w.Header())
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		refuse(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	if f := s.files[r.URL.Path]; f != nil {
		f.serve(w, r)
		return
	}
	if letter.MatchString(r.URL.EscapedPath()) {
		s.serveLetter(w, r)
		return
	}
	refuse(w, "not found", http.StatusNotFound)
}

// refuse answers an error. The path may be a damaged token: nothing on the way
// may keep the answer.
func refuse(w http.ResponseWriter, why string, status int) {
	w.Header().Set("Cache-Control", "no-store")
	http.Error(w, why, status)
}

// serveLetter answers a path that is a token with the page, so that it can
// recover; nothing on the way may keep or repeat it.
func (s *Site) serveLetter(w http.ResponseWriter, r *http.Request) {
	f := *s.files["/index.html"]
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Length", strconv.Itoa(len(f.raw)))
	w.Header().Set("Content-Type", f.media)
	if r.Method == http.MethodGet {
		w.Write(f.raw)
	}
}

func (f *file) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", f.media)
	h.Set("Cache-Control", "no-cache")
	if f.immutable {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	h.Set("Vary", "Accept-Encoding")
	if r.Header.Get("Range") != "" {
		h.Set("ETag", `"`+f.tag+`"`)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(f.raw))
		return
	}
	body, tag := f.pick(h, strings.Join(r.Header.Values("Accept-Encoding"), ","))
	h.Set("ETag", tag)
	if matches(strings.Join(r.Header.Values("If-None-Match"), ","), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	// ServeContent drops the length of encoded bodies; progress bars need it.
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method == http.MethodGet {
		w.Write(body)
	}
}

// pick chooses the representation: the smallest one that the client accepts.
func (f *file) pick(h http.Header, accept string) (body []byte, tag string) {
	q := parseAccept(accept)
	switch {
	case f.br != nil && q.takes("br"):
		h.Set("Content-Encoding", "br")
		return f.br, `"` + f.tag + `-br"`
	case f.gz != nil && q.takes("gzip"):
		h.Set("Content-Encoding", "gzip")
		return f.gz, `"` + f.tag + `-gz"`
	}
	return f.raw, `"` + f.tag + `"`
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
