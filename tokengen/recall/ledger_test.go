// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package recall

import (
	"crypto/ed25519"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"videoguida/tokengen/keyring"
	"videoguida/tokengen/token"
)

var now = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

func day(n int) time.Time { return now.Truncate(24*time.Hour).AddDate(0, 0, n) }

func text(t *testing.T, l Ledger) string {
	t.Helper()
	var b strings.Builder
	if _, err := l.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestList: a letter called back is in the signed list until it would have
// ended, and no other letter is.
func TestList(t *testing.T) {
	key := ed25519.NewKeyFromSeed([]byte("the seed of a key for tests only"))
	l := Ledger{}
	for i, jti := range []string{"ends today", "ended yesterday", "ends later"} {
		if err := l.Add(token.RevokedHash(jti), []time.Time{day(0), day(-1), day(90)}[i]); err != nil {
			t.Fatal(err)
		}
	}
	if n := l.Prune(now); n != 1 {
		t.Errorf("%d letters were dropped", n)
	}
	list, err := l.Sign(keyring.Signer{Kid: "k1", Signer: key}, now)
	if err != nil {
		t.Fatal(err)
	}
	r, err := token.ParseRevoked(list, token.KeySet{{Kid: "k1", Public: key.Public().(ed25519.PublicKey)}})
	if err != nil || r.Len() != 2 || r.Issued != now.Unix() {
		t.Fatalf("%d letters, %v", r.Len(), err)
	}
	for jti, want := range map[string]bool{"ends today": true, "ended yesterday": false, "ends later": true, "another": false} {
		if r.Has(jti) != want {
			t.Errorf("%s: called back %v", jti, !want)
		}
	}
}

func TestLedgerRoundTrip(t *testing.T) {
	l := Ledger{}
	l.Add(token.RevokedHash("b"), day(3))
	l.Add(token.RevokedHash("a"), day(5))
	l.Add(token.RevokedHash("a"), day(4))
	back, err := Read(strings.NewReader("\n# a note\n" + text(t, l)))
	if err != nil || !cmp.Equal(l, back) || !back[token.RevokedHash("a")].Equal(day(5)) {
		t.Errorf("%v %s", err, cmp.Diff(l, back))
	}
}

func TestReadRefuses(t *testing.T) {
	for in, want := range map[string]string{
		"abc 2026-11-24":               "ledger: line 1: field hash: must be 16 hexadecimal digits",
		"\n0011223344556677 soon":      "ledger: line 2: field expires: must be a date, YYYY-MM-DD",
		"0011223344556677":             "ledger: line 1: field expires: must be a date, YYYY-MM-DD",
		strings.Repeat("a", 70_000):    "ledger: bufio.Scanner: token too long",
		"00112233445566778 2026-11-24": "ledger: line 1: field hash: must be 16 hexadecimal digits",
	} {
		if _, err := Read(strings.NewReader(in)); err == nil || err.Error() != want {
			t.Errorf("%.20q: %v, want %s", in, err, want)
		}
	}
	l := Ledger{}
	for i := range maxLetters {
		l[Hash{byte(i), byte(i >> 8), byte(i >> 16)}] = now
	}
	if err := l.Add(Hash{7: 1}, now); !errors.Is(err, ErrFull) {
		t.Errorf("a full list takes another letter: %v", err)
	}
}

func TestEnds(t *testing.T) {
	if got := Ends(now, day(9).Unix()+3600); !got.Equal(day(9)) {
		t.Errorf("a letter that ends on day 9 is kept until %v", got)
	}
	if got := Ends(now, 0); !got.Equal(day(214)) {
		t.Errorf("a letter of unknown end is kept until %v", got)
	}
}

// FuzzReadLedger: a ledger that is read is written back the same.
func FuzzReadLedger(f *testing.F) {
	f.Add("# note\n0011223344556677 2026-11-24\n")
	f.Add("0011223344556677  2026-11-24 \n0011223344556677 2026-11-25")
	f.Fuzz(func(t *testing.T, in string) {
		l, err := Read(strings.NewReader(in))
		if err != nil {
			return
		}
		back, err := Read(strings.NewReader(text(t, l)))
		if err != nil || fmt.Sprint(back) != fmt.Sprint(l) {
			t.Errorf("%v: %s", err, cmp.Diff(l, back))
		}
	})
}
