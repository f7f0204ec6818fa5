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
                   [--qr ID] [--facts ID]    or one QR code, or one letter's facts
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

func report(c command, args []string, in io.Reader, out, errw io.Writer) int {
	fs := flag.NewFlagSet("tokengen "+c.name, flag.ContinueOnError)
	fs.SetOutput(errw)
	err := c.run(fs, args, in, out)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, flag.ErrHelp):
		return 0
	case errors.Is(err, errUse):
		fmt.Fprintf(errw, "tokengen %s: %v\n", c.name, err)
		return 2
	}
	fmt.Fprintf(errw, "tokengen %s: %v\n", c.name, err)
	return 1
}
