// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"crypto/tls"
	"errors"
	"flag"
	"fmt"
	"net"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"videoguida/cmd/internal/cli"
	"videoguida/static/host"
)

// serving is what serve was asked to do.
type serving struct {
	dir, addr, hosts, cert, key string
	options                     host.Options
	watching                    watching
}

func serve(fs *flag.FlagSet, args []string, std cli.Std) error {
	var o serving
	fs.StringVar(&o.dir, "site", "build/site", "the folder of a built site")
	fs.StringVar(&o.addr, "addr", ":8080", "the address to listen on")
	fs.StringVar(&o.hosts, "host", "", "the names the site answers to, with commas (default localhost and addresses in digits)")
	fs.StringVar(&o.cert, "tls-cert", "", "serve HTTPS with the certificates of this PEM file, the site's first")
	fs.StringVar(&o.key, "tls-key", "", "the PEM file of the certificate's key")
	o.watching.flags(fs)
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	if (o.cert == "") != (o.key == "") {
		return cli.Use("--tls-cert and --tls-key go together")
	}
	if err := o.watching.check(); err != nil {
		return err
	}
	o.options.Hosts = strings.FieldsFunc(o.hosts, func(c rune) bool { return c == ',' || c == ' ' })
	return o.run(std)
}

// run serves until the process is told to end; SIGHUP takes the site and the
// certificate anew, and a site that cannot be loaded changes nothing.
func (o *serving) run(std cli.Std) (err error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	defer func() { err = errors.Join(err, o.watching.close()) }()
	if err := o.watching.start(ctx, std); err != nil {
		return err
	}
	if o.watching.m != nil {
		o.options.Ingest = o.watching.m.Handler
	}
	site, cert, err := o.load()
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", o.addr)
	if err != nil {
		return err
	}
	if err := o.greet(std, l); err != nil {
		return err
	}
	server := host.NewServer(site, cert)
	again := make(chan os.Signal, 1)
	signal.Notify(again, syscall.SIGHUP)
	go func() {
		for range again {
			o.reload(server, std)
		}
	}()
	return server.Serve(ctx, l)
}

func (o *serving) reload(server *host.Server, std cli.Std) {
	site, cert, err := o.load()
	if err != nil {
		fmt.Fprintf(std.Err, "videoguida serve: not loaded again, going on as before: %v\n", err)
		return
	}
	server.Use(site, cert)
	fmt.Fprintf(std.Out, "loaded %s again\n", o.dir)
}

func (o *serving) load() (*host.Site, *tls.Certificate, error) {
	site, err := host.Load(os.DirFS(o.dir), o.options)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", o.dir, err)
	}
	if o.cert == "" {
		return site, nil, nil
	}
	cert, err := tls.LoadX509KeyPair(o.cert, o.key)
	return site, &cert, err
}

// greet says where the site is.
func (o *serving) greet(std cli.Std, l net.Listener) error {
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		return err
	}
	scheme, name := "http", "localhost"
	if o.cert != "" {
		scheme = "https"
	}
	if len(o.options.Hosts) > 0 {
		name = o.options.Hosts[0]
	}
	_, err = fmt.Fprintf(std.Out, "serving %s on %s://%s:%s/ (Ctrl-C ends)\n", o.dir, scheme, name, port)
	return err
}
