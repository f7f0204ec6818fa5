// Command tokengen issues the tokens of the letters: keys, demo letters,
// signing and inspection.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

const usage = `tokengen issues the signed tokens that letters carry in their QR code.

  tokengen keygen  --out key.pem             make a key pair (private half, mode 0600)
  tokengen jwks    --key key.pem             print the public half, for the site build
  tokengen demo    --base URL [--key FILE]   one JSON line per invented letter
                   [--list] [--qr ID]        or titles and links, or one QR code,
                   [--facts ID]              or the facts of one letter
  tokengen sign    --key FILE --base URL < facts.json
  tokengen inspect TOKEN|URL --jwks FILE     verify and print the claims

To try it:
  tokengen keygen --out key.pem
  tokengen demo --facts under55 | tokengen sign --key key.pem --base http://localhost:8080/

Each command explains its options: tokengen sign --help
Exit status: 0 done, 1 refused or failed, 2 wrong use.
`

// errUse means that the command line is wrong.
var errUse = errors.New("see tokengen --help")

type command struct {
	name string
	run  func(fs *flag.FlagSet, args []string, in io.Reader, out io.Writer) error
}

var commands = [...]command{{"keygen", keygen}, {"jwks", jwks}, {"demo", demoLetters}, {"sign", signFacts}, {"inspect", inspect}}

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

func run(args []string, in io.Reader, out, errw io.Writer) int {
	if len(args) == 0 || args[0] == "--help" || args[0] == "-h" || args[0] == "help" {
		fmt.Fprint(out, usage)
		return 0
	}
	for _, c := range commands {
		if c.name == args[0] {
			return report(c, args[1:], in, out, errw)
		}
	}
	fmt.Fprintf(errw, "tokengen: no command %q, %v\n", args[0], errUse)
	return 2
}

// report runs a command and says what came of it, once.
func report(c command, args []string, in io.Reader, out, errw io.Writer) int {
	fs := flag.NewFlagSet("tokengen "+c.name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	err := c.run(fs, args, in, out)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, flag.ErrHelp):
		fs.SetOutput(out)
		fs.Usage()
		return 0
	}
	fmt.Fprintf(errw, "tokengen %s: %v\n", c.name, err)
	if errors.Is(err, errUse) {
		return 2
	}
	return 1
}

// parse reads the options; what follows them is an error, so that a file named
// there is not silently left unread.
func parse(fs *flag.FlagSet, args []string) error {
	err := parseSome(fs, args)
	if err == nil && fs.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q; %w", fs.Arg(0), errUse)
	}
	return err
}

// parseSome reads the options and leaves the rest to the caller.
func parseSome(fs *flag.FlagSet, args []string) error {
	err := fs.Parse(args)
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		return fmt.Errorf("%w; %w", err, errUse)
	}
	return err
}
