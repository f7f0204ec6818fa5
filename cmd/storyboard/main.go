// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Command storyboard writes one person's guide for staff: a page with one
// picture per marker, captions, transcript, the table of the months and the
// semantic tree, all from the same timeline as the film.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"videoguida/cmd/internal/cli"
	"videoguida/cmd/internal/svg"
	"videoguida/player/civil"
	"videoguida/player/guide"
	"videoguida/player/l10n"
	"videoguida/tokengen/sign"
	"videoguida/tokengen/token"
)

const usage = `storyboard writes a guide for staff to look at and check.

  storyboard --guide naspi --facts facts.json --out DIR        (or pension)
             [--lang it] [--size 390x616] [--scale 2] [--today YYYY-MM-DD]
             [--sheet all.png] [--strip 5] [--voice static/site/voice/it]

facts.json holds a letter's facts: dates as YYYY-MM-DD, money as "1285.44".
An example to start from:  tokengen demo --facts under55 > facts.json

  storyboard --versions --guide pension --out DIR
             writes every version of the guide, with invented people, and the
             page that compares them: axes, lengths, scenes, lines

  storyboard --guide spot --out DIR
             writes the spot, which needs no letter

  storyboard --poster static/site/poster.svg
             draws the officer at rest, the picture of the page that loads

DIR receives index.html, one PNG per marker, captions.vtt, transcript.txt,
semantics.json and, for NASpI, schedule.csv (mese, dal, al, giorni, importo).
Figures that do not agree with each other are named: look at them.
--pdf also prints the page as storyboard.pdf, A4, tagged for screen readers; it
needs Chromium. With --scale 2 the pictures are sharp on paper.
--mp4 also renders guide.mp4, 1280 by 720 with captions to switch on; it needs
ffmpeg and takes up to twice as long as the guide lasts. With --voice it
speaks; --cut 10 renders its first ten seconds; --web makes it as small as
one would publish it.
--sheet draws all pictures small into one file. --strip adds one
strip-SCENE.png per scene with that many frames a second, two seconds a row.
--voice takes the times from the voice packs in a folder and also writes
narration.wav, what the person hears; it needs --lang it.
Exit status: 0 done, 1 refused or failed, 2 wrong use.

Options:
`

type options struct {
	guide, facts, out, lang, size, today, poster, sheet, voice string
	scale                                                      float64
	captions, strip, cut                                       int
	versions, mp4, web, pdf                                    bool
}

var tool = cli.Tool{Name: "storyboard", Usage: usage, Do: tell}

func main() { tool.Main() }

func tell(fs *flag.FlagSet, args []string, std cli.Std) error {
	var o options
	o.declare(fs)
	err := cli.Parse(fs, args, 0)
	switch {
	case err != nil:
		return err
	case o.poster != "":
		return os.WriteFile(o.poster, []byte(svg.Officer("neutral")), 0o644)
	case !known(o.guide):
		return cli.Use("--guide must be one of %s", strings.Join(names(), ", "))
	case !slices.Contains(l10n.Langs(), o.lang):
		return cli.Use("--lang must be one of %s", strings.Join(l10n.Langs(), ", "))
	case o.voice != "" && o.lang != "it":
		return cli.Use("--voice needs --lang it: the other languages have no voice packs")
	case o.versions && o.out == "":
		return cli.Use("--out is needed")
	case o.versions && (o.facts != "" || o.sheet != ""):
		return cli.Use("--versions takes neither --facts nor --sheet")
	case o.guide == spot && (o.facts != "" || o.versions):
		return cli.Use("the spot takes neither --facts nor --versions: it knows nobody")
	case o.guide == spot && o.out == "":
		return cli.Use("--out is needed")
	case o.guide != spot && !o.versions && (o.facts == "" || o.out == ""):
		return cli.Use("--facts and --out are needed")
	}
	return write(o, std)
}

// spot is the guide that needs no letter.
var spot = guide.Spot().Name

// names are the guides that there are, the spot included.
func names() (all []string) {
	for _, g := range guide.All() {
		all = append(all, g.Name)
	}
	return append(all, spot)
}

func known(name string) bool { return slices.Contains(names(), name) }

