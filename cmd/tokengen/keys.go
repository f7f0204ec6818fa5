// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"crypto"
	"crypto/ed25519"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"videoguida/cmd/internal/cli"
	"videoguida/tokengen/keyring"
	"videoguida/tokengen/sign"
)

func keygen(fs *flag.FlagSet, args []string, std cli.Std) error {
	path := fs.String("out", "", "the file to write; it must not exist")
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	if *path == "" {
		return cli.Use("--out is needed")
	}
	key, err := sign.NewKey(*path)
	if err != nil {
		return err
	}
	fmt.Fprintf(std.Out, "%s written, key id %s\n", *path, keyring.KidOf(*path, key.Public().(ed25519.PublicKey)))
	return nil
}

func jwks(fs *flag.FlagSet, args []string, std cli.Std) error {
	path := fs.String("key", "", "the private key file, or the folder of tokengen rotate")
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	if *path == "" {
		return cli.Use("--key is needed")
	}
	set, err := keyring.Published(*path, std.Now())
	if err != nil {
		return err
	}
	_, err = std.Out.Write(sign.JWKS(set...))
	return err
}

// rotation is the options of rotate.
type rotation struct {
	dir, retire     string
	public, command string
	lead            int
}

func rotate(fs *flag.FlagSet, args []string, std cli.Std) error {
	var o rotation
	fs.StringVar(&o.dir, "keys", "", "the folder of the keys; it is made when missing")
	fs.IntVar(&o.lead, "lead", 7, "days between publishing the new key and its first signature, 7 or more")
	fs.StringVar(&o.retire, "retire", "", "withdraw the key of this id at once, its letters included: it was stolen")
	fs.StringVar(&o.command, "command", "", "the program that signs for the new key, with its arguments (HSM, key service)")
	fs.StringVar(&o.public, "public", "", "the public half of that key, a PEM file")
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	switch {
	case o.dir == "":
		return cli.Use("--keys is needed")
	case o.lead < 7:
		return cli.Use("--lead must be 7 or more: phones learn of a key a week before it signs")
	case (o.command == "") != (o.public == ""):
		return cli.Use("--command and --public belong together")
	}
	return o.run(std.Now(), std.Out)
}

func (o rotation) run(now time.Time, out io.Writer) error {
	r, err := keyring.Load(o.dir)
	if err != nil {
		return err
	}
	outside, err := o.outside()
	if err != nil {
		return err
	}
	var c keyring.Change
	if o.retire != "" {
		c, err = r.Retire(o.retire, now, outside)
	} else {
		c, err = r.Rotate(now, time.Duration(o.lead)*24*time.Hour, outside)
	}
	if err != nil {
		return err
	}
	o.tell(out, c, now)
	return nil
}

// outside is the key that --command signs with, if there is one.
func (o rotation) outside() (*keyring.Outside, error) {
	if o.command == "" {
		return nil, nil
	}
	data, err := os.ReadFile(o.public)
	if err != nil {
		return nil, err
	}
	block, _ := pem.Decode(data)
	if block == nil {
		return nil, fmt.Errorf("%s is not a PEM file", o.public)
	}
	key, err := x509.ParsePKIXPublicKey(block.Bytes)
	public, ok := key.(ed25519.PublicKey)
	if err != nil || !ok {
		return nil, fmt.Errorf("%s is not an Ed25519 public key", o.public)
	}
	return &keyring.Outside{Public: public, Command: strings.Fields(o.command)}, nil
}

// tell says what was done and what is left to do.
func (o rotation) tell(out io.Writer, c keyring.Change, now time.Time) {
	if o.retire != "" {
		fmt.Fprintf(out, "%s retired: its letters no longer open\n", o.retire)
	}
	if c.Made.Kid != "" && c.Made.From.After(now) {
		fmt.Fprintf(out, "%s made, signs from %s\n", c.Made.Kid, c.Made.From.Format("2006-01-02 15:04 MST"))
	} else if c.Made.Kid != "" {
		fmt.Fprintf(out, "%s signs from now on\n", c.Made.Kid)
	}
	for _, kid := range c.Deleted {
		fmt.Fprintf(out, "%s signs no more: its private half was deleted\n", kid)
	}
	for _, kid := range c.Dropped {
		fmt.Fprintf(out, "%s forgotten: its letters ended two years ago\n", kid)
	}
	fmt.Fprintf(out, "now publish the key set:  tokengen jwks --key %s > jwks.json\n", o.dir)
	if o.retire != "" {
		fmt.Fprintln(out, "and sign the list of letters called back again:  tokengen revoke")
	}
}

// demoKey is where the demonstration key lives.
const demoKey = ".cache/demo/key.pem"

// demoOrKey opens the named key; without a name it opens the demonstration
// key, making it the first time.
func demoOrKey(path string, now time.Time) (crypto.Signer, string, error) {
	if path == "" {
		path = demoKey
		if err := makeDemoKey(); err != nil {
			return nil, "", err
		}
	}
	s, err := keyring.Open(path, now)
	return s.Signer, s.Kid, err
}

func makeDemoKey() error {
	if _, err := os.Lstat(demoKey); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(demoKey), 0o700); err != nil {
		return err
	}
	_, err := sign.NewKey(demoKey)
	return err
}
