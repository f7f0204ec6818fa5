// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"net/http"
	"strings"
	"testing"
)

func TestEncodings(t *testing.T) {
	tests := []struct{ accept, want string }{
		{"", ""},
		{"br", "br"},
		{"gzip", "gzip"},
		{"gzip, deflate, br, zstd", "br"},
		{"GZIP", "gzip"},
		{"identity", ""},
		{"*", "br"},
		{"br;q=0, gzip", "gzip"},
		{"br;q=0,*", "gzip"},
		{"br;q=0, gzip;q=0", ""},
		{"*;q=0", ""},
		{"br; q=0.001", "br"},
		{"gzip;q=1.0, br;q=0.5", "br"}, // the smaller one that is accepted
		{"br;q=0.0", ""},
		{"br ; q = 1", "br"},
		{"br;q=2", ""}, // what cannot be read counts as refused
		{"br;q=-1", ""},
		{"br;q=NaN", ""},
		{"br;q=", ""},
		{"br;level=9", ""},
		{"brotli", ""},
		{",,, ;;; ,", ""},
		{"br" + strings.Repeat(",x", maxAccept), ""},
	}
	for _, tt := range tests {
		r := request(t, "GET", "/", "Accept-Encoding: "+tt.accept)
		wantHeader(t, r, "Content-Encoding", tt.want)
		wantText := map[string]string{"": pageText, "br": "page in brotli", "gzip": "page in gzip"}[tt.want]
		if text := body(t, r); text != wantText {
			t.Errorf("%.40q: %q, want %q", tt.accept, text, wantText)
		}
		if r.ContentLength != int64(len(wantText)) {
			t.Errorf("%.40q: Content-Length %d, want %d", tt.accept, r.ContentLength, len(wantText))
		}
	}
}

// TestEncodingsOverTwoLines: a list may be spread over several header lines.
func TestEncodingsOverTwoLines(t *testing.T) {
	r := request(t, "GET", "/", "Accept-Encoding: gzip", "Accept-Encoding: br")
	wantHeader(t, r, "Content-Encoding", "br")
	r = request(t, "GET", "/", "Accept-Encoding: *", "Accept-Encoding: br;q=0")
	wantHeader(t, r, "Content-Encoding", "gzip")
}

func TestFilesWithoutSidecarsStayPlain(t *testing.T) {
	r := request(t, "GET", "/fonts/tw-400.abcdef0123.woff2", "Accept-Encoding: br, gzip")
	wantHeader(t, r, "Content-Encoding", "")
}

// TestUnchanged: each representation has a tag of its own, and a client that
// has it receives nothing.
func TestUnchanged(t *testing.T) {
	tags := map[string]string{}
	for _, encoding := range []string{"identity", "gzip", "br"} {
		tag := request(t, "GET", "/", "Accept-Encoding: "+encoding).Header.Get("ETag")
		if other := tags[tag]; other != "" || len(tag) < 10 {
			t.Errorf("%s has the tag %s of %q", encoding, tag, other)
		}
		tags[tag] = encoding
		for _, list := range []string{tag, `"x", ` + tag, "W/" + tag, "*"} {
			r := request(t, "GET", "/", "Accept-Encoding: "+encoding, "If-None-Match: "+list)
			if r.StatusCode != http.StatusNotModified || body(t, r) != "" {
				t.Errorf("%s, If-None-Match %s: status %d", encoding, list, r.StatusCode)
			}
			wantHeader(t, r, "ETag", tag)
			wantHeader(t, r, "Vary", "Accept-Encoding")
			wantHeader(t, r, "Cache-Control", "no-cache")
		}
		if r := request(t, "GET", "/", "Accept-Encoding: "+encoding, `If-None-Match: "x"`); r.StatusCode != http.StatusOK {
			t.Errorf("%s, another tag: status %d", encoding, r.StatusCode)
		}
	}
}

// FuzzAccept: no header makes the host send what was refused by name, or
// something that is neither refused nor asked for.
func FuzzAccept(f *testing.F) {
	for _, s := range []string{"", "br", "gzip;q=0.5, br;q=0", "*;q=0.1", "br;q=1;q=0", "br;q=0x1p-2", "br,br;q=0", ";q=1", "BR;Q=1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, header string) {
		a := parseAccept(header)
		for coding, q := range a {
			if !(q >= 0 && q <= 1) || strings.ContainsAny(coding, ",;") {
				t.Errorf("%q has the quality %v", coding, q)
			}
		}
		for _, coding := range []string{"br", "gzip"} {
			asked := strings.Contains(strings.ToLower(header), coding) || strings.Contains(header, "*")
			if a.takes(coding) && (!asked || len(header) > maxAccept) {
				t.Errorf("%q takes %s", header, coding)
			}
		}
	})
}
