// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package keyring

import (
	"crypto/ed25519"
	"errors"
	"os"
	"path/filepath"
	"time"

	"videoguida/tokengen/sign"
)

// Open returns what signs at now: path is a ring's folder or a key file.
func Open(path string, now time.Time) (Signer, error) {
	info, err := os.Stat(path)
	if err != nil {
		return Signer{}, err
	}
	if info.IsDir() {
		r, err := Load(path)
		if err != nil {
			return Signer{}, err
		}
		return r.Signer(now)
	}
	key, err := sign.LoadKey(path)
	if err != nil {
		return Signer{}, err
	}
	return Signer{KidOf(path, key.Public().(ed25519.PublicKey)), key}, nil
}

// Published returns the key set of path at now: of a ring, or of a key file.
func Published(path string, now time.Time) ([]sign.Published, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		r, err := Load(path)
		if err == nil && len(r.Keys) == 0 {
			err = errors.New(path + " holds no key: make one with tokengen rotate --keys " + path)
		}
		if err != nil {
			return nil, err
		}
		return r.Published(now), nil
	}
	s, err := Open(path, now)
	if err != nil {
		return nil, err
	}
	return []sign.Published{{Kid: s.Kid, Public: s.Public().(ed25519.PublicKey)}}, nil
}

// IDs returns the secrets of the ids of letters that may be open at now (see
// Ring.IDs): of a ring, or of a key file.
func IDs(path string, now time.Time) ([][]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		r, err := Load(path)
		if err != nil {
			return nil, err
		}
		return r.IDs(now)
	}
	s, err := Open(path, now)
	if err != nil {
		return nil, err
	}
	secret, err := sign.JtiKey(s)
	return [][]byte{secret}, err
}

// KidOf names a key by the file that it lies in. A key kept in a folder called
// demo is a demonstration key, from wherever it is named, and a release build
// refuses its kid.
func KidOf(path string, public ed25519.PublicKey) string {
	prefix := "k"
	if abs, err := filepath.Abs(path); err != nil || filepath.Base(filepath.Dir(abs)) == "demo" {
		prefix = "demo-"
	}
	return sign.Kid(prefix, public)
}
