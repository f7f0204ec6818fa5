// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package recall keeps the letters that an issuer called back and makes the
// signed list of them that phones fetch (see token.ParseRevoked).
//
// The ledger is text, a line per letter: the hash that the list names it by and
// the day on which it would have ended anyway. After that day the line is
// dropped, for the letter no longer opens. Neither ledger nor list says whose
// letter it was.
package recall

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"videoguida/tokengen/keyring"
	"videoguida/tokengen/token"
)

// Hash is how a list names a letter.
type Hash = [8]byte

// Ledger holds the last day of each letter called back.
type Ledger map[Hash]time.Time

// maxLetters is how many letters a list can hold.
const maxLetters = (token.MaxRevoked - 512) / len(Hash{})

// ErrFull means that more letters were called back than a list can hold: that
// many share a fault, and their key is what should be retired.
var ErrFull = errors.New("the list is full: retire the key of these letters instead (tokengen rotate --retire)")

// Read reads a ledger.
func Read(r io.Reader) (Ledger, error) {
	l := Ledger{}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		text := strings.TrimSpace(lines.Text())
		if text == "" || text[0] == '#' {
			continue
		}
		h, day, err := parseLine(text)
		if err != nil {
			return nil, fmt.Errorf("ledger: line %d: %w", n, err)
		}
		if err := l.Add(h, day); err != nil {
			return nil, err
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("ledger: %w", err)
	}
	return l, nil
}

func parseLine(text string) (h Hash, day time.Time, err error) {
	name, last, _ := strings.Cut(text, " ")
	b, err := hex.DecodeString(name)
	if err != nil || len(b) != len(h) {
		return h, day, errors.New("field hash: must be 16 hexadecimal digits")
	}
	if day, err = time.Parse(time.DateOnly, strings.TrimSpace(last)); err != nil {
		return h, day, errors.New("field expires: must be a date, YYYY-MM-DD")
	}
	return Hash(b), day, nil
}

// Add calls a letter back until the day on which it ends. A letter that is
// there keeps the later of two days.
func (l Ledger) Add(h Hash, ends time.Time) error {
	if old, ok := l[h]; !ok || ends.After(old) {
		l[h] = ends
	}
	if len(l) > maxLetters {
		return ErrFull
	}
	return nil
}

// Prune drops the letters that have ended and returns how many.
func (l Ledger) Prune(now time.Time) int {
	before := len(l)
	maps.DeleteFunc(l, func(_ Hash, ends time.Time) bool { return ends.AddDate(0, 0, 1).Before(now) })
	return before - len(l)
}

// sorted lists the letters in the order of the list.
func (l Ledger) sorted() []Hash {
	return slices.SortedFunc(maps.Keys(l), func(a, b Hash) int { return bytes.Compare(a[:], b[:]) })
}

// WriteTo writes the ledger; equal ledgers are equal bytes.
func (l Ledger) WriteTo(w io.Writer) (int64, error) {
	var b bytes.Buffer
	b.WriteString("# letters called back: hash, last day of validity\n")
	for _, h := range l.sorted() {
		fmt.Fprintf(&b, "%x %s\n", h, l[h].Format(time.DateOnly))
	}
	return b.WriteTo(w)
}

// Sign returns the list that phones fetch.
func (l Ledger) Sign(by keyring.Signer, now time.Time) ([]byte, error) {
	b := token.AppendRevoked(nil, by.Kid, now.Unix(), l.sorted())
	signature, err := by.Sign(nil, b, crypto.Hash(0))
	if err != nil {
		return nil, err
	}
	return append(b, signature...), nil
}

// Ends is the last day of a letter of which only the id is known: the longest
// that any letter signed until now may live.
func Ends(now time.Time, exp int64) time.Time {
	last := cmp.Or(exp, now.Unix()+token.MaxLife)
	return time.Unix(last, 0).UTC().Truncate(24 * time.Hour)
}
