// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package token

import (
	"crypto/ed25519"
	"unicode/utf8"
)

const maxJWKS = 64 << 10 // bytes

// ParseJWKS reads the Ed25519 keys of a JWK set (RFC 7517, RFC 8037). A key
// with a "revoked" member (OpenID Federation 1.0, 8.7) is a retired one. It
// takes a set whole or not at all: a key of another kind, without a kid or with
// its private half makes it refuse, since the set is published with the page.
func ParseJWKS(b []byte) (KeySet, error) {
	if len(b) > maxJWKS || !utf8.Valid(b) {
		return nil, refuse(Newer, "keys", "keys")
	}
	r := jwksReader{scanner: scanner{in: b}}
	if !r.set() || !r.end() || len(r.keys) == 0 {
		return nil, refuse(Newer, "keys", "keys")
	}
	if r.private {
		return nil, refuse(Newer, "private-key", "keys")
	}
	return r.keys, nil
}

// jwksReader reads the two levels of a JWK set.
type jwksReader struct {
	scanner
	keys    KeySet
	private bool
}

// set reads the outer object: keys, and members that are passed over.
func (r *jwksReader) set() bool {
	ok := r.eat('{')
	for first := true; ok && !r.eat('}'); first = false {
		ok = first || r.eat(',')
		r.space()
		name, named := r.str()
		ok = ok && named && r.eat(':')
		switch {
		case !ok:
		case name == "keys" && r.keys == nil:
			ok = r.list()
		default:
			ok = name != "keys" && r.skip(8)
		}
	}
	return ok
}

// list reads the array of keys.
func (r *jwksReader) list() bool {
	ok := r.eat('[')
	for first := true; ok && !r.eat(']'); first = false {
		ok = (first || r.eat(',')) && r.key()
	}
	return ok
}

func (r *jwksReader) key() bool {
	fields, ok := r.flat()
	m, retired := map[string]string{}, false
	for _, f := range fields {
		m[f.name] = f.s
		r.private = r.private || f.name == "d"
		retired = retired || f.name == "revoked"
	}
	x, good := decode(m["x"])
	r.keys = append(r.keys, Key{Kid: m["kid"], Public: x, Retired: retired})
	return ok && good && m["kid"] != "" && m["kty"] == "OKP" && m["crv"] == "Ed25519" && len(x) == ed25519.PublicKeySize
}
