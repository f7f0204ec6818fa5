// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package keyring keeps an issuer's keys and says which one signs when.
//
// A ring is a folder: ring.json tells every key's name, public half and first
// day; a private half lies beside it as KID.pem, mode 0600, or stays in an HSM
// or a key service, which a command then asks (see [Command]). Nothing else is
// written down, since a key's life follows from the days:
//
//	next      published, and not signing yet: phones learn it a week ahead
//	current   signs
//	old       signs no more; its letters open until the last of them ends
//	retired   recognised for two more years: its letters are "no longer valid",
//	          not "forged"; a stolen key is retired at once
//
// Rotate makes the next key and clears away what nobody needs.
package keyring

import (
	"crypto"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"videoguida/tokengen/sign"
	"videoguida/tokengen/token"
	"videoguida/tokengen/whole"
)

// Lead is how long a key is published before it signs: whoever holds an older
// set has asked for a new one by then.
const Lead = 7 * 24 * time.Hour

// Life is how long letters of a key may be open after it signed the last one.
const Life = token.MaxLife * time.Second

// Memory is how long a retired key is recognised.
const Memory = 2 * 365 * 24 * time.Hour

// Key is one key of a ring.
type Key struct {
	Kid     string    `json:"kid"`
	X       string    `json:"x"`                 // public half, base64url
	From    time.Time `json:"from"`              // when it begins to sign
	Retired time.Time `json:"retired,omitzero"`  // when it was withdrawn
	Command []string  `json:"command,omitempty"` // what signs, when no file does
}

// Ring is a folder of keys, oldest first.
type Ring struct {
	dir  string
	Keys []Key `json:"keys"`
}

const (
	index    = "ring.json"
	maxIndex = 64 << 10 // bytes
)

// ErrNoKey means that no key of a ring signs now.
var ErrNoKey = errors.New("no key signs now: make one with tokengen rotate")

// Load reads a ring. A folder without ring.json is a ring without keys.
func Load(dir string) (*Ring, error) {
	data, err := os.ReadFile(filepath.Join(dir, index))
	if errors.Is(err, os.ErrNotExist) {
		return &Ring{dir: dir}, nil
	}
	if err != nil {
		return nil, err
	}
	r, err := parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(dir, index), err)
	}
	r.dir = dir
	return r, nil
}

// parse reads and checks ring.json.
func parse(data []byte) (*Ring, error) {
	if len(data) > maxIndex {
		return nil, errors.New("larger than 64 KiB")
	}
	var r Ring
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, errors.New("not the JSON of a ring")
	}
	seen := map[string]bool{}
	for i, k := range r.Keys {
		if err := k.check(); err != nil {
			return nil, fmt.Errorf("key %d: %w", i+1, err)
		}
		if seen[k.Kid] {
			return nil, fmt.Errorf("key %d: a kid is there twice", i+1)
		}
		seen[k.Kid] = true
	}
	slices.SortStableFunc(r.Keys, func(a, b Key) int { return a.From.Compare(b.From) })
	return &r, nil
}

// check reports what is wrong with a key. The kid is also a file's name.
func (k Key) check() error {
	switch {
	case k.Kid == "" || len(k.Kid) > 32 || !word(k.Kid):
		return errors.New("field kid: must be 1 to 32 letters, digits, - or _")
	case k.public() == nil:
		return errors.New("field x: must be an Ed25519 public key, base64url")
	case k.From.IsZero():
		return errors.New("field from: is missing")
	}
	return nil
}

func word(s string) bool {
	for _, c := range []byte(s) {
		if c != '-' && c != '_' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

// public is the key's public half, nil when it is none.
func (k Key) public() ed25519.PublicKey {
	b, err := base64.RawURLEncoding.Strict().DecodeString(k.X)
	if err != nil || len(b) != ed25519.PublicKeySize {
		return nil
	}
	return b
}

// save writes ring.json.
func (r *Ring) save() error {
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return whole.Write(filepath.Join(r.dir, index), append(data, '\n'), 0o600)
}

// current returns the place of the key that signs at now.
func (r *Ring) current(now time.Time) (at int, ok bool) {
	for i, k := range r.Keys {
		if !k.From.After(now) && k.Retired.IsZero() {
			at, ok = i, true
		}
	}
	return at, ok
}

// next returns the place of a key that will sign later.
func (r *Ring) next(now time.Time) (at int, ok bool) {
	at = slices.IndexFunc(r.Keys, func(k Key) bool { return k.From.After(now) && k.Retired.IsZero() })
	return at, at >= 0
}

// ended is when key i stops to open letters: its retirement, or a letter's life
// after the next key took over; zero while nobody knows.
func (r *Ring) ended(i int) time.Time {
	end := r.Keys[i].Retired
	for _, later := range r.Keys[i+1:] {
		if !later.Retired.IsZero() && !later.Retired.After(later.From) {
			continue // withdrawn before it ever signed
		}
		if last := later.From.Add(Life); end.IsZero() || last.Before(end) {
			return last
		}
		break
	}
	return end
}

// Published returns the keys as a key set tells them at now: those to come and
// those that open letters, and the retired ones marked.
func (r *Ring) Published(now time.Time) []sign.Published {
	var all []sign.Published
	for i, k := range r.Keys {
		p := sign.Published{Kid: k.Kid, Public: k.public()}
		if end := r.ended(i); !end.IsZero() && !end.After(now) {
			p.Revoked = end
		}
		all = append(all, p)
	}
	return all
}

// Signer is a key that signs, with its name.
type Signer struct {
	Kid string
	crypto.Signer
}

// Signer returns the key that signs at now, from its file or its command.
func (r *Ring) Signer(now time.Time) (Signer, error) {
	i, ok := r.current(now)
	if !ok {
		return Signer{}, ErrNoKey
	}
	return r.open(r.Keys[i])
}

// open returns a key of the ring with what signs for it.
func (r *Ring) open(k Key) (Signer, error) {
	if len(k.Command) > 0 {
		return Signer{k.Kid, Command(k.public(), k.Command...)}, nil
	}
	path := r.file(k.Kid)
	key, err := sign.LoadKey(path)
	if err != nil {
		return Signer{}, err
	}
	if !key.Public().(ed25519.PublicKey).Equal(k.public()) {
		return Signer{}, fmt.Errorf("%s is not the private half of key %s", path, k.Kid)
	}
	return Signer{k.Kid, key}, nil
}

// file is where a key's private half lies.
func (r *Ring) file(kid string) string { return filepath.Join(r.dir, kid+".pem") }
