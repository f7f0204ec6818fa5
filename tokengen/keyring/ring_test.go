// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package keyring

import (
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"videoguida/tokengen/sign"
	"videoguida/tokengen/token"
)

var day0 = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

func days(n int) time.Time { return day0.AddDate(0, 0, n) }

// ring makes an empty ring in a folder of its own.
func ring(t *testing.T) *Ring {
	t.Helper()
	r, err := Load(filepath.Join(t.TempDir(), "keys"))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func rotate(t *testing.T, r *Ring, now time.Time) Change {
	t.Helper()
	c, err := r.Rotate(now, Lead, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// signs is the kid that signs at a time, "" for none.
func signs(t *testing.T, r *Ring, now time.Time) string {
	t.Helper()
	back, err := Load(r.dir) // what another process sees
	if err != nil {
		t.Fatal(err)
	}
	s, err := back.Signer(now)
	if err != nil && !errors.Is(err, ErrNoKey) {
		t.Fatal(err)
	}
	return s.Kid
}

// state is a key as the published set tells it: open, retired or absent.
func state(t *testing.T, r *Ring, kid string, now time.Time) string {
	t.Helper()
	set, err := token.ParseJWKS(sign.JWKS(r.Published(now)...))
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range set {
		switch {
		case k.Kid == kid && k.Retired:
			return "retired"
		case k.Kid == kid:
			return "open"
		}
	}
	return "absent"
}

// TestLifeOfAKey follows two keys from their first day to their last.
func TestLifeOfAKey(t *testing.T) {
	r := ring(t)
	first := rotate(t, r, day0).Made
	if !first.From.Equal(day0) || signs(t, r, day0) != first.Kid {
		t.Fatalf("the first key of a ring signs at once: %+v", first)
	}
	old, err := r.Signer(day0)
	if err != nil {
		t.Fatal(err)
	}
	secret, _ := sign.JtiKey(old)
	second := rotate(t, r, days(60)).Made
	tests := []struct {
		day                  int
		signs, first, second string
	}{
		{60, first.Kid, "open", "open"}, {66, first.Kid, "open", "open"},
		{67, second.Kid, "open", "open"}, {67 + 213, second.Kid, "open", "open"},
		{67 + 214, second.Kid, "retired", "open"},
	}
	for _, tt := range tests {
		got := []string{signs(t, r, days(tt.day)), state(t, r, first.Kid, days(tt.day)), state(t, r, second.Kid, days(tt.day))}
		if d := cmp.Diff([]string{tt.signs, tt.first, tt.second}, got); d != "" {
			t.Errorf("day %d: %s", tt.day, d)
		}
	}
	if _, err := r.Rotate(days(61), Lead, nil); err == nil {
		t.Error("a second next key was made")
	}
	c := rotate(t, r, days(100))
	if d := cmp.Diff([]string{first.Kid}, c.Deleted); d != "" || c.Dropped != nil {
		t.Errorf("private halves deleted: %s, dropped %v", d, c.Dropped)
	}
	if _, err := os.Stat(r.file(first.Kid)); !errors.Is(err, os.ErrNotExist) {
		t.Error("the old private half is still there")
	}
	if ids, err := r.IDs(days(100)); err != nil || len(ids) != 2 || string(ids[0]) != string(secret) {
		t.Errorf("%d secrets of ids, %v: a letter of the old key cannot be called back by its number", len(ids), err)
	}
	c = rotate(t, r, days(67+214+2*365+1))
	if d := cmp.Diff([]string{first.Kid}, c.Dropped); d != "" || state(t, r, first.Kid, days(2000)) != "absent" {
		t.Error("an old key is never forgotten:", d)
	}
}

// TestStolenKey: its letters close at once, and letters go on being signed.
func TestStolenKey(t *testing.T) {
	r := ring(t)
	stolen := rotate(t, r, day0).Made
	c, err := r.Retire(stolen.Kid, days(3), nil)
	if err != nil || signs(t, r, days(3)) != c.Made.Kid || c.Made.Kid == stolen.Kid {
		t.Fatalf("%v: %s signs, made %s", err, signs(t, r, days(3)), c.Made.Kid)
	}
	if state(t, r, stolen.Kid, days(3)) != "retired" || state(t, r, c.Made.Kid, days(3)) != "open" {
		t.Error("the stolen key still opens letters")
	}
	next := rotate(t, r, days(30)).Made
	if c, err = r.Retire(c.Made.Kid, days(31), nil); err != nil || c.Made.Kid != next.Kid || signs(t, r, days(31)) != next.Kid {
		t.Errorf("%v: the published next key takes over at once", err)
	}
	for _, kid := range []string{stolen.Kid, "knone"} {
		if _, err := r.Retire(kid, days(32), nil); err == nil {
			t.Errorf("%s was retired twice, or is not there", kid)
		}
	}
}

// TestSignerRefuses: a private half must be its owner's alone, and the ring's.
func TestSignerRefuses(t *testing.T) {
	r := ring(t)
	k := rotate(t, r, day0).Made
	path := r.file(k.Kid)
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("%v %v", info.Mode(), err)
	}
	os.Chmod(path, 0o644)
	if _, err := r.Signer(day0); err == nil || !strings.Contains(err.Error(), "chmod 600") {
		t.Errorf("a key that others can read: %v", err)
	}
	os.Remove(path)
	if _, err := sign.NewKey(path); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Signer(day0); err == nil || !strings.Contains(err.Error(), "is not the private half") {
		t.Errorf("another key under the name: %v", err)
	}
}

func TestOpen(t *testing.T) {
	r := ring(t)
	k := rotate(t, r, day0).Made
	for _, path := range []string{r.dir, r.file(k.Kid)} {
		s, err := Open(path, day0)
		if err != nil || s.Kid != k.Kid {
			t.Errorf("%s: %q %v", path, s.Kid, err)
		}
		set, err := Published(path, day0)
		if err != nil || len(set) != 1 || set[0].Kid != k.Kid {
			t.Errorf("%s: %v %v", path, set, err)
		}
	}
	demo := filepath.Join(t.TempDir(), "demo")
	d := &Ring{dir: demo}
	if c, err := d.Rotate(day0, Lead, nil); err != nil || !strings.HasPrefix(c.Made.Kid, "demo-") {
		t.Errorf("a demonstration ring makes key %q: %v", c.Made.Kid, err)
	}
}

// FuzzParseRing: a ring that is read has keys that can be used, and reads back the
// same.
func FuzzParseRing(f *testing.F) {
	x := Key{X: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}.X
	f.Add([]byte(`{"keys":[{"kid":"k1","x":"` + x + `","from":"2026-11-24T09:00:00Z","retired":"2026-12-24T09:00:00Z","command":["a"]}]}`))
	f.Add([]byte(`{"keys":[{"kid":"../k1","x":"` + x + `","from":"2026-11-24T09:00:00Z"}]}`))
	f.Add([]byte(`{"keys":null}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		r, err := parse(in)
		if err != nil {
			return
		}
		for i, k := range r.Keys {
			if filepath.Base(k.Kid) != k.Kid || len(k.public()) != ed25519.PublicKeySize {
				t.Errorf("key %q", k.Kid)
			}
			r.ended(i)
		}
		text, err := json.Marshal(r)
		if err != nil {
			return // years beyond 9999
		}
		back, err := parse(text)
		if err != nil || !cmp.Equal(r.Keys, back.Keys) {
			t.Errorf("%v %s", err, cmp.Diff(r.Keys, back.Keys))
		}
	})
}
