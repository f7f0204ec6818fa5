package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"syscall"

	"videoguida/static/host"
)

func serve(fs *flag.FlagSet, args []string, out io.Writer) error {
	dir := fs.String("site", "build/site", "the folder of a built site")
	addr := fs.String("addr", ":8080", "the address to listen on")
	if err := parse(fs, args); err != nil {
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
	fmt.Fprintf(out, "serving %s on http://localhost:%s/ (Ctrl-C ends)\n", *dir, port)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return s.Serve(ctx, l)
}
