// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package token

import (
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"strings"
	"testing"
)

// published is the JWK set of keys; a name ending in ! is a retired one's.
func published(kids ...string) []byte {
	var keys []string
	for _, kid := range kids {
		kid, retired := strings.CutSuffix(kid, "!")
		key := testKeys[0].Public
		if kid != "k1" {
			key = listKeys[0].Public
		}
		k := `{"kty":"OKP","crv":"Ed25519","kid":"` + kid + `","x":"` + base64.RawURLEncoding.EncodeToString(key) + `"`
		if retired {
			k += `,"revoked":{"revoked_at":1}`
		}
		keys = append(keys, k+"}")
	}
	return []byte(`{"keys":[` + strings.Join(keys, ",") + `]}`)
}

// recalled is a list of one letter, signed by k1's key under any name.
func recalled(kid, jti string) []byte {
	b := AppendRevoked(nil, kid, testNow, [][hashSize]byte{RevokedHash(jti)})
	return append(b, ed25519.Sign(testKey, b)...)
}

// TestTrust: what is fetched opens and closes letters; what is missing or
// damaged closes none.
func TestTrust(t *testing.T) {
	good := signed(testHeader, testPayload)
	tests := []struct {
		name  string
		trust Trust
		want  string // the error's code, "" when the letter opens
	}{
		{"the page's key alone", Trust{Page: published("k1")}, ""},
		{"the set fetched has it too", Trust{Page: published("k1"), Fresh: published("k1", "k2")}, ""},
		{"a new key, fetched", Trust{Page: published("k0"), Fresh: published("k1")}, ""},
		{"a new key, not fetched", Trust{Page: published("k0")}, "keys-unreachable"},
		{"a new key, a damaged set", Trust{Page: published("k0"), Fresh: []byte("<html>")}, "keys-unreachable"},
		{"a key that nobody has", Trust{Page: published("k0"), Fresh: published("k2")}, "key"},
		{"a set fetched that is older than the page", Trust{Page: published("k1"), Fresh: published("k0")}, ""},
		{"a key retired since", Trust{Page: published("k1"), Fresh: published("k1!", "k2")}, "retired-key"},
		{"a key retired when the page was built", Trust{Page: published("k1!")}, "retired-key"},
		{"a demonstration's set", Trust{Page: published("k0"), Fresh: published("k1", "demo-k")}, "keys-unreachable"},
		{"a demonstration's set in a demonstration", Trust{Page: published("k0"), Fresh: published("k1", "demo-k"), Demo: true}, ""},
		{"called back", Trust{Page: published("k1"), Revoked: recalled("k1", "c8dGJ4gjjPYt")}, "revoked"},
		{"another called back", Trust{Page: published("k1"), Revoked: recalled("k1", "other")}, ""},
		{"a list of an unknown key", Trust{Page: published("k1"), Revoked: recalled("k9", "c8dGJ4gjjPYt")}, ""},
		{"a list of a retired key", Trust{Page: published("k1", "k3!"), Revoked: recalled("k3", "c8dGJ4gjjPYt")}, ""},
		{"a damaged list", Trust{Page: published("k1"), Revoked: recalled("k1", "c8dGJ4gjjPYt")[:90]}, ""},
		{"no list", Trust{Page: published("k1"), Revoked: []byte{}}, ""},
		{"no keys", Trust{}, "keys"},
	}
	for _, tt := range tests {
		c, err := tt.trust.Open(good, testNow)
		var e *Error
		code := ""
		if errors.As(err, &e) {
			code = e.Code
		}
		if code != tt.want || (err == nil) != (c.Name == "Maria") {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
}
