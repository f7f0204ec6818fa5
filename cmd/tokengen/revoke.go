// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bufio"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"videoguida/cmd/internal/cli"
	"videoguida/tokengen/keyring"
	"videoguida/tokengen/pack"
	"videoguida/tokengen/recall"
	"videoguida/tokengen/sign"
	"videoguida/tokengen/token"
	"videoguida/tokengen/whole"
)

// revocation is the options and the state of revoke.
type revocation struct {
	key, ledger, out string
	batch            string
	in               string
	now              time.Time
	letters          recall.Ledger
	keys             token.KeySet
	ids              [][]byte // of JtiKey, when letters are named by batch
}

func revoke(fs *flag.FlagSet, args []string, std cli.Std) error {
	r := revocation{now: std.Now()}
	fs.StringVar(&r.key, "key", "", "the folder of the keys, or the private key file")
	fs.StringVar(&r.ledger, "ledger", "revoked.txt", "the letters called back so far; it is made when missing")
	fs.StringVar(&r.out, "out", "revoked.bin", "the signed list to publish beside index.html")
	fs.StringVar(&r.batch, "batch", "", "the batch of the letters: they are then named by letter_id")
	fs.StringVar(&r.in, "in", "", "a file of links, tokens or letter_ids, one a line; - for standard input")
	if err := cli.ParseSome(fs, args); err != nil {
		return err
	}
	if r.key == "" {
		return cli.Use("--key is needed")
	}
	if err := r.open(); err != nil {
		return err
	}
	before := len(r.letters)
	if err := r.addAll(fs.Args(), std.In); err != nil {
		return err
	}
	added := len(r.letters) - before
	dropped := r.letters.Prune(r.now)
	if err := r.write(); err != nil {
		return err
	}
	fmt.Fprintf(std.Out, "%s: %d letters called back (%d new, %d ended and dropped)\nnow publish %s beside index.html\n",
		r.out, len(r.letters), added, dropped, r.out)
	return nil
}

// open reads the ledger and the keys.
func (r *revocation) open() error {
	data, err := os.ReadFile(r.ledger)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if r.letters, err = recall.Read(bytes.NewReader(data)); err != nil {
		return fmt.Errorf("%s: %w", r.ledger, err)
	}
	set, err := keyring.Published(r.key, r.now)
	if err != nil {
		return err
	}
	for _, k := range set {
		r.keys = append(r.keys, token.Key{Kid: k.Kid, Public: k.Public, Retired: !k.Revoked.IsZero()})
	}
	if r.batch != "" {
		r.ids, err = keyring.IDs(r.key, r.now)
	}
	return err
}

// addAll calls back the letters of the command line and of --in.
func (r *revocation) addAll(args []string, stdin io.Reader) error {
	for i, a := range args {
		if err := r.add(a); err != nil {
			return fmt.Errorf("letter %d: %w", i+1, err)
		}
	}
	if r.in == "" {
		return nil
	}
	in := stdin
	if r.in != "-" {
		f, err := os.Open(r.in)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	lines := bufio.NewScanner(in)
	for n := 1; lines.Scan(); n++ {
		text := strings.TrimSpace(lines.Text())
		if text == "" {
			continue
		}
		if err := r.add(text); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return lines.Err()
}

// add calls back one letter: by its number in the batch, with all its channels,
// or by its link or token.
func (r *revocation) add(letter string) error {
	if r.batch != "" {
		return r.addNumber(letter)
	}
	if _, fragment, ok := strings.Cut(letter, "#"); ok {
		letter = fragment
	}
	jwt, err := pack.Unpack(letter)
	if err != nil {
		return err
	}
	c, err := token.Verify(jwt, r.keys, r.now.Unix())
	var refused *token.Error
	if errors.As(err, &refused) && refused.Family == token.Expired {
		return nil // it no longer opens anyway
	}
	if err != nil {
		return err
	}
	return r.letters.Add(token.RevokedHash(c.Jti), recall.Ends(r.now, c.Exp))
}

// channels are the ways on which a letter may have been told.
var channels = [...]string{"qr", "myinps", "io", "mobile"}

func (r *revocation) addNumber(letter string) error {
	for _, secret := range r.ids {
		for _, ch := range channels {
			h := token.RevokedHash(sign.LetterJti(secret, r.batch, letter, ch))
			if err := r.letters.Add(h, recall.Ends(r.now, 0)); err != nil {
				return err
			}
		}
	}
	return nil
}

// write writes the ledger first: the list is made from it.
func (r *revocation) write() error {
	s, err := keyring.Open(r.key, r.now)
	if err != nil {
		return err
	}
	list, err := r.letters.Sign(s, r.now)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	if _, err := r.letters.WriteTo(&text); err != nil {
		return err
	}
	return errors.Join(whole.Write(r.ledger, text.Bytes(), 0o600), whole.Write(r.out, list, 0o644))
}
