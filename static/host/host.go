// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package host serves a built site from memory.
//
// Every file was compressed when the site was built, so a request costs a map
// lookup and a write. Nothing about a request is kept: no access log, no path,
// no query. A letter's token travels in the URL fragment and never arrives
// here; the one exception is a scanner that turned # into %23, for which the
// page is served without being cached and without repeating the path.
//
// Three things make the host: [Load] reads a site, [Site] answers requests for
// it, [Server] serves it under limits and replaces it while it serves.
package host

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"regexp"
	"strings"
)

// Options say what a site answers beside its files.
type Options struct {
	// Hosts are the names that the site answers to, as in the Host header
	// without the port. Without any, those that name no site: localhost and
	// addresses in digits.
	Hosts []string
	// Ingest takes what the page counts, at /m. Without it, it is thrown away:
	// pages need not be built again for a host that counts nothing. The answer
	// already carries the site's security headers when Ingest is called.
	Ingest http.Handler
}

// Site is a built site in memory. It is an http.Handler and safe for
// concurrent use.
type Site struct {
	files   map[string]*file // by URL path
	headers []header         // of every answer
	hosts   map[string]bool
	ingest  http.Handler
}

// manifest is what the host reads of the build's list.
type manifest struct {
	Parents []string `json:"parents"` // origins that may frame the page
}

// Load reads a site that the build command wrote. Files whose name carries a
// hash are served as immutable; the manifest, dotfiles and compressed forms are
// not served under their own names. A file that is not a regular one, such as a
// symbolic link, is an error: it would publish what lies elsewhere.
func Load(dir fs.FS, o Options) (*Site, error) {
	list, err := readManifest(dir)
	if err != nil {
		return nil, err
	}
	s := &Site{files: map[string]*file{}, headers: hardened(list.Parents), hosts: map[string]bool{}, ingest: o.Ingest}
	if s.ingest == nil {
		s.ingest = http.HandlerFunc(discard)
	}
	for _, name := range o.Hosts {
		s.hosts[strings.ToLower(name)] = true
	}
	if err := s.read(dir); err != nil {
		return nil, err
	}
	page := s.files["/index.html"]
	if page == nil {
		return nil, errors.New("no index.html: build the site first")
	}
	s.files["/"] = page
	return s, nil
}

// readManifest reads the build's list; a site made by hand has none.
func readManifest(dir fs.FS) (list manifest, err error) {
	b, err := fs.ReadFile(dir, manifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return list, nil
	}
	if err == nil {
		err = json.Unmarshal(b, &list)
	}
	if err != nil {
		return list, fmt.Errorf("%s: %w", manifestName, err)
	}
	return list, nil
}

const manifestName = "manifest.json"

// read takes the files into memory.
func (s *Site) read(dir fs.FS) error {
	return fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != "." && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir(), sidecar(name), name == manifestName:
			return nil
		case !d.Type().IsRegular():
			return fmt.Errorf("%s is not a regular file", name)
		}
		s.files["/"+name], err = readFile(dir, name)
		return err
	})
}

// letter is a path that is a token: # became %23, or was lost.
var letter = regexp.MustCompile(`^/(%23|#)?(1[0-9]{100,}|eyJ[A-Za-z0-9_.-]+|p[A-Za-z0-9_-]{100,})$`)

// longest is the length of the longest path that may be a token, bytes.
const longest = len("/%23") + 8192

// milestones is where the page sends what it counts.
const milestones = "/m"

// ServeHTTP implements http.Handler.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	for i := range s.headers {
		h[s.headers[i].name] = s.headers[i].value
	}
	switch {
	case !s.answersTo(r.Host):
		refuse(w, "this server has no site of that name", http.StatusMisdirectedRequest)
	case r.URL.Path == milestones:
		s.ingest.ServeHTTP(w, r)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		refuse(w, "only GET and HEAD", http.StatusMethodNotAllowed)
	case r.ContentLength != 0:
		refuse(w, "a request without a body, please", http.StatusBadRequest)
	default:
		s.find(w, r)
	}
}

// discard takes milestones and keeps nothing.
func discard(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", "POST")
		refuse(w, "only POST", http.StatusMethodNotAllowed)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusNoContent)
}

// find answers with the file at the path.
func (s *Site) find(w http.ResponseWriter, r *http.Request) {
	if f := s.files[r.URL.Path]; f != nil {
		f.serve(w, r)
		return
	}
	if path := r.URL.EscapedPath(); len(path) <= longest && letter.MatchString(path) {
		s.files["/"].serveOnce(w, r)
		return
	}
	refuse(w, "not found", http.StatusNotFound)
}

// refuse answers an error. The path may be a damaged token: nothing on the way
// may keep the answer, and nothing that was sent with the request is read.
func refuse(w http.ResponseWriter, why string, status int) {
	w.Header().Set("Cache-Control", "no-store")
	if status != http.StatusNotFound {
		w.Header().Set("Connection", "close")
	}
	http.Error(w, why, status)
}
