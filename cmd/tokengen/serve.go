// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"crypto/rand"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"videoguida/cmd/internal/cli"
	"videoguida/tokengen/service"
)

// serving is the options of serve.
type serving struct {
	service.Config
	service.TLS
	service.Drain
	addr, ops, audit string
}

func serve(fs *flag.FlagSet, args []string, std cli.Std) error {
	o := serving{Config: service.Config{Now: std.Now}}
	fs.StringVar(&o.Config.Key, "key", "", "the folder of the keys, or the private key file")
	fs.StringVar(&o.Base, "base", "", "the guide's address, https://…/")
	fs.StringVar(&o.Clients, "clients", "", "who may ask, a line each from tokengen client")
	fs.StringVar(&o.addr, "addr", "127.0.0.1:8090", "the address to listen on; without --cert one of this machine only")
	fs.StringVar(&o.Cert, "cert", "", "the certificate of this service, PEM")
	fs.StringVar(&o.TLS.Key, "cert-key", "", "its private key, PEM")
	fs.StringVar(&o.ClientCA, "client-ca", "", "the authority of the clients' certificates, PEM: nobody gets in without one")
	fs.StringVar(&o.ops, "ops", "", "one more address for /healthz and /metrics alone, without TLS")
	fs.StringVar(&o.audit, "audit", "-", "the file that the audit is added to; - is standard output")
	fs.DurationVar(&o.Notice, "notice", 2*time.Second, "at the end: how long /healthz says so before the port closes")
	fs.DurationVar(&o.Whole, "drain", 30*time.Second, "at the end: how long requests under way may take")
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	if err := o.check(); err != nil {
		return err
	}
	return o.run(std)
}

func (o *serving) check() error {
	host, _, err := net.SplitHostPort(o.addr)
	switch {
	case o.Config.Key == "" || o.Base == "" || o.Clients == "":
		return cli.Use("--key, --base and --clients are needed")
	case err != nil:
		return cli.Use("--addr must be like 127.0.0.1:8090")
	case (o.Cert == "") != (o.TLS.Key == ""), o.ClientCA != "" && o.Cert == "":
		return cli.Use("--cert and --cert-key belong together, and --client-ca needs them")
	case o.Cert == "" && !net.ParseIP(host).IsLoopback() && host != "localhost":
		return cli.Use("without --cert only an address of this machine: tokens would travel in the clear")
	}
	return nil
}

func (o *serving) run(std cli.Std) error {
	audit, err := openAudit(o.audit, std.Out)
	if err != nil {
		return err
	}
	o.Audit, o.Log = audit, slog.New(slog.NewTextHandler(std.Err, nil))
	s, err := service.New(o.Config)
	if err != nil {
		return err
	}
	l, err := o.listen()
	if err != nil {
		return err
	}
	if o.ops != "" {
		if err := serveOps(o.ops, s); err != nil {
			return err
		}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	hup := make(chan os.Signal, 1)
	signal.Notify(hup, syscall.SIGHUP)
	defer signal.Stop(hup)
	go reload(ctx, hup, s, audit)
	o.Log.Info("serving", "addr", l.Addr().String())
	return s.Serve(ctx, l, o.Drain)
}

func (o *serving) listen() (net.Listener, error) {
	l, err := net.Listen("tcp", o.addr)
	if err != nil || o.Cert == "" {
		return l, err
	}
	return o.Listen(l)
}

// serveOps answers operators on a port of their own, to the end of the process.
func serveOps(addr string, s *service.Service) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: s.Ops(), ReadTimeout: 5 * time.Second, WriteTimeout: 10 * time.Second}
	go srv.Serve(l)
	return nil
}

// reload reads keys, clients and the audit's file again at each SIGHUP.
func reload(ctx context.Context, hup <-chan os.Signal, s *service.Service, a *auditFile) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-hup:
		}
		if err := a.reopen(); err != nil {
			s.Log.Error("audit not opened again, the old file goes on", "error", err)
		}
		if err := s.Reload(); err != nil {
			s.Log.Error("not reloaded, everything goes on as it was", "error", err)
			continue
		}
		s.Log.Info("reloaded")
	}
}

// auditFile is a file that may be moved away while it is written.
type auditFile struct {
	path string
	mu   sync.Mutex
	io.Writer
}

func openAudit(path string, stdout io.Writer) (*auditFile, error) {
	if path == "-" {
		return &auditFile{path: path, Writer: stdout}, nil
	}
	a := &auditFile{path: path}
	return a, a.reopen()
}

func (a *auditFile) reopen() error {
	if a.path == "-" {
		return nil
	}
	a.mu.Lock() // what is written once the new file can be seen goes there
	defer a.mu.Unlock()
	f, err := os.OpenFile(a.path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	if old, ok := a.Writer.(io.Closer); ok {
		old.Close()
	}
	a.Writer = f
	return nil
}

// Write implements io.Writer.
func (a *auditFile) Write(p []byte) (int, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.Writer.Write(p)
}

// newClient makes a bearer token for a client of serve.
func newClient(fs *flag.FlagSet, args []string, std cli.Std) error {
	name := fs.String("name", "", "the client's name, as the audit tells it: a-z, 0-9, . - _")
	file := fs.String("clients", "clients", "the file of clients that its line is added to")
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	token, line, err := service.NewClient(*name, rand.Reader)
	if err != nil {
		return cli.Use("--name: %w", err)
	}
	f, err := os.OpenFile(*file, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(f, line); err != nil {
		f.Close()
		return err
	}
	fmt.Fprintf(std.Err, "%s may ask as soon as the service reads %s (SIGHUP). Its bearer token, told only now:\n", *name, *file)
	fmt.Fprintln(std.Out, token)
	return f.Close()
}
