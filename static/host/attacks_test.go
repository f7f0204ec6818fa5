// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"bufio"
	"io"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// raw sends bytes to a server of the site and returns all that it answers
// until it closes the connection.
func raw(t *testing.T, sent string) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go NewServer(siteWith(t, Options{Hosts: []string{"guida.example"}, Ingest: http.HandlerFunc(drink)}), nil).Serve(t.Context(), l)
	c, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(20 * time.Second))
	if _, err := io.WriteString(c, sent); err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(c)
	if err != nil && len(b) == 0 {
		t.Fatal(err)
	}
	return string(b)
}

// answers splits what was sent back into answers: their status lines.
func answers(t *testing.T, text string) (statuses []string) {
	t.Helper()
	b := bufio.NewReader(strings.NewReader(text))
	for {
		r, err := http.ReadResponse(b, nil)
		if err != nil {
			return statuses
		}
		if _, err := io.Copy(io.Discard, r.Body); err != nil {
			t.Errorf("an answer that ends early: %v", err)
		}
		statuses = append(statuses, r.Status)
	}
}

const head = "GET / HTTP/1.1\r\nHost: guida.example\r\n"

// TestHugeHeaders: 64 KB of headers are refused, in one line or in many.
func TestHugeHeaders(t *testing.T) {
	for name, headers := range map[string]string{
		"one":  "X-Much: " + strings.Repeat("a", 64<<10) + "\r\n",
		"many": strings.Repeat("X-Many: "+strings.Repeat("a", 54)+"\r\n", 1024),
	} {
		if got := answers(t, raw(t, head+headers+"\r\n")); len(got) != 1 || !strings.HasPrefix(got[0], "431") {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestTraversal: nothing outside the site can be named, however it is written.
func TestTraversal(t *testing.T) {
	for _, path := range []string{
		"/../go.mod", "/fonts/../../go.mod", "/%2e%2e/go.mod", "/..%2fgo.mod", "/%252e%252e/go.mod", "/..\\go.mod",
		"/....//go.mod", "/%c0%ae%c0%ae/go.mod", "//etc/passwd", "/./index.html", "/fonts/%00/../index.html",
	} {
		got := raw(t, "GET "+path+" HTTP/1.1\r\nHost: guida.example\r\nConnection: close\r\n\r\n")
		if !strings.HasPrefix(got, "HTTP/1.1 404 ") && !strings.HasPrefix(got, "HTTP/1.1 400 ") {
			t.Errorf("%s: %.100s", path, got)
		}
	}
}

// TestSymlinks: a link that leads out of the site is not published, and the
// site is refused as a whole, so that somebody notices.
func TestSymlinks(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"index.html": pageText, "../secret": "secret"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(dir, "..", "secret"), filepath.Join(dir, "open.txt")); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(os.DirFS(dir), Options{}); err == nil || !strings.Contains(err.Error(), "open.txt is not a regular file") {
		t.Errorf("a link was published: %v", err)
	}
}

// TestDotfiles: what people leave behind in a folder is not served.
func TestDotfiles(t *testing.T) {
	files := fstest.MapFS{"index.html": {Data: []byte(pageText)}, ".env": {Data: []byte("k")}, ".git/config": {Data: []byte("k")}}
	s, err := Load(files, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/.env", "/.git/config", "/.git/", "/%2eenv"} {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest("GET", "http://localhost"+path, nil))
		if w.Code != http.StatusNotFound {
			t.Errorf("%s: status %d", path, w.Code)
		}
	}
}

// TestSidecarsAskedDirectly: a compressed form is no page of its own.
func TestSidecarsAskedDirectly(t *testing.T) {
	for _, path := range []string{"/index.html.br", "/index.html.gz", "/" + readerName + ".br", "/" + readerName + ".gz", "/manifest.json.br"} {
		if r := request(t, "GET", path, "Accept-Encoding: br, gzip"); r.StatusCode != http.StatusNotFound {
			t.Errorf("%s: status %d", path, r.StatusCode)
		}
	}
}

// TestLineBreaksInTheRequest: no part of a request can add a header to the
// answer.
func TestLineBreaksInTheRequest(t *testing.T) {
	for _, sent := range []string{
		"GET /%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: guida.example\r\nConnection: close\r\n\r\n",
		"GET /?x=%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: guida.example\r\nConnection: close\r\n\r\n",
		"GET / HTTP/1.1\r\nHost: guida.example%0d%0aSet-Cookie: a=b\r\nConnection: close\r\n\r\n",
		"GET / HTTP/1.1\r\nHost: guida.example\r\nIf-None-Match: \"a\rSet-Cookie: a=b\"\r\nConnection: close\r\n\r\n",
		"GET / HTTP/1.1\r\nHost: guida.example\r\nRange: bytes=0-1\nSet-Cookie: a=b\r\nConnection: close\r\n\r\n",
	} {
		if got := raw(t, sent); strings.Contains(got, "Set-Cookie") || !strings.HasPrefix(got, "HTTP/1.1 ") {
			t.Errorf("%q: %s", sent, got)
		}
	}
}

// TestRequestSmuggling: two ways to tell a body's length never make two
// requests of one, and a request whose body nobody wants ends the connection.
func TestRequestSmuggling(t *testing.T) {
	const hidden = "GET /style.abcdef0123.css HTTP/1.1\r\nHost: guida.example\r\n\r\n"
	for name, headers := range map[string]string{
		"length and chunks":    "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
		"chunks and length":    "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + hidden,
		"two lengths":          "Content-Length: 0\r\nContent-Length: 63\r\n\r\n" + hidden,
		"odd coding":           "Transfer-Encoding: xchunked\r\n\r\n" + hidden,
		"space before colon":   "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + hidden,
		"a body with a GET":    "Content-Length: 4\r\n\r\nabcd" + hidden,
		"chunks with a GET":    "Transfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n" + hidden,
		"a length with a sign": "Content-Length: +4\r\n\r\nabcd" + hidden,
	} {
		got := answers(t, raw(t, head+headers))
		if len(got) != 1 || got[0][0] != '4' && got[0][0] != '5' {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestForeignHosts: a request for another name, or for two, gets 421 or 400 and
// no page; the site's own name is answered with any port and in any case.
func TestForeignHosts(t *testing.T) {
	tests := map[string]int{
		"guida.example": 200, "GUIDA.example:8443": 200,
		"evil.example": 421, "guida.example.evil.example": 421, "guida.example@evil.example": 421, "": 421,
		"guida.example:80:80": 421, "127.0.0.1": 421, "localhost": 421, "[::1]:443": 421, "guida.example.": 421,
	}
	s := siteWith(t, Options{Hosts: []string{"Guida.Example"}})
	for host, want := range tests {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != want || want != 200 && w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("Host %q: status %d, want %d", host, w.Code, want)
		}
	}
	twice := answers(t, raw(t, "GET / HTTP/1.1\r\nHost: guida.example\r\nHost: evil.example\r\n\r\n"))
	absolute := answers(t, raw(t, "GET http://evil.example/ HTTP/1.1\r\nHost: guida.example\r\n\r\n"))
	if !strings.HasPrefix(twice[0], "400") || !strings.HasPrefix(absolute[0], "421") {
		t.Errorf("two hosts: %q; an absolute address: %q", twice, absolute)
	}
}

// TestUnnamedSite: without names the site answers only to what no stranger's
// domain can be.
func TestUnnamedSite(t *testing.T) {
	for host, want := range map[string]int{
		"localhost:8080": 200, "127.0.0.1": 200, "[::1]:8080": 200, "192.0.2.7:80": 200, "evil.example": 421, "127.0.0.1.evil.example": 421,
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		siteWith(t, Options{}).ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("Host %q: status %d, want %d", host, w.Code, want)
		}
	}
}

// TestCachePoisoning: headers that are no part of a cache's key change nothing
// that a cache may keep.
func TestCachePoisoning(t *testing.T) {
	for _, path := range []string{"/", "/" + readerName} {
		want := request(t, "GET", path, "Accept-Encoding: br")
		wantBody := body(t, want)
		for _, h := range []string{
			"X-Forwarded-Host: evil.example", "X-Host: evil.example", "Forwarded: host=evil.example", "X-Original-URL: /nothing",
			"X-Rewrite-URL: /nothing", "X-HTTP-Method-Override: POST", "X-Forwarded-Proto: http", "X-Forwarded-Prefix: /evil",
			"Accept-Language: de", "Cookie: lang=de", "Origin: https://evil.example", "User-Agent: <script>", "Accept: image/png",
		} {
			got := request(t, "GET", path, "Accept-Encoding: br", h)
			if d := cmp.Diff(want.Header, got.Header); d != "" || body(t, got) != wantBody || got.StatusCode != want.StatusCode {
				t.Errorf("%s with %s: status %d, %s", path, h, got.StatusCode, d)
			}
		}
	}
	if r := request(t, "GET", "/?utm_source=x&lang=de"); body(t, r) != pageText {
		t.Error("a query changes the page")
	}
}

// TestRefusedBrotli: a client that refuses a coding by name never gets it,
// whatever else it asked for before.
func TestRefusedBrotli(t *testing.T) {
	for range 3 {
		wantHeader(t, request(t, "GET", "/", "Accept-Encoding: br"), "Content-Encoding", "br")
		wantHeader(t, request(t, "GET", "/", "Accept-Encoding: br;q=0, gzip;q=0"), "Content-Encoding", "")
	}
}

// TestHeadAndGetMixed: on one connection a HEAD never leaves a body behind that
// the next answer would begin with.
func TestHeadAndGetMixed(t *testing.T) {
	ask := func(method, path, more string) string {
		return method + " " + path + " HTTP/1.1\r\nHost: guida.example\r\n" + more + "\r\n"
	}
	sent := ask("HEAD", "/", "") + ask("GET", "/nothing", "") + ask("HEAD", "/"+readerName, "Accept-Encoding: br\r\n") +
		ask("HEAD", "/nothing", "") + ask("HEAD", "/", "Range: bytes=0-3\r\n") + ask("GET", "/style.abcdef0123.css", "Connection: close\r\n")
	b := bufio.NewReader(strings.NewReader(raw(t, sent)))
	for i, want := range []struct{ method, body string }{
		{"HEAD", ""}, {"GET", "not found\n"}, {"HEAD", ""}, {"HEAD", ""}, {"HEAD", ""}, {"GET", "body{}"},
	} {
		r, err := http.ReadResponse(b, &http.Request{Method: want.method})
		if err != nil {
			t.Fatalf("answer %d: %v", i, err)
		}
		if got := body(t, r); got != want.body || r.ContentLength == 0 {
			t.Errorf("answer %d is %q, want %q; length %d", i, got, want.body, r.ContentLength)
		}
	}
}

// TestMilestonesAreTheIngests: /m is the handler's that was given, with the
// site's headers, and nothing else is; without one they are thrown away.
func TestMilestonesAreTheIngests(t *testing.T) {
	ingest := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) })
	s := siteWith(t, Options{Hosts: []string{"guida.example"}, Ingest: ingest})
	for target, want := range map[string]int{"/m": 204, "/m/": 405, "/M": 405, "/": 405} {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest("POST", "http://guida.example"+target, strings.NewReader("{}")))
		if w.Code != want {
			t.Errorf("POST %s: status %d, want %d", target, w.Code, want)
		}
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest("POST", "http://evil.example/m", strings.NewReader("{}")))
	if w.Code != http.StatusMisdirectedRequest {
		t.Errorf("milestones for another site: status %d", w.Code)
	}
	for method, want := range map[string]int{"POST": 204, "GET": 405, "HEAD": 405, "PUT": 405} {
		if r := request(t, method, "/m"); r.StatusCode != want {
			t.Errorf("%s without an ingest: status %d", method, r.StatusCode)
		}
	}
}

