// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package token

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"sort"
)

// The list of letters that were called back is one signed file:
//
//	"VGR1"       what it is; no token begins so, so no token's signature fits
//	1 byte, kid  the length and name of the key that signed
//	8 bytes      when it was made, Unix s, big endian
//	n × 8 bytes  the first bytes of SHA-256(jti), each greater than the last
//	64 bytes     the Ed25519 signature of all that stands before it
//
// The whole list is fetched for every letter, so asking tells nothing about
// whose letter is open.
const revokedMagic = "VGR1"

const (
	hashSize = 8
	// MaxRevoked is how large a list may be, bytes: half a million letters.
	// More than that is a retired key, not a list.
	MaxRevoked = 4 << 20
)

// Revoked is a verified list. The zero value calls nothing back.
type Revoked struct {
	Issued int64 // when the list was made, Unix s
	hashes []byte
}

// RevokedHash is how a list names a letter.
func RevokedHash(jti string) [hashSize]byte {
	sum := sha256.Sum256([]byte(jti))
	return [hashSize]byte(sum[:hashSize])
}

// Has reports whether the letter was called back.
func (r Revoked) Has(jti string) bool {
	want := RevokedHash(jti)
	at := sort.Search(r.Len(), func(i int) bool {
		return bytes.Compare(r.hashes[i*hashSize:(i+1)*hashSize], want[:]) >= 0
	})
	return at < r.Len() && bytes.Equal(r.hashes[at*hashSize:(at+1)*hashSize], want[:])
}

// Len returns the number of letters called back.
func (r Revoked) Len() int { return len(r.hashes) / hashSize }

// AppendRevoked appends to b what of a list is signed: all but the signature.
// The hashes must be sorted and differ.
func AppendRevoked(b []byte, kid string, issued int64, hashes [][hashSize]byte) []byte {
	b = append(b, revokedMagic...)
	b = append(append(b, byte(len(kid))), kid...)
	b = binary.BigEndian.AppendUint64(b, uint64(issued))
	for _, h := range hashes {
		b = append(b, h[:]...)
	}
	return b
}

// ParseRevoked reads and verifies a list. A list that is damaged, or signed by
// a key that is unknown or retired, is no list: its error is an *Error with
// code "revoked-list".
func ParseRevoked(b []byte, keys KeySet) (Revoked, error) {
	bad := refuse(Newer, "revoked-list", "")
	rest, ok := bytes.CutPrefix(b, []byte(revokedMagic))
	if !ok || len(b) > MaxRevoked || len(rest) < 1 {
		return Revoked{}, bad
	}
	n := int(rest[0])
	if len(rest) < 1+n+8+ed25519.SignatureSize {
		return Revoked{}, bad
	}
	key, known := keys.find(string(rest[1 : 1+n]))
	end := len(rest) - ed25519.SignatureSize
	signed := b[:len(b)-ed25519.SignatureSize]
	if !known || key.Retired || !ed25519.Verify(key.Public, signed, rest[end:]) {
		return Revoked{}, bad
	}
	r := Revoked{int64(binary.BigEndian.Uint64(rest[1+n:])), rest[1+n+8 : end]}
	if !r.sorted() {
		return Revoked{}, bad
	}
	return r, nil
}

// sorted reports whether the list can be searched: whole hashes, each greater
// than the last.
func (r Revoked) sorted() bool {
	if len(r.hashes)%hashSize != 0 {
		return false
	}
	for at := hashSize; at < len(r.hashes); at += hashSize {
		if bytes.Compare(r.hashes[at-hashSize:at], r.hashes[at:at+hashSize]) >= 0 {
			return false
		}
	}
	return true
}
