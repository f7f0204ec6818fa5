// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Command flyer draws the leaflet that tells how to open a video-guide: A4 and
// A5, for an office printer and for a print shop.
package main

import (
	"flag"
	"net/url"
	"slices"
	"strings"

	"videoguida/cmd/internal/cli"
	"videoguida/player/l10n"
)

const usage = `flyer draws the leaflet of the video-guides.

  flyer --url https://guida.example.it/ --out DIR [--lang it|de|en]

The QR code opens the address given, where the spot plays without a letter.
DIR receives, for the language it:

  volantino-it-a4.pdf, volantino-it-a5.pdf
      the trimmed page: a printer that cannot print to the edge leaves a white
      border of its own, all text is 12 mm (A5: 8 mm) or more from the edge
  volantino-it-a4-abbondanza.pdf, volantino-it-a5-abbondanza.pdf
      for a print shop: 3 mm of bleed on every side (216 by 303 mm, 154 by
      216 mm), no marks; to be trimmed to A4 and A5

Everything is vector, the typeface (Titillium Web, SIL OFL 1.1) travels along,
colours are sRGB, the PDF is tagged for screen readers. Chromium prints it:
apt-get install chromium, or name another one in CHROMIUM.
Exit status: 0 done, 1 refused or failed, 2 wrong use.

Options:
`

type options struct{ url, out, lang string }

var tool = cli.Tool{Name: "flyer", Usage: usage, Do: draw}

func main() { tool.Main() }

func draw(fs *flag.FlagSet, args []string, std cli.Std) error {
	var o options
	fs.StringVar(&o.url, "url", "", "the address that the QR code opens")
	fs.StringVar(&o.out, "out", "", "the folder to write")
	fs.StringVar(&o.lang, "lang", "it", "it, de or en")
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	switch {
	case o.url == "" || o.out == "":
		return cli.Use("--url and --out are needed")
	case !slices.Contains(l10n.Langs(), o.lang):
		return cli.Use("--lang must be one of %s", strings.Join(l10n.Langs(), ", "))
	}
	if err := plain(o.url); err != nil {
		return err
	}
	return write(o, std.Out)
}

// plain refuses addresses that a leaflet must not carry: a letter's, or one
// that a telephone does not open.
func plain(address string) error {
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http":
		return cli.Use("--url must be a web address such as https://guida.example.it/")
	case u.Fragment != "" || len(address) > 120:
		return cli.Use("--url must be the site's own short address, not that of a letter")
	}
	return nil
}