// TestNobodyChangesSharedHeaders: answers share header values, so an answer
// that adds to one of them must not reach the next.
func TestNobodyChangesSharedHeaders(t *testing.T) {
	s := siteWith(t, Options{Hosts: []string{"guida.example"}, Ingest: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name := range maps.Clone(w.Header()) {
			w.Header().Add(name, "more")
			w.Header().Set(textproto.CanonicalMIMEHeaderKey(name), "other")
		}
	})})
	s.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("POST", "http://guida.example/m", nil))
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest("GET", "http://guida.example/", nil))
	for _, h := range hardened(nil) {
		if !slices.Equal(w.Header()[h.name], h.value) {
			t.Errorf("%s became %q", h.name, w.Header()[h.name])
		}
	}
}

// TestFrames: only the origins of the build's list may frame the page.
func TestFrames(t *testing.T) {
	files := fstest.MapFS{"index.html": {Data: []byte(pageText)}, "manifest.json": {Data: []byte(`{"parents":["https://www.inps.it","https://my.example"]}`)}}
	s, err := Load(files, Options{})
	if err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest("GET", "http://localhost/", nil))
	if p := w.Header().Get("Content-Security-Policy"); !strings.Contains(p, "; frame-ancestors https://www.inps.it https://my.example; ") {
		t.Error(p)
	}
	files["manifest.json"] = &fstest.MapFile{Data: []byte("[")}
	if _, err := Load(files, Options{}); err == nil || !strings.HasPrefix(err.Error(), "manifest.json: ") {
		t.Errorf("a damaged list: %v", err)
	}
}

