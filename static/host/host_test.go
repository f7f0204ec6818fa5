// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

const (
	pageText   = "<!doctype html><title>La tua video-guida</title>"
	readerName = "reader.0123456789.wasm"
)

// site is a built site in small.
func site(t testing.TB) *Site {
	return siteWith(t, Options{Hosts: []string{"guida.example", "example.com", "127.0.0.1"}})
}

// siteWith is the same with options.
func siteWith(t testing.TB, o Options) *Site {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"index.html": pageText, "index.html.br": "page in brotli", "index.html.gz": "page in gzip",
		readerName: "\x00asm" + strings.Repeat("r", 60), readerName + ".br": "reader in brotli", readerName + ".gz": "reader in gzip",
		"style.abcdef0123.css": "body{}", "loader.abcdef0123.js": "start()", "poster.abcdef0123.svg": "<svg/>",
		"fonts/tw-400.abcdef0123.woff2": "wOF2", "fonts/LICENSE.txt": "SIL", "manifest.json": "{}", "manifest.json.br": "x",
		"notes.bin": "?",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, err := Load(files, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// request sends one request; headers are "Name: value".
func request(t testing.TB, method, path string, headers ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, path, nil)
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		r.Header.Add(name, value)
	}
	w := httptest.NewRecorder()
	site(t).ServeHTTP(w, r)
	return w.Result()
}

func body(t testing.TB, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func wantHeader(t testing.TB, r *http.Response, name, want string) {
	t.Helper()
	if got := r.Header.Get(name); got != want {
		t.Errorf("%s: %q, want %q", name, got, want)
	}
}

func TestLoadNeedsAPage(t *testing.T) {
	if _, err := Load(fstest.MapFS{"style.css": {Data: []byte("body{}")}}, Options{}); err == nil {
		t.Error("a folder without a page was loaded")
	}
}

// TestEveryAnswerIsHardened: pages, files, refusals and recovered letters
// alike.
func TestEveryAnswerIsHardened(t *testing.T) {
	answers := map[string]*http.Response{
		"page": request(t, "GET", "/"), "file": request(t, "GET", "/"+readerName), "missing": request(t, "GET", "/nothing"),
		"post": request(t, "POST", "/"), "letter": request(t, "GET", "/%23"+packed), "unchanged": request(t, "GET", "/", `If-None-Match: *`),
	}
	for name, r := range answers {
		wantHeader(t, r, "Referrer-Policy", "no-referrer")
		wantHeader(t, r, "X-Content-Type-Options", "nosniff")
		wantHeader(t, r, "Cross-Origin-Opener-Policy", "same-origin")
		wantHeader(t, r, "Cross-Origin-Resource-Policy", "same-origin")
		if r.Header.Get("Strict-Transport-Security") == "" || !strings.Contains(r.Header.Get("Permissions-Policy"), "camera=()") {
			t.Errorf("%s: %v", name, r.Header)
		}
		if len(r.Cookies()) > 0 {
			t.Errorf("%s sets a cookie", name)
		}
		policyAllowsOnlySelf(t, name, r.Header.Get("Content-Security-Policy"))
	}
}

// policyAllowsOnlySelf fails when a content security policy lets anything in
// from elsewhere, or any script be made of text.
func policyAllowsOnlySelf(t *testing.T, where, policy string) {
	t.Helper()
	rules := map[string]string{}
	for rule := range strings.SplitSeq(policy, ";") {
		name, sources, _ := strings.Cut(strings.TrimSpace(rule), " ")
		rules[name] = sources
		for source := range strings.FieldsSeq(sources) {
			switch source {
			case "'self'", "'none'", "'wasm-unsafe-eval'", "'script'", "blob:", "guida":
			default:
				t.Errorf("%s: %s allows %s", where, name, source)
			}
		}
	}
	for name, want := range map[string]string{
		"default-src": "'none'", "script-src": "'self' 'wasm-unsafe-eval'", "connect-src": "'self'", "style-src": "'self'",
		"frame-ancestors": "'none'", "base-uri": "'none'", "form-action": "'none'", "require-trusted-types-for": "'script'",
	} {
		if rules[name] != want {
			t.Errorf("%s: %s is %q, want %q", where, name, rules[name], want)
		}
	}
}

func TestTypesAndCaching(t *testing.T) {
	const forever = "public, max-age=31536000, immutable"
	tests := []struct{ path, media, cache string }{
		{"/", "text/html; charset=utf-8", "no-cache"},
		{"/index.html", "text/html; charset=utf-8", "no-cache"},
		{"/" + readerName, "application/wasm", forever},
		{"/style.abcdef0123.css", "text/css; charset=utf-8", forever},
		{"/loader.abcdef0123.js", "text/javascript; charset=utf-8", forever},
		{"/poster.abcdef0123.svg", "image/svg+xml", forever},
		{"/fonts/tw-400.abcdef0123.woff2", "font/woff2", forever},
		{"/fonts/LICENSE.txt", "text/plain; charset=utf-8", "no-cache"},
		{"/notes.bin", "application/octet-stream", "no-cache"},
	}
	for _, tt := range tests {
		r := request(t, "GET", tt.path)
		if r.StatusCode != http.StatusOK {
			t.Errorf("%s: status %d", tt.path, r.StatusCode)
		}
		wantHeader(t, r, "Content-Type", tt.media)
		wantHeader(t, r, "Cache-Control", tt.cache)
		wantHeader(t, r, "Vary", "Accept-Encoding")
	}
}

func TestNotFound(t *testing.T) {
	for _, path := range []string{
		"/nothing", "/fonts", "/fonts/", "/../go.mod", "/index.html.br", "/manifest.json", "/manifest.json.br",
		"//", "/index.html/", "/%00", "/INDEX.HTML", "/" + strings.Repeat("a", 2000),
	} {
		r := request(t, "GET", path)
		if r.StatusCode != http.StatusNotFound {
			t.Errorf("%s: status %d", path, r.StatusCode)
		}
		wantHeader(t, r, "Cache-Control", "no-store")
		if text := body(t, r); text != "not found\n" {
			t.Errorf("%s: the answer says %q", path, text)
		}
	}
}

func TestOtherMethods(t *testing.T) {
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"} {
		r := request(t, method, "/")
		if r.StatusCode != http.StatusMethodNotAllowed || r.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: status %d, allowed %q", method, r.StatusCode, r.Header.Get("Allow"))
		}
	}
}

