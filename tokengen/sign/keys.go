// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sign

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"
)

// NewKey makes a key pair and writes the private half to path as PKCS#8 PEM,
// mode 0600. It never overwrites a file.
func NewKey(path string) (ed25519.PrivateKey, error) {
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("%s exists: choose another name, a key is never overwritten", path)
	}
	if err != nil {
		return nil, err
	}
	if err := pem.Encode(f, &pem.Block{Type: "PRIVATE KEY", Bytes: der}); err != nil {
		f.Close()
		return nil, err
	}
	return key, f.Close()
}

// LoadKey reads a private key. It refuses symbolic links, empty files and
// files that others may read.
func LoadKey(path string) (ed25519.PrivateKey, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, err
	}
	switch {
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a regular file: name the key file itself", path)
	case info.Mode().Perm()&0o077 != 0:
		return nil, fmt.Errorf("%s can be read by others: chmod 600 %s", path, path)
	case info.Size() == 0:
		return nil, fmt.Errorf("%s is empty: make a key with tokengen keygen --out FILE", path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	block, _ := pem.Decode(data)
	if block == nil {
		return nil, fmt.Errorf("%s is not a PEM file", path)
	}
	any, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	key, ok := any.(ed25519.PrivateKey)
	if !ok {
		return nil, fmt.Errorf("%s is not an Ed25519 key", path)
	}
	return key, nil
}

// Kid returns the short key id: prefix and the first six characters of the
// thumbprint.
func Kid(prefix string, public ed25519.PublicKey) string {
	return prefix + Thumbprint(public)[:6]
}

// Thumbprint returns the key's JWK thumbprint (RFC 7638), base64url.
func Thumbprint(public ed25519.PublicKey) string {
	x := base64.RawURLEncoding.EncodeToString(public)
	h := sha256.Sum256([]byte(`{"crv":"Ed25519","kty":"OKP","x":"` + x + `"}`))
	return base64.RawURLEncoding.EncodeToString(h[:])
}

// Published is a public key as a key set tells it.
type Published struct {
	Kid     string
	Public  ed25519.PublicKey
	Revoked time.Time // zero, or since when its letters are no longer opened
}

// JWKS returns keys as a JWK set. A key whose letters are no longer opened
// stays, with the member "revoked" (OpenID Federation 1.0, 8.7): an old letter
// is then told from a forged one.
func JWKS(keys ...Published) []byte {
	type revoked struct {
		At int64 `json:"revoked_at"`
	}
	type jwk struct {
		Kty        string   `json:"kty"`
		Crv        string   `json:"crv"`
		Alg        string   `json:"alg"`
		Use        string   `json:"use"`
		Kid        string   `json:"kid"`
		X          string   `json:"x"`
		Thumbprint string   `json:"thumbprint"`
		Revoked    *revoked `json:"revoked,omitempty"`
	}
	set := []jwk{}
	for _, k := range keys {
		x := base64.RawURLEncoding.EncodeToString(k.Public)
		j := jwk{"OKP", "Ed25519", "EdDSA", "sig", k.Kid, x, Thumbprint(k.Public), nil}
		if !k.Revoked.IsZero() {
			j.Revoked = &revoked{k.Revoked.Unix()}
		}
		set = append(set, j)
	}
	b, err := json.Marshal(map[string][]jwk{"keys": set})
	if err != nil {
		return nil
	}
	return append(b, '\n')
}
