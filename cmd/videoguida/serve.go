package main

import (
	"context"
	"flag"
	"fmt"
	"net"
	"os"
	"os/signal"
	"syscall"

	"videoguida/cmd/internal/cli"
	"videoguida/static/host"
)

func serve(fs *flag.FlagSet, args []string, std cli.Std) error {
	dir := fs.String("site", "build/site", "the folder of a built site")
	addr := fs.String("addr", ":8080", "the address to listen on")
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	s, err := host.Load(os.DirFS(*dir))
	if err != nil {
		return fmt.Errorf("%s: %w", *dir, err)
	}
	l, err := net.Listen("tcp", *addr)
	if err != nil {
		return err
	}
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		return err
	}
	fmt.Fprintf(std.Out, "serving %s on http://localhost:%s/ (Ctrl-C ends)\n", *dir, port)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return s.Serve(ctx, l)
}