// declare declares the options.
func (o *options) declare(fs *flag.FlagSet) {
	fs.StringVar(&o.guide, "guide", "naspi", "naspi, pension or spot")
	fs.StringVar(&o.facts, "facts", "", "the letter's facts, a JSON file")
	fs.StringVar(&o.out, "out", "", "the folder to write")
	fs.StringVar(&o.lang, "lang", "it", "it, de or en")
	fs.StringVar(&o.size, "size", "390x616", "the stage's size, CSS px")
	fs.StringVar(&o.sheet, "sheet", "", "also write a contact sheet of all pictures to this PNG file")
	fs.Float64Var(&o.scale, "scale", 1, "device px for one CSS px, 0.25 to 4")
	fs.IntVar(&o.strip, "strip", 0, "also write each scene as a strip of frames, 1 to 30 a second")
	fs.IntVar(&o.captions, "captions", 0, "height kept free for captions at the bottom, CSS px")
	fs.StringVar(&o.today, "today", "", "the day of viewing (default today)")
	fs.BoolVar(&o.versions, "versions", false, "write every version of the guide and the page that lists them")
	fs.StringVar(&o.voice, "voice", "", "the folder of the voice packs to narrate with")
	fs.BoolVar(&o.pdf, "pdf", false, "also print the storyboard as storyboard.pdf, with Chromium")
	fs.BoolVar(&o.mp4, "mp4", false, "also render the guide as guide.mp4, with ffmpeg")
	fs.BoolVar(&o.web, "web", false, "the video as one would publish it: 30 frames a second, smaller, slower to make")
	fs.IntVar(&o.cut, "cut", 0, "only the first seconds of the video, to try")
	fs.StringVar(&o.poster, "poster", "", "only draw the officer into this SVG file")
}

func write(o options, std cli.Std) error {
	today := civil.Day(std.Now().Unix() / 86400)
	if o.today != "" {
		d, ok := civil.Parse(o.today)
		if !ok {
			return cli.Use("--today must be YYYY-MM-DD")
		}
		today = d
	}
	if o.versions {
		return writeVersions(o, today, std.Out)
	}
	claims, err := claimsOf(o, today)
	if err != nil {
		return err
	}
	b, err := writeBook(o, claims, today)
	if err != nil {
		return err
	}
	if o.guide != spot {
		for _, d := range doubts(claims, today) {
			fmt.Fprintf(std.Out, "look at %s: %s\n", o.facts, d)
		}
	}
	fmt.Fprintf(std.Out, "%s: %d pictures, %s\n", o.out, len(b.shots), clock(b.tl.Duration))
	return nil
}

// claimsOf reads the letter that is told; the spot has none.
func claimsOf(o options, today civil.Day) (token.Claims, error) {
	if o.guide == spot {
		return token.Claims{Guide: spot}, nil
	}
	claims, err := readFacts(o.facts, today)
	if err != nil {
		return claims, fmt.Errorf("%s: %w", o.facts, err)
	}
	if claims.Guide != o.guide {
		return claims, fmt.Errorf("%s: the letter is of guide %q, not %q", o.facts, claims.Guide, o.guide)
	}
	return claims, nil
}

// writeBook writes one person's storyboard.
func writeBook(o options, claims token.Claims, today civil.Day) (*book, error) {
	b, err := newBook(o, claims, today)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return nil, err
	}
	if err := b.writeAll(); err != nil {
		return nil, err
	}
	if o.pdf {
		if err := b.writePDF(); err != nil {
			return nil, err
		}
	}
	if o.mp4 {
		if err := b.writeVideo(os.Stderr); err != nil {
			return nil, err
		}
	}
	if o.sheet != "" {
		return b, b.sheet.write(o.sheet)
	}
	return b, nil
}

// readFacts reads a letter's facts as a browser would find them in its token.
func readFacts(path string, today civil.Day) (token.Claims, error) {
	in, err := os.Open(path)
	if err != nil {
		return token.Claims{}, errors.Unwrap(err)
	}
	defer in.Close()
	claims, bad, err := sign.ParseFacts(in, time.Unix(int64(today)*86400, 0))
	if err != nil {
		return token.Claims{}, err
	}
	if len(bad) > 0 {
		return token.Claims{}, fmt.Errorf("%d fields are wrong, the first: %w", len(bad), bad[0])
	}
	return sign.AsRead(claims)
}
