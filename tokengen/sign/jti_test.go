// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sign

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"testing"
)

// TestLetterJti: the id is the letter's for ever, and nobody else's.
func TestLetterJti(t *testing.T) {
	k, err := JtiKey(key)
	if err != nil {
		t.Fatal(err)
	}
	if got := LetterJti(k, "2026-11", "L-0001", "qr"); got != "wRMaBG59YvkQ" {
		t.Errorf("the id of a letter already printed changed: %s", got)
	}
	seen := map[string]bool{}
	for _, parts := range [][3]string{{"a", "b", "qr"}, {"a", "b", "io"}, {"ab", "", "qr"}, {"", "ab", "qr"}, {"a", "bq", "r"}} {
		jti := LetterJti(k, parts[0], parts[1], parts[2])
		if len(jti) != 12 || seen[jti] {
			t.Errorf("%v: %s", parts, jti)
		}
		seen[jti] = true
	}
}

func TestJtiKey(t *testing.T) {
	a, err1 := JtiKey(key)
	b, err2 := JtiKey(ed25519.NewKeyFromSeed([]byte("the seed of another, for tests..")))
	if err1 != nil || err2 != nil || bytes.Equal(a, b) || len(a) != 32 {
		t.Errorf("two keys: %x %v, %x %v", a, err1, b, err2)
	}
	random, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := JtiKey(random); err == nil {
		t.Error("a key that signs differently each time gave ids")
	}
}
