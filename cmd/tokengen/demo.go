// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"time"

	"videoguida/cmd/internal/cli"
	"videoguida/tokengen/demo"
	"videoguida/tokengen/sign"
)

// showcase is how the demonstration letters are shown.
type showcase struct {
	out   io.Writer
	now   time.Time
	base  string // the guide's address
	qr    string // only the code of this letter
	list  bool   // titles and links, for people
	lines *json.Encoder
}

func demoLetters(fs *flag.FlagSet, args []string, std cli.Std) error {
	s := showcase{out: std.Out, now: std.Now(), lines: json.NewEncoder(std.Out)}
	fs.StringVar(&s.base, "base", "http://localhost:8080/", "the guide's address")
	fs.StringVar(&s.qr, "qr", "", "draw the QR code of this letter in the terminal")
	fs.BoolVar(&s.list, "list", false, "print titles and links to press, instead of JSON")
	keyFile := fs.String("key", "", "the private key (default: the demonstration key, made when missing)")
	on := fs.String("today", "", "the day the letters are of, YYYY-MM-DD (default today)")
	facts := fs.String("facts", "", "print the facts.json of this letter")
	rows := fs.Int("rows", 0, "print a table of this many other letters, for tokengen batch")
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	today, err := dayOf(*on, std.Now())
	if err != nil {
		return err
	}
	if *rows > 0 {
		return demo.WriteRows(std.Out, rand.New(rand.NewPCG(1, 1)), *rows, int32(today.Unix()/86400), "naspi", "pension")
	}
	letters := demo.Letters(today)
	if *facts != "" {
		return printFacts(letters, *facts, std.Out)
	}
	return s.all(letters, *keyFile)
}

func dayOf(s string, now time.Time) (time.Time, error) {
	if s == "" {
		return now, nil
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return t, cli.Use("--today must be YYYY-MM-DD")
	}
	return t, nil
}

func (s showcase) all(letters []demo.Letter, keyFile string) error {
	key, kid, err := demoOrKey(keyFile, s.now)
	if err != nil {
		return err
	}
	shown := false
	for _, l := range letters {
		if s.qr != "" && s.qr != l.ID {
			continue
		}
		jwt, err := l.Token(key, kid)
		if err != nil {
			return fmt.Errorf("letter %s: %w", l.ID, err)
		}
		if err := s.print(l, address(s.base, jwt)); err != nil {
			return err
		}
		shown = true
	}
	if !shown {
		return cli.Use("no demo letter %q", s.qr)
	}
	return nil
}

// print shows one letter: as its code, as a link to press or as a JSON line.
func (s showcase) print(l demo.Letter, url string) error {
	switch {
	case s.qr != "":
		return drawQR(s.out, url)
	case s.list:
		_, err := fmt.Fprintf(s.out, "\n%s: %s\n%s\n", l.ID, l.Title, url)
		return err
	}
	line := map[string]string{"id": l.ID, "guide": l.Claims.Guide, "title": l.Title, "url": url}
	if l.Family != 0 {
		line["family"] = string(rune(l.Family))
	}
	return s.lines.Encode(line)
}

func printFacts(letters []demo.Letter, id string, out io.Writer) error {
	for _, l := range letters {
		if l.ID == id {
			e := json.NewEncoder(out)
			e.SetIndent("", "  ")
			return e.Encode(sign.Facts(l.Claims))
		}
	}
	return cli.Use("no demo letter %q", id)
}