func TestHead(t *testing.T) {
	for _, path := range []string{"/", "/" + readerName, "/%23" + packed} {
		get, head := request(t, "GET", path, "Accept-Encoding: br"), request(t, "HEAD", path, "Accept-Encoding: br")
		if text := body(t, head); text != "" || head.StatusCode != get.StatusCode {
			t.Errorf("%s: HEAD answers %d with %q", path, head.StatusCode, text)
		}
		for name := range get.Header {
			wantHeader(t, head, name, get.Header.Get(name))
		}
	}
}

func TestRanges(t *testing.T) {
	r := request(t, "GET", "/"+readerName, "Range: bytes=1-3", "Accept-Encoding: br")
	if text := body(t, r); r.StatusCode != http.StatusPartialContent || text != "asm" {
		t.Errorf("status %d, %q", r.StatusCode, text)
	}
	wantHeader(t, r, "Content-Encoding", "")
	wantHeader(t, r, "Content-Range", "bytes 1-3/64")
	if r := request(t, "GET", "/"+readerName, "Range: bytes=999-"); r.StatusCode != http.StatusRequestedRangeNotSatisfiable {
		t.Errorf("a range beyond the end: status %d", r.StatusCode)
	}
	tag := request(t, "GET", "/"+readerName).Header.Get("ETag")
	if r := request(t, "GET", "/"+readerName, "Range: bytes=1-3", "If-Range: "+tag); r.StatusCode != http.StatusPartialContent {
		t.Errorf("the same file: status %d", r.StatusCode)
	}
	if r := request(t, "GET", "/"+readerName, "Range: bytes=1-3", `If-Range: "other"`); r.StatusCode != http.StatusOK {
		t.Errorf("a file that changed: status %d", r.StatusCode)
	}
}

// packed is a letter's token as digits; no key ever signed it.
const packed = "1" + "71064808972029609186953655830098346001506080948958157945063019746129190007639058555143370439271064808972"

// TestLetterInThePath: a scanner that turned # into %23 still finds the page,
// and nothing on the way may keep or repeat the token.
func TestLetterInThePath(t *testing.T) {
	raw := "eyJhbGciOiJFZERTQSJ9.eyJ2IjoxfQ.c2lnbmF0dXJl"
	for _, path := range []string{"/%23" + packed, "/" + packed, "/%23" + raw, "/" + raw, "/%23p" + strings.Repeat("Ab-_", 40)} {
		r := request(t, "GET", path, "Accept-Encoding: br, gzip", `If-None-Match: *`, "Range: bytes=0-3")
		wantHeader(t, r, "Cache-Control", "no-store")
		wantHeader(t, r, "ETag", "")
		wantHeader(t, r, "Location", "")
		var answer bytes.Buffer
		if err := r.Write(&answer); err != nil {
			t.Fatal(err)
		}
		if r.StatusCode != http.StatusOK || !strings.HasSuffix(answer.String(), "\r\n\r\n"+pageText) {
			t.Errorf("%.40s: %s", path, answer.String())
		}
		if secret := strings.TrimPrefix(path[1:], "%23"); strings.Contains(answer.String(), secret[:20]) {
			t.Errorf("%.40s: the answer repeats the token", path)
		}
	}
}

// TestRefusalsDoNotRepeatThePath: a damaged token in the path is refused
// without being echoed.
func TestRefusalsDoNotRepeatThePath(t *testing.T) {
	for _, r := range []*http.Response{request(t, "GET", "/%23"+packed+"x"), request(t, "POST", "/%23"+packed)} {
		var answer bytes.Buffer
		if err := r.Write(&answer); err != nil {
			t.Fatal(err)
		}
		if r.StatusCode < 400 || strings.Contains(answer.String(), packed[:20]) {
			t.Errorf("status %d: %s", r.StatusCode, answer.String())
		}
		wantHeader(t, r, "Cache-Control", "no-store")
	}
}

// TestServeIsSafeForManyAtOnce runs under the race detector in CI; here it
// shows that answers do not mix.
func TestServeIsSafeForManyAtOnce(t *testing.T) {
	server := httptest.NewServer(site(t))
	defer server.Close()
	done := make(chan string)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	for i := range 16 {
		encoding := [2]string{"br", "gzip"}[i%2]
		go func() { done <- encoding + ": " + get(ctx, server.URL, encoding) }()
	}
	for range 16 {
		if got := <-done; got != "br: page in brotli" && got != "gzip: page in gzip" {
			t.Errorf("one asked for %s", got)
		}
	}
}

func get(ctx context.Context, url, encoding string) string {
	r, err := http.NewRequestWithContext(ctx, "GET", url, nil)
	if err != nil {
		return err.Error()
	}
	r.Header.Set("Accept-Encoding", encoding)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return err.Error()
	}
	defer answer.Body.Close()
	b, err := io.ReadAll(answer.Body)
	if err != nil {
		return err.Error()
	}
	return string(b)
}
