// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package token

import (
	"crypto/ed25519"
	"encoding/base64"
	"strings"
)

// Limits and fixed values of a token.
const (
	Issuer    = "https://www.inps.it"
	Audience  = "videoguida"
	Version   = 1
	MaxSize   = 4096            // bytes of the compact form
	MaxLife   = 214 * 24 * 3600 // seven months from iat to exp, s
	MaxFuture = 24 * 3600       // how far ahead iat may be, s
)

// Key is a public key the verifier trusts.
type Key struct {
	Kid     string
	Public  ed25519.PublicKey
	Retired bool // its letters are recognised, and no longer opened
}

// KeySet is the keys a build trusts.
type KeySet []Key

// Clock returns the time to judge a token by: a wrong device clock must not
// refuse a good letter. build is when the program was built, server the
// server's Date if one was seen (else 0), device the device's clock; Unix s.
func Clock(build, server, device int64) int64 {
	if server > 0 {
		return max(build, server)
	}
	return max(build, device)
}

// Verify checks a compact JWS strictly and returns its claims. Its error is
// always an *Error. It accepts less than a general JWT library: one algorithm
// bound to the key, canonical base64url, flat JSON without duplicates.
func Verify(compact string, keys KeySet, now int64) (Claims, error) {
	if len(compact) > MaxSize {
		return Claims{}, refuse(Unreadable, "too-long", "")
	}
	parts := strings.Split(compact, ".")
	if len(parts) != 3 {
		return Claims{}, refuse(Unreadable, "segments", "")
	}
	var raw [3][]byte
	for i, p := range parts {
		b, ok := decode(p)
		if !ok {
			return Claims{}, refuse(Unreadable, "base64", "")
		}
		raw[i] = b
	}
	key, err := header(raw[0], keys)
	if err != nil {
		return Claims{}, err
	}
	signed := compact[:len(parts[0])+1+len(parts[1])]
	if len(raw[2]) != ed25519.SignatureSize || !ed25519.Verify(key.Public, []byte(signed), raw[2]) {
		return Claims{}, refuse(Forged, "signature", "")
	}
	c, err := ReadPayload(raw[1], now)
	if err == nil && key.Retired {
		c = Claims{}
		err = refuse(Expired, "retired-key", "kid")
	}
	return c, err
}

// ReadPayload returns the claims of a token's second part, judged at now, Unix
// s, as Verify does once the signature is found good: for the issuer, who
// checks facts before they are signed. Its error is always an *Error.
func ReadPayload(payload []byte, now int64) (Claims, error) {
	c, err := read(payload)
	if err != nil {
		return Claims{}, err
	}
	return c, judge(&c, now)
}

// decode accepts only the one canonical base64url form.
func decode(s string) ([]byte, bool) {
	b, err := base64.RawURLEncoding.Strict().DecodeString(s)
	return b, err == nil && !strings.ContainsAny(s, "\r\n")
}

// header returns the key that the header names.
func header(b []byte, keys KeySet) (Key, error) {
	fields, ok := parseFlat(b)
	if !ok {
		return Key{}, refuse(Unreadable, "header", "")
	}
	var alg, kid string
	for _, f := range fields {
		switch f.name {
		case "alg":
			alg = f.s
		case "kid":
			kid = f.s
		case "typ":
			if f.s != "JWT" {
				return Key{}, refuse(Forged, "header", "typ")
			}
		case "crit", "zip":
			return Key{}, refuse(Newer, "header", f.name)
		}
	}
	if alg != "EdDSA" && alg != "Ed25519" {
		return Key{}, refuse(Forged, "alg", "alg")
	}
	if k, ok := keys.find(kid); ok {
		return k, nil
	}
	return Key{}, refuse(Forged, UnknownKey, "kid")
}

// UnknownKey is the code of a refusal because no trusted key has the letter's
// kid: a newer key set may have it.
const UnknownKey = "key"

// find returns the key of that name, if it can verify anything.
func (s KeySet) find(kid string) (Key, bool) {
	for _, k := range s {
		if k.Kid == kid && len(k.Public) == ed25519.PublicKeySize {
			return k, true
		}
	}
	return Key{}, false
}

// judge checks what the signature cannot: who, for whom, when.
func judge(c *Claims, now int64) error {
	switch {
	case c.V == 0:
		return refuse(Unreadable, "missing", "v")
	case c.V != Version:
		return refuse(Newer, "version", "v")
	case c.Iss != Issuer:
		return refuse(Forged, "issuer", "iss")
	case c.Aud != Audience:
		return refuse(Forged, "audience", "aud")
	case c.Iat <= 0:
		return refuse(Unreadable, "missing", "iat")
	case c.Exp <= 0:
		return refuse(Unreadable, "missing", "exp")
	case c.Exp > c.Iat+MaxLife:
		return refuse(Forged, "exp-late", "exp")
	case c.Iat > now+MaxFuture:
		return refuse(WrongClock, "future", "iat")
	case now >= c.Exp:
		return &Error{Family: Expired, Code: "expired", Field: "exp", Exp: c.Exp}
	case c.Guide != "naspi" && c.Guide != "pension":
		return refuse(Newer, "guide", "guide")
	}
	return nil
}
