// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"flag"
	"fmt"

	"videoguida/cmd/internal/cli"
	"videoguida/static/build/sbom"
)

func writeBills(fs *flag.FlagSet, args []string, std cli.Std) error {
	o := sbom.Options{Root: ".", Say: func(name string) { fmt.Fprintln(std.Out, name) }}
	fs.StringVar(&o.Out, "out", "build/sbom", "the folder to write, one document a program and one for the site")
	fs.StringVar(&o.Site, "site", "", "a built site whose files are listed with their digests (default: none)")
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	return sbom.Write(o)
}
