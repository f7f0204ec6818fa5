// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sign

import (
	"crypto"
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"io"
)

// JtiKey derives the secret under which letters get their ids from a signing
// key, wherever it lives: Ed25519 signs a text always the same way. Who does
// not have the key cannot tell a letter's id from its number.
func JtiKey(s crypto.Signer) ([]byte, error) {
	if _, ok := s.Public().(ed25519.PublicKey); !ok {
		return nil, errors.New("sign: ids of letters need an Ed25519 key")
	}
	sig, err := s.Sign(nil, []byte("videoguida: ids of letters, 1"), crypto.Hash(0))
	if err != nil {
		return nil, err
	}
	h := sha256.Sum256(sig)
	return h[:], nil
}

// LetterJti returns the id of a letter's token for one channel: nine bytes of
// an HMAC under a key of JtiKey. The same batch, letter and channel always
// have the same id, so a letter can be printed again, and revoked, by them.
func LetterJti(key []byte, batch, letter, channel string) string {
	h := hmac.New(sha256.New, key)
	for _, part := range []string{batch, letter, channel} {
		var n [4]byte
		binary.BigEndian.PutUint32(n[:], uint32(len(part)))
		h.Write(n[:])
		io.WriteString(h, part)
	}
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:9])
}
