// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package demo

import (
	"crypto/ed25519"
	"errors"
	"testing"
	"time"

	"videoguida/tokengen/token"
)

// TestLetters: each letter is accepted, or refused in its own family.
func TestLetters(t *testing.T) {
	key := ed25519.NewKeyFromSeed([]byte("the seed of a key for tests only"))
	keys := token.KeySet{{Kid: "k1", Public: key.Public().(ed25519.PublicKey)}}
	today := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	seen := map[token.Family]bool{}
	for _, l := range Letters(today) {
		s, err := l.Token(key, "k1")
		if err != nil {
			t.Fatal(err)
		}
		c, err := token.Verify(s, keys, today.Unix())
		var e *token.Error
		if errors.As(err, &e) != (l.Family != 0) || e != nil && e.Family != l.Family {
			t.Errorf("%s: %v, want family %q", l.ID, err, string(rune(l.Family)))
		}
		if err == nil && len(c.Dropped) > 0 {
			t.Errorf("%s: dropped %v", l.ID, c.Dropped)
		}
		seen[l.Family] = true
	}
	for _, f := range []token.Family{0, 'A', 'B', 'C', 'D', 'E'} {
		if !seen[f] {
			t.Errorf("no demo letter of family %q", string(rune(f)))
		}
	}
}
