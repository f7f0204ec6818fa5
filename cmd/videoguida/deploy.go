// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"videoguida/cmd/internal/cli"
	"videoguida/static/build"
	"videoguida/static/deploy"
)

// deployFile prints the configuration of a server for a built site.
func deployFile(fs *flag.FlagSet, args []string, std cli.Std) error {
	var s deploy.Server
	dir := fs.String("site", "build/site", "the folder of a built site, as the server will find it")
	fs.StringVar(&s.Host, "host", "", "the site's name: guida.example")
	fs.StringVar(&s.Bind, "bind", "", "the address to listen on (default all)")
	fs.StringVar(&s.Listen, "listen", "443", "the port to listen on")
	fs.StringVar(&s.Cert, "tls-cert", "", "PEM file of the certificates; without one the server speaks plain HTTP")
	fs.StringVar(&s.Key, "tls-key", "", "PEM file of the certificate's key")
	fs.StringVar(&s.Ingest, "ingest", "", "host:port that takes what the page counts; without one it is thrown away")
	fs.StringVar(&s.Program, "program", "/usr/local/bin/videoguida", "where videoguida is, for systemd")
	if err := cli.Parse(fs, args, 1); err != nil {
		return err
	}
	if s.Host == "" {
		return cli.Use("--host is needed, the site's name: --host guida.example")
	}
	var err error
	if s.Root, err = filepath.Abs(*dir); err != nil {
		return err
	}
	if s.Parents, err = parentsOf(s.Root); err != nil {
		return err
	}
	return deploy.Write(std.Out, fs.Arg(0), s)
}

// parentsOf are the origins that the site was built for.
func parentsOf(site string) ([]string, error) {
	b, err := os.ReadFile(filepath.Join(site, "manifest.json"))
	if err != nil {
		return nil, fmt.Errorf("build the site first: %w", err)
	}
	var m build.Manifest
	if err := json.Unmarshal(b, &m); err != nil {
		return nil, fmt.Errorf("manifest.json: %w", err)
	}
	return m.Parents, nil
}
