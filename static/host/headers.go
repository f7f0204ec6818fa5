package host

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
)

// policy is what the page may do: load from its own origin, run WebAssembly,
// and nothing else. The sheet a person saves is a blob.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; " +
	"media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types guida"

// unused are the powers the page gives up.
const unused = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), fullscreen=(self)"

// harden sets the headers that every answer carries.
func (s *Site) harden(h http.Header) {
	h.Set("Content-Security-Policy", s.policy)
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Permissions-Policy", unused)
	h.Set("Strict-Transport-Security", "max-age=31536000")
}

// digest is a content's short name.
func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:10])
}
