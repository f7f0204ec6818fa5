// Command storyboard writes one person's guide for staff: a page with one
// picture per marker, captions, transcript, the table of the months and the
// semantic tree, all from the same timeline as the film.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"time"

	"videoguida/player/civil"
	"videoguida/tokengen/sign"
)

const usage = `storyboard writes a guide for staff to look at and check.

  storyboard --guide naspi --facts facts.json --out DIR
             [--lang it] [--size 390x616] [--today YYYY-MM-DD]

facts.json holds a letter's facts: dates as YYYY-MM-DD, money as "1285.44".
An example to start from:  tokengen demo --facts under55 > facts.json

  storyboard --poster static/site/poster.svg
             draws the officer at rest, the picture of the page that loads

DIR receives index.html, one PNG per marker, captions.vtt, transcript.txt,
schedule.csv (mese, dal, al, giorni, importo) and semantics.json.

Options:
`

type options struct {
	guide, facts, out, lang, size, today, poster string
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "storyboard:", err)
			os.Exit(1)
		}
	}
}

func run(args []string) error {
	var o options
	fs := flag.NewFlagSet("storyboard", flag.ContinueOnError)
	fs.Usage = func() { fmt.Fprint(fs.Output(), usage); fs.PrintDefaults() }
	fs.StringVar(&o.guide, "guide", "naspi", "which guide")
	fs.StringVar(&o.facts, "facts", "", "the letter's facts, a JSON file")
	fs.StringVar(&o.out, "out", "", "the folder to write")
	fs.StringVar(&o.lang, "lang", "it", "it, de or en")
	fs.StringVar(&o.size, "size", "390x616", "the stage's size, CSS px")
	fs.StringVar(&o.today, "today", "", "the day of viewing (default today)")
	fs.StringVar(&o.poster, "poster", "", "only draw the officer into this SVG file")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if o.poster != "" {
		return writePoster(o.poster)
	}
	if o.guide != "naspi" {
		return fmt.Errorf("guide %q is not available yet: use --guide naspi", o.guide)
	}
	if o.facts == "" || o.out == "" {
		fs.Usage()
		return errors.New("--facts and --out are needed")
	}
	return write(o)
}

func write(o options) error {
	today := civil.Day(time.Now().Unix() / 86400)
	if o.today != "" {
		d, ok := civil.Parse(o.today)
		if !ok {
			return errors.New("--today must be YYYY-MM-DD")
		}
		today = d
	}
	in, err := os.Open(o.facts)
	if err != nil {
		return err
	}
	defer in.Close()
	claims, bad, err := sign.ParseFacts(in, time.Unix(int64(today)*86400, 0))
	if err != nil {
		return fmt.Errorf("%s: %w", o.facts, err)
	}
	if len(bad) > 0 {
		return fmt.Errorf("%s: %d fields are wrong, the first: %v", o.facts, len(bad), bad[0])
	}
	b, err := newBook(o, claims, today)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return err
	}
	return b.writeAll()
}
