// Command videoguida builds the public site and serves it.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

const usage = `videoguida builds and serves the guide's public site.

  videoguida site  --keys jwks.json [--out build/site] [--quality 11] [--demo]
  videoguida serve --site build/site [--addr :8080]

site   compiles the two browser programs, minifies, hashes and compresses.
       The public keys come from:  tokengen jwks --key key.pem > jwks.json
serve  serves a built site from memory. It keeps no log of requests.

"videoguida COMMAND --help" lists a command's options.
Exit status: 0 done, 1 failed, 2 wrong use.
`

// errUse means that the command line is wrong.
var errUse = errors.New("see videoguida --help")

type command struct {
	name string
	run  func(fs *flag.FlagSet, args []string, out io.Writer) error
}

var commands = [...]command{{"site", site}, {"serve", serve}}

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, out, errw io.Writer) int {
	if len(args) == 0 || args[0] == "--help" || args[0] == "-h" || args[0] == "help" {
		fmt.Fprint(out, usage)
		return 0
	}
	for _, c := range commands {
		if c.name == args[0] {
			return report(c, args[1:], out, errw)
		}
	}
	fmt.Fprintf(errw, "videoguida: no command %q; %v\n", args[0], errUse)
	return 2
}

// report runs a command and says what came of it, once.
func report(c command, args []string, out, errw io.Writer) int {
	fs := flag.NewFlagSet("videoguida "+c.name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	err := c.run(fs, args, out)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, flag.ErrHelp):
		fs.SetOutput(out)
		fs.Usage()
		return 0
	}
	fmt.Fprintf(errw, "videoguida %s: %v\n", c.name, err)
	if errors.Is(err, errUse) {
		return 2
	}
	return 1
}

// parse reads the options; nothing may follow them.
func parse(fs *flag.FlagSet, args []string) error {
	err := fs.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return err
	case err != nil:
		return fmt.Errorf("%w; %w", err, errUse)
	case fs.NArg() > 0:
		return fmt.Errorf("unexpected argument %q; %w", fs.Arg(0), errUse)
	}
	return nil
}
