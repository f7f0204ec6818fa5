// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sign

import (
	"crypto"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"errors"
	"io"
	"testing"
	"time"

	"videoguida/tokengen/token"
)

// vault is a key that never leaves its place, as an HSM's: all that one gets is
// the public half and signatures.
type vault struct {
	key    ed25519.PrivateKey
	signed int
	broken bool
}

func (v *vault) Public() crypto.PublicKey { return v.key.Public() }

func (v *vault) Sign(_ io.Reader, message []byte, opts crypto.SignerOpts) ([]byte, error) {
	if opts.HashFunc() != 0 {
		return nil, errors.New("a vault hashes nothing itself")
	}
	v.signed++
	signature := ed25519.Sign(v.key, message)
	if v.broken {
		signature[7] ^= 1
	}
	return signature, nil
}

// TestSignThroughTheSeam: a token signed in a vault is the token that its key
// signs; a vault that signs wrongly is found out before the token leaves.
func TestSignThroughTheSeam(t *testing.T) {
	c := demoClaims()
	v := &vault{key: key}
	got, err := Sign(c, v, "k1")
	want, _ := Sign(c, key, "k1")
	if err != nil || got != want || v.signed != 1 {
		t.Errorf("%v, equal %v, %d signatures", err, got == want, v.signed)
	}
	if _, err := Sign(c, &vault{key: key, broken: true}, "k1"); !errors.Is(err, ErrSelfCheck) {
		t.Errorf("a wrong signature: %v", err)
	}
	other, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Sign(c, other, "k1"); !errors.Is(err, ErrKind) {
		t.Errorf("an RSA key: %v", err)
	}
}

func demoClaims() token.Claims {
	return token.Claims{
		V: token.Version, Iss: token.Issuer, Aud: token.Audience, Jti: Jti("a letter"), Iat: now.Unix(),
		Exp: now.Add(100 * 24 * time.Hour).Unix(), Guide: "naspi", Name: "Maria", Contacts: "ok",
	}
}
