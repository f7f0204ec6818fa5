// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"videoguida/cmd/internal/cli"
	"videoguida/static/build"
)

func site(fs *flag.FlagSet, args []string, std cli.Std) error {
	o := build.Options{Root: ".", Log: std.Out}
	keys := fs.String("keys", "", "the public keys, a JWKS file")
	revoked := fs.String("revoked", "", "the letters called back, from tokengen revoke (default: none)")
	fs.StringVar(&o.Out, "out", "build/site", "the folder to write")
	fs.StringVar(&o.Cache, "cache", filepath.Join(".cache", "br"), "where compressed files are kept by content")
	fs.IntVar(&o.Quality, "quality", 11, "brotli quality: 11 to publish, 5 to try")
	fs.BoolVar(&o.Demo, "demo", false, "the keys are for demonstrations, and the page says so")
	fs.BoolVar(&o.Stock, "stock", false, "build the film with Ebitengine as it is published, half a megabyte larger")
	fs.BoolVar(&o.Traces, "traces", false, "keep names and lines of functions, for crashes and profiles in the browser; half as much again to download")
	fs.Func("parents", "origins whose pages may show the guide in a frame, with commas: https://www.inps.it", func(list string) error {
		o.Parents = strings.Split(list, ",")
		return nil
	})
	offline := fs.Bool("offline", true, "let devices keep the guide for when there is no network; false takes back what they keep")
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	if *keys == "" {
		return cli.Use("--keys is needed, from tokengen jwks --key key.pem > jwks.json")
	}
	o.Online = !*offline
	if err := readTrust(&o, *keys, *revoked); err != nil {
		return err
	}
	date, err := build.Date(o.Root, os.Getenv("SOURCE_DATE_EPOCH"), std.Now())
	if err != nil {
		return err
	}
	o.Now = date.Time
	m, err := build.Site(o)
	if err != nil {
		return err
	}
	sizes(std.Out, m, o.Out)
	fmt.Fprintf(std.Out, "  %s, made with %s\n", date, m.Go)
	return printDigest(std.Out, o.Out)
}

// printDigest ends the build with one line: two builds are alike when theirs is.
func printDigest(w io.Writer, site string) error {
	sum, err := build.Digest(os.DirFS(site))
	if err == nil {
		_, err = fmt.Fprintf(w, "sha256 %s\n", sum)
	}
	return err
}

// digest prints the digest of a site that was built before.
func digest(fs *flag.FlagSet, args []string, std cli.Std) error {
	site := fs.String("site", "build/site", "the folder of a built site")
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	return printDigest(std.Out, *site)
}

// readTrust reads the public keys and, if there are any, the letters called back.
func readTrust(o *build.Options, keys, revoked string) (err error) {
	if o.Keys, err = os.ReadFile(keys); err == nil && revoked != "" {
		o.Revoked, err = os.ReadFile(revoked)
	}
	return err
}

// sizes prints what the person waits for, in kB of 1000 bytes.
func sizes(w io.Writer, m build.Manifest, out string) {
	fmt.Fprintf(w, "%s: build %s, brotli %d\n", out, m.ID, m.Quality)
	for _, name := range []string{"index.html", "style.css", "loader.js", "wasm_exec.js", "poster.svg", "reader.wasm", "film.wasm"} {
		f := m.Files[name]
		fmt.Fprintf(w, "  %-13s %8.1f kB  (%.1f unpacked)\n", name, float64(f.Brotli)/1000, float64(f.Raw)/1000)
	}
}
