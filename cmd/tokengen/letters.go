// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"strings"

	"videoguida/cmd/internal/cli"
	"videoguida/tokengen/pack"
	"videoguida/tokengen/sign"
)

// address returns the link of a token: packed, or raw when it cannot be.
func address(base, jwt string) string {
	base = strings.TrimRight(base, "#") + "#"
	if p, err := pack.Pack(jwt); err == nil {
		return base + p
	}
	return base + jwt
}

func signFacts(fs *flag.FlagSet, args []string, std cli.Std) error {
	keyFile := fs.String("key", "", "the private key file")
	base := fs.String("base", "", "the guide's address")
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	if *keyFile == "" || *base == "" {
		return cli.Use("--key and --base are needed")
	}
	key, kid, err := demoOrKey(*keyFile, std.Now())
	if err != nil {
		return err
	}
	c, bad, err := sign.ParseFacts(std.In, std.Now())
	if err != nil {
		return err
	}
	if len(bad) > 0 {
		return wrongFacts(bad)
	}
	jwt, err := sign.Sign(c, key, kid)
	if err != nil {
		return err
	}
	return printSigned(std.Out, *base, jwt)
}

// wrongFacts names every wrong field, a line each.
func wrongFacts(bad []sign.FieldError) error {
	lines := make([]string, len(bad))
	for i, b := range bad {
		lines[i] = b.Error()
	}
	return fmt.Errorf("%d fields of the facts are wrong:\n  %s", len(bad), strings.Join(lines, "\n  "))
}

func printSigned(out io.Writer, base, jwt string) error {
	base = strings.TrimRight(base, "#") + "#"
	packed := address(base, jwt)
	version, err := qrVersion(packed)
	if err != nil {
		return err
	}
	return json.NewEncoder(out).Encode(struct {
		Token     string `json:"token"`
		URL       string `json:"url"`
		URLPacked string `json:"url_packed"`
		QRVersion int    `json:"qr_version"`
	}{jwt, base + jwt, packed, version})
}
