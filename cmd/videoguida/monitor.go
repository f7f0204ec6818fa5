// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/netip"
	"os/signal"
	"strings"
	"sync"
	"syscall"
	"time"

	"videoguida/cmd/internal/cli"
	"videoguida/static/dashboard"
	"videoguida/static/metrics/declared"
	"videoguida/static/metrics/monitor"
)

// watching is what serve was asked to count and to show.
type watching struct {
	db, private      string
	frontends, gates prefixes

	m    *monitor.Monitor
	end  context.CancelFunc
	work sync.WaitGroup
}

// prefixes are networks in CIDR form.
type prefixes []netip.Prefix

// String implements flag.Value.
func (p *prefixes) String() string { return strings.Trim(fmt.Sprint([]netip.Prefix(*p)), "[]") }

// Set implements flag.Value.
func (p *prefixes) Set(s string) error {
	n, err := netip.ParsePrefix(s)
	if err != nil {
		return errors.New("not a network like 10.1.0.0/16")
	}
	*p = append(*p, n.Masked())
	return nil
}

const (
	dbHelp   = "the SQLite file or postgres:// database of the counters"
	gateHelp = "a network whose sign-in proxy is believed (X-Videoguida-User, X-Videoguida-Role: viewer or importer); may be repeated"
)

func (w *watching) flags(fs *flag.FlagSet) {
	fs.StringVar(&w.db, "db", "", dbHelp+" (default: count nothing)")
	fs.StringVar(&w.private, "private-addr", "", "where staff see the dashboard and Prometheus /metrics, such as 127.0.0.1:8081")
	fs.Var(&w.gates, "private-proxy", gateHelp)
	fs.Var(&w.frontends, "public-proxy", "a network whose proxies are believed about X-Forwarded-For, against floods; may be repeated")
}

// check refuses options that do not go together.
func (w *watching) check() error {
	if w.private != "" && w.db == "" {
		return cli.Use("--private-addr needs --db")
	}
	return nil
}

// start opens the counters, if there are any, and works on them until close.
func (w *watching) start(ctx context.Context, std cli.Std) (err error) {
	if w.db == "" {
		return nil
	}
	if w.m, err = monitor.Open(ctx, w.db, std.Now); err != nil {
		return err
	}
	w.m.Handler.Sender.Trusted = w.frontends
	if d := w.m.Behind(); d > 0 {
		fmt.Fprintf(std.Err, "videoguida: the clock is %s behind the last count: is it right?\n", d)
	}
	if due, first := declared.Overdue(std.Now().UTC().Format(time.DateOnly)); len(due) > 0 {
		fmt.Fprintf(std.Err, "videoguida: %d metrics were to be reviewed by %s: they are counted until they leave static/metrics/declared/list.go\n", len(due), first)
	}
	ctx, w.end = context.WithCancel(ctx)
	if w.private != "" {
		if err := w.show(ctx, std); err != nil {
			return err
		}
	}
	w.work.Go(func() { w.m.Run(ctx, func(err error) { fmt.Fprintf(std.Err, "videoguida: %v\n", err) }) })
	return nil
}

// show serves the dashboard until ctx ends.
func (w *watching) show(ctx context.Context, std cli.Std) error {
	access, word, err := w.access(std.Now)
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", w.private)
	if err != nil {
		return err
	}
	d := dashboard.New(dashboard.Options{Source: w.m.Store, Access: access, Now: w.m.Clock.Now, Health: w.m.Health, Answers: w.m.Answers})
	w.m.Released = d.Released
	fmt.Fprintf(std.Out, "dashboard on http://%s/\n", l.Addr())
	if word != "" {
		fmt.Fprintf(std.Out, "sign in with: %s\n", word)
	}
	w.work.Go(func() {
		if err := d.Serve(ctx, l); err != nil {
			fmt.Fprintf(std.Err, "videoguida: dashboard: %v\n", err)
		}
	})
	return nil
}

// access returns how staff sign in: through the proxy, or, on the loopback
// alone, with a word that is printed.
func (w *watching) access(now func() time.Time) (a dashboard.Access, word string, err error) {
	if len(w.gates) > 0 {
		return dashboard.Proxy{Trusted: w.gates}, "", nil
	}
	host, _, err := net.SplitHostPort(w.private)
	if err != nil {
		return nil, "", cli.Use("--private-addr: %w", err)
	}
	if ip, err := netip.ParseAddr(host); host != "localhost" && (err != nil || !ip.IsLoopback()) {
		return nil, "", cli.Use("--private-addr without --private-proxy must be on the loopback, such as 127.0.0.1:8081")
	}
	word, token := dashboard.NewToken(now)
	return token, word, nil
}

// close ends the counters, after the last request.
func (w *watching) close() error {
	if w.m == nil {
		return nil
	}
	if w.end != nil {
		w.end()
	}
	w.work.Wait()
	return w.m.Close()
}

// showAlone is the dashboard without the public site, for another machine.
func showAlone(fs *flag.FlagSet, args []string, std cli.Std) (err error) {
	var w watching
	fs.StringVar(&w.db, "db", "", dbHelp)
	fs.StringVar(&w.private, "addr", "127.0.0.1:8081", "the address to listen on")
	fs.Var(&w.gates, "proxy", gateHelp)
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	if w.db == "" {
		return cli.Use("--db is needed")
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	defer func() { err = errors.Join(err, w.close()) }()
	if err := w.start(ctx, std); err != nil {
		return err
	}
	<-ctx.Done()
	return nil
}

// timeout bounds a command that changes the database.
const timeout = 10 * time.Minute
