// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"crypto/sha256"
	"encoding/hex"
	"net/netip"
	"strings"
)

// Header is a header of every answer.
type Header struct{ Name, Value string }

// header is one whose value all answers share.
type header struct {
	name  string // as net/http writes it
	value []string
}

// Policy is what the page may do: load from its own origin, run WebAssembly,
// and nothing else. The sheet a person saves is a blob. Parents are the origins
// that may show the page in a frame of theirs.
func Policy(parents []string) string {
	frames := "'none'"
	if len(parents) > 0 {
		frames = strings.Join(parents, " ")
	}
	return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; " +
		"media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; " +
		"base-uri 'none'; form-action 'none'; frame-ancestors " + frames + "; " +
		"require-trusted-types-for 'script'; trusted-types guida"
}

// unused are the powers the page gives up.
const unused = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), fullscreen=(self)"

// Headers are those that every answer carries, for a site that parents may
// frame.
func Headers(parents []string) []Header {
	return []Header{
		{"Content-Security-Policy", Policy(parents)},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
		{"Referrer-Policy", "no-referrer"},
		{"X-Content-Type-Options", "nosniff"},
		{"Permissions-Policy", unused},
		{"Strict-Transport-Security", "max-age=31536000"},
	}
}

func hardened(parents []string) (all []header) {
	for _, h := range Headers(parents) {
		all = append(all, header{h.Name, []string{h.Value}})
	}
	return all
}

// answersTo reports whether the site answers to a Host header. A name that is
// not the site's is an attack on a cache or a link, or somebody else's site.
func (s *Site) answersTo(host string) bool {
	name := strings.ToLower(host)
	if i := strings.LastIndexByte(name, ':'); i >= 0 && !strings.HasSuffix(name, "]") {
		name = name[:i]
	}
	if len(s.hosts) > 0 {
		return s.hosts[name]
	}
	_, err := netip.ParseAddr(strings.Trim(name, "[]"))
	return err == nil || name == "localhost"
}

// digest is a content's short name.
func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:10])
}