// FuzzRequest: whatever is asked, of whatever host, the answer is hardened, is
// one of the few that there are, and repeats nothing of the request.
func FuzzRequest(f *testing.F) {
	f.Add("GET", "/", "guida.example", "br", "bytes=0-3", `"x"`)
	f.Add("GET", "/%23"+packed, "guida.example:443", "gzip;q=0", "bytes=-", "*")
	f.Add("HEAD", "/../"+strings.Repeat("a", 200), "[::1]", ",", "bytes=9999999999999999999-", "W/")
	f.Add("POST", "/m", "guida.example", "", "", "")
	s := siteWith(f, Options{Hosts: []string{"guida.example"}})
	f.Fuzz(func(t *testing.T, method, path, host, accept, ranges, match string) {
		r := &http.Request{Method: method, URL: &url.URL{Path: path, RawPath: path}, Host: host, Header: http.Header{
			"Accept-Encoding": {accept}, "Range": {ranges}, "If-None-Match": {match}, "If-Range": {match},
		}}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		switch w.Code {
		case 200, 204, 206, 304, 400, 404, 405, 412, 416, 421:
		default:
			t.Errorf("status %d", w.Code)
		}
		if w.Header().Get("Content-Security-Policy") != Policy(nil) {
			t.Error("an answer without the policy")
		}
		if w.Code == 200 && !s.answersTo(host) {
			t.Errorf("Host %q is answered", host)
		}
		if len(path) > 20 && w.Code >= 400 && strings.Contains(w.Body.String(), path) {
			t.Error("a refusal repeats the path")
		}
	})
}
