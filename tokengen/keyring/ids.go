// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package keyring

import (
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"videoguida/tokengen/sign"
)

// The secret under which a key numbers its letters outlives the private half in
// KID.ids: a letter is called back by its number months after its key signed.

func (r *Ring) idsFile(kid string) string { return filepath.Join(r.dir, kid+".ids") }

// keepIDs writes the secret of a key that is about to lose its private half.
func (r *Ring) keepIDs(kid string) error {
	key, err := sign.LoadKey(r.file(kid))
	if err != nil {
		return err
	}
	secret, err := sign.JtiKey(key)
	if err != nil {
		return err
	}
	return os.WriteFile(r.idsFile(kid), []byte(hex.EncodeToString(secret)+"\n"), 0o600)
}

// IDs returns the secrets under which the letters that may still be open at now
// got their ids, oldest first (see sign.LetterJti).
func (r *Ring) IDs(now time.Time) (secrets [][]byte, err error) {
	for i, k := range r.Keys {
		if end := r.ended(i); k.From.After(now) || !end.IsZero() && !end.After(now) {
			continue
		}
		secret, err := r.ids(k)
		if err != nil {
			return nil, err
		}
		secrets = append(secrets, secret)
	}
	return secrets, nil
}

func (r *Ring) ids(k Key) ([]byte, error) {
	text, err := os.ReadFile(r.idsFile(k.Kid))
	if errors.Is(err, os.ErrNotExist) {
		s, err := r.open(k)
		if err != nil {
			return nil, err
		}
		return sign.JtiKey(s)
	}
	if err != nil {
		return nil, err
	}
	secret, err := hex.DecodeString(strings.TrimSpace(string(text)))
	if err != nil || len(secret) != 32 {
		return nil, fmt.Errorf("%s is damaged: bring it back from a copy", r.idsFile(k.Kid))
	}
	return secret, nil
}
