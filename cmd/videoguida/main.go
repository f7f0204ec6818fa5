// Command videoguida builds the public site and serves it.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
)

const usage = `videoguida builds and serves the guide's public site.

  videoguida site  --keys jwks.json [--out build/site] [--quality 11] [--demo]
  videoguida serve --site build/site [--addr :8080]

site   compiles the two browser programs, minifies, hashes and compresses.
       The public keys come from:  tokengen jwks --key key.pem > jwks.json
serve  serves a built site from memory. It keeps no log of requests.

"videoguida COMMAND --help" lists a command's options.
`

var commands = map[string]func(fs *flag.FlagSet, args []string) error{
	"site":  site,
	"serve": serve,
}

func main() {
	err := run(os.Args[1:])
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return
	}
	fmt.Fprintln(os.Stderr, "videoguida:", err)
	os.Exit(1)
}

func run(args []string) error {
	if len(args) == 0 || args[0] == "--help" || args[0] == "-h" || args[0] == "help" {
		fmt.Print(usage)
		return nil
	}
	command, ok := commands[args[0]]
	if !ok {
		return fmt.Errorf("no command %q; see videoguida --help", args[0])
	}
	fs := flag.NewFlagSet("videoguida "+args[0], flag.ContinueOnError)
	return command(fs, args[1:])
}
