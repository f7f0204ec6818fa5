package main

import (
	"context"
	"flag"
	"fmt"

	"videoguida/cmd/internal/cli"
	"videoguida/static/metrics/monitor"
)

// watching is what serve was asked to count and to show.
type watching struct {
	db string

	m *monitor.Monitor
}

func (w *watching) flags(fs *flag.FlagSet) {
	fs.StringVar(&w.db, "db", "", "count anonymously into this SQLite file or postgres:// database (default: count nothing)")
}

// start opens the counters, if there are any, and works on them until ctx ends.
func (w *watching) start(ctx context.Context, std cli.Std) (err error) {
	if w.db == "" {
		return nil
	}
	if w.m, err = monitor.Open(ctx, w.db); err != nil {
		return err
	}
	if d := w.m.Behind(); d > 0 {
		fmt.Fprintf(std.Err, "videoguida serve: the clock is %s behind the last count: is it right?\n", d)
	}
	go w.m.Run(ctx, func(err error) { fmt.Fprintf(std.Err, "videoguida serve: %v\n", err) })
	return nil
}

// close ends the counters, after the last request.
func (w *watching) close() error {
	if w.m == nil {
		return nil
	}
	return w.m.Close()
}
