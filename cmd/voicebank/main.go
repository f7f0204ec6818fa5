// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Command voicebank makes the voice that the guides speak with: the recording
// sheet, the bank of clips, its quality report, and what a value sounds like.
package main

import (
	"flag"

	"videoguida/cmd/internal/cli"
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

var program = cli.Program{Name: "voicebank", Usage: usage, Commands: []cli.Command{
	{Name: "sheet", Run: writeSheet},
	{Name: "build", Run: buildBank},
	{Name: "qc", Run: judge},
	{Name: "say", Run: say},
	{Name: "names", Run: dealNames},
}}

func main() { program.Main() }

// bankOption is where the bank lies.
func bankOption(fs *flag.FlagSet) *string {
	return fs.String("bank", "static/site/voice/it", "the folder of the bank")
}

// namesOption is where the list of names lies.
func namesOption(fs *flag.FlagSet) *string {
	return fs.String("names", "player/voice/names.txt", "the list of given names")
}
