// Command voicebank makes the voice that the guides speak with: the recording
// sheet, the bank of clips, its quality report, and what a value sounds like.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

const usage = `voicebank makes the voice bank of the guides and judges it.

  voicebank sheet --out DIR           the phrases to record: sheet.csv, sheet.html
  voicebank build                     have them said, cut, encode and pack them
            [--engine TEMPLATE]       by a synthesiser (default SVOX Pico), or
            [--import DIR]            by a person: DIR holds sheet.csv and the WAVs
  voicebank qc                        judge the bank; exit status 1 if it fails
            [--engine TEMPLATE]       also compare lengths with whole sentences
            [--report FILE]           also write the figures as JSON
  voicebank say "1234.56 EUR"         the words and the clips of a value; also
                                      "2026-12-01", "21 giorni", "75 %"
  voicebank names                     deal the list of names into packs

A synthesiser is a command: {text} stands for the phrase and {out} for the WAV
file to write, for example  "espeak-ng -v it -w {out} {text}".
To make the bank that the site publishes, on Debian:  make voice

Each command explains its options: voicebank build --help
Exit status: 0 done, 1 refused or failed, 2 wrong use.
`

// errUse means that the command line is wrong.
var errUse = errors.New("see voicebank --help")

type command struct {
	name string
	run  func(fs *flag.FlagSet, args []string, out io.Writer) error
}

var commands = [...]command{{"sheet", writeSheet}, {"build", buildBank}, {"qc", judge}, {"say", say}, {"names", dealNames}}

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
	fmt.Fprintf(errw, "voicebank: no command %q, %v\n", args[0], errUse)
	return 2
}

// report runs a command and says what came of it, once.
func report(c command, args []string, out, errw io.Writer) int {
	fs := flag.NewFlagSet("voicebank "+c.name, flag.ContinueOnError)
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
	fmt.Fprintf(errw, "voicebank %s: %v\n", c.name, err)
	if errors.Is(err, errUse) {
		return 2
	}
	return 1
}

// parse reads the options; exactly rest arguments must follow them.
func parse(fs *flag.FlagSet, args []string, rest int) error {
	err := fs.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return err
	case err != nil:
		return fmt.Errorf("%w; %w", err, errUse)
	case fs.NArg() != rest:
		return fmt.Errorf("%d arguments after the options, want %d; %w", fs.NArg(), rest, errUse)
	}
	return nil
}

// bankOption is where the bank lies.
func bankOption(fs *flag.FlagSet) *string {
	return fs.String("bank", "static/site/voice/it", "the folder of the bank")
}

// namesOption is where the list of names lies.
func namesOption(fs *flag.FlagSet) *string {
	return fs.String("names", "player/voice/names.txt", "the list of given names")
}
