// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package token

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"slices"
	"strconv"
	"testing"
)

var (
	listKey  = ed25519.NewKeyFromSeed([]byte("the seed of a key for lists only"))
	listKeys = KeySet{{Kid: "k1", Public: listKey.Public().(ed25519.PublicKey)}}
)

// signedList is a list of the letters as an issuer makes it.
func signedList(kid string, jtis ...string) []byte {
	var hashes [][hashSize]byte
	for _, j := range jtis {
		hashes = append(hashes, RevokedHash(j))
	}
	slices.SortFunc(hashes, func(a, b [hashSize]byte) int { return bytes.Compare(a[:], b[:]) })
	b := AppendRevoked(nil, kid, 1795305600, hashes)
	return append(b, ed25519.Sign(listKey, b)...)
}

func TestRevoked(t *testing.T) {
	var jtis []string
	for i := range 999 {
		jtis = append(jtis, "letter "+strconv.Itoa(i))
	}
	for n := range 40 {
		r, err := ParseRevoked(signedList("k1", jtis[:n*n%999]...), listKeys)
		if err != nil || r.Issued != 1795305600 || r.Len() != n*n%999 {
			t.Fatalf("%d letters: %v, %d of them", n*n%999, err, r.Len())
		}
		for i, jti := range jtis {
			if r.Has(jti) != (i < n*n%999) {
				t.Fatalf("of %d letters, letter %d: %v", n*n%999, i, r.Has(jti))
			}
		}
	}
	if (Revoked{}).Has("letter 1") {
		t.Error("no list calls a letter back")
	}
}

func TestParseRevokedRefuses(t *testing.T) {
	good := signedList("k1", "a", "b", "c")
	resign := func(b []byte) []byte { return append(b, ed25519.Sign(listKey, b)...) }
	body := good[:len(good)-ed25519.SignatureSize]
	a, b := RevokedHash("a"), RevokedHash("b")
	if bytes.Compare(a[:], b[:]) < 0 {
		a, b = b, a
	}
	tests := map[string][]byte{
		"nothing": nil, "magic alone": []byte("VGR1"), "half": good[:len(good)/2], "no signature": body,
		"another file":       []byte("<!doctype html>" + string(good)),
		"a bit of a hash":    flip(good, len(body)-1),
		"a bit of the date":  flip(good, 4+1+2),
		"a bit of the end":   flip(good, len(good)-1),
		"unknown key":        signedList("k2", "a"),
		"a hash cut short":   resign(slices.Clone(body[:len(body)-3])),
		"not sorted":         resign(AppendRevoked(nil, "k1", 1, [][hashSize]byte{a, b})),
		"one twice":          resign(AppendRevoked(nil, "k1", 1, [][hashSize]byte{a, a})),
		"huge":               make([]byte, MaxRevoked+1),
		"a kid past the end": {'V', 'G', 'R', '1', 255, 'k'},
	}
	for name, in := range tests {
		var e *Error
		if r, err := ParseRevoked(in, listKeys); !errors.As(err, &e) || e.Code != "revoked-list" || r.Len() != 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
	retired := KeySet{{Kid: "k1", Public: listKeys[0].Public, Retired: true}}
	if _, err := ParseRevoked(good, retired); err == nil {
		t.Error("a stolen key still calls letters back")
	}
}

func flip(b []byte, at int) []byte {
	b = slices.Clone(b)
	b[at] ^= 1
	return b
}

// FuzzParseRevoked: a list is what an issuer signed, byte for byte, or nothing.
// What is signed can be anything, so the fuzzer's body is signed here.
func FuzzParseRevoked(f *testing.F) {
	good := signedList("k1", "a", "b")
	f.Add(good[:len(good)-ed25519.SignatureSize], good[len(good)-ed25519.SignatureSize:])
	f.Add([]byte("VGR1\x02k1\x00\x00\x00\x00\x00\x00\x00\x01"), []byte{})
	f.Add([]byte("VGR1\x00"), make([]byte, 64))
	f.Fuzz(func(t *testing.T, body, signature []byte) {
		if _, err := ParseRevoked(append(slices.Clone(body), signature...), listKeys); err == nil && !ed25519.Verify(listKeys[0].Public, body, signature) {
			t.Fatal("accepted without a signature")
		}
		r, err := ParseRevoked(append(slices.Clone(body), ed25519.Sign(listKey, body)...), listKeys)
		if err != nil {
			return
		}
		if back := AppendRevoked(nil, "k1", r.Issued, hashesOf(r)); !bytes.Equal(back, body) {
			t.Errorf("a list of %d letters reads as another", r.Len())
		}
	})
}

func hashesOf(r Revoked) (all [][hashSize]byte) {
	for at := 0; at < len(r.hashes); at += hashSize {
		all = append(all, [hashSize]byte(r.hashes[at:]))
	}
	return all
}

// TestRetiredKey: a letter of a retired key is told from a forged one.
func TestRetiredKey(t *testing.T) {
	in := `{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"k1","x":"` + x1 + `","revoked":{"revoked_at":1795305600}},` +
		`{"kty":"OKP","crv":"Ed25519","kid":"k2","x":"` + x1 + `"}]}`
	keys, err := ParseJWKS([]byte(in))
	if err != nil || len(keys) != 2 || !keys[0].Retired || keys[1].Retired {
		t.Fatalf("%+v %v", keys, err)
	}
}

// TestRetiredKeyOpensNothing: an authentic letter of a retired key is no longer
// valid; an expired one says when; a forged one is still forged.
func TestRetiredKeyOpensNothing(t *testing.T) {
	retired := KeySet{{Kid: "k1", Public: testKeys[0].Public, Retired: true}}
	good := signed(testHeader, testPayload)
	tests := []struct {
		compact string
		now     int64
		want    Error
	}{
		{good, testNow, Error{Family: Expired, Code: "retired-key", Field: "kid"}},
		{good, 1810857600, Error{Family: Expired, Code: "expired", Field: "exp", Exp: 1810857600}},
		{good[:len(good)-2] + "AA", testNow, Error{Family: Forged, Code: "signature"}},
	}
	for _, tt := range tests {
		var e *Error
		if _, err := Verify(tt.compact, retired, tt.now); !errors.As(err, &e) || *e != tt.want {
			t.Errorf("refused with %v, want %v", err, &tt.want)
		}
	}
}
