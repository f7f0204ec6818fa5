package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"videoguida/cmd/internal/cli"
	"videoguida/static/build"
)

func site(fs *flag.FlagSet, args []string, std cli.Std) error {
	o := build.Options{Root: ".", Now: time.Now(), Log: std.Out}
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
	var err error
	if o.Keys, err = os.ReadFile(*keys); err != nil {
		return err
	}
	if *revoked != "" {
		if o.Revoked, err = os.ReadFile(*revoked); err != nil {
			return err
		}
	}
	m, err := build.Site(o)
	if err != nil {
		return err
	}
	sizes(std.Out, m, o.Out)
	return nil
}

// sizes prints what the person waits for, in kB of 1000 bytes.
func sizes(w io.Writer, m build.Manifest, out string) {
	fmt.Fprintf(w, "%s: build %s, brotli %d\n", out, m.ID, m.Quality)
	for _, name := range []string{"index.html", "style.css", "loader.js", "wasm_exec.js", "poster.svg", "reader.wasm", "film.wasm"} {
		f := m.Files[name]
		fmt.Fprintf(w, "  %-13s %8.1f kB  (%.1f unpacked)\n", name, float64(f.Brotli)/1000, float64(f.Raw)/1000)
	}
}
