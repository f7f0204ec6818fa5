// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"image"
	_ "image/jpeg" // scans
	_ "image/png"
	"io"
	"os"
	"strings"
	"time"

	"videoguida/cmd/internal/cli"
	"videoguida/tokengen/pack"
	"videoguida/tokengen/proof"
	"videoguida/tokengen/qr"
	"videoguida/tokengen/sign"
	"videoguida/tokengen/token"
)

const inspectHelp = `tokengen inspect reads the code or the link of a letter and says whether the guide will open.

  tokengen inspect LINK --jwks jwks.json                  its claims, for whoever issues letters
  tokengen inspect --picture scan.png --jwks jwks.json    the same, from a picture of the printed code
  tokengen inspect --picture scan.png --jwks jwks.json --check --letter L-0001 --list tokens.csv
                                                          what a print house needs, and nothing personal

To check a print run: scan the first sheet, one of every thousand and the last one at 300 dpi, grey, as PNG or JPEG,
and check each with the number printed small beside the code. "not this letter's" means that codes and addresses have
slipped against each other: stop the run. A page of a PDF becomes a picture with pdftoppm -r 300 -png FILE.pdf page.

jwks.json holds public keys only; ask the institute for it. Exit status 0 means that the letter may go out.

`

// maxPicture is the largest picture that is read, px.
const maxPicture = 12_000 * 12_000

// question is the options of tokengen inspect.
type question struct {
	link, picture, jwks string
	revoked             string
	check               bool
	letter, list        string
}

func inspect(fs *flag.FlagSet, args []string, std cli.Std) error {
	var q question
	fs.StringVar(&q.jwks, "jwks", "", "the trusted public keys")
	fs.StringVar(&q.revoked, "revoked", "", "the letters called back, from tokengen revoke")
	fs.StringVar(&q.picture, "picture", "", "a PNG or JPEG picture of the code, instead of a link")
	fs.BoolVar(&q.check, "check", false, "say whether it is good, without the person's facts")
	fs.StringVar(&q.letter, "letter", "", "the letter that it must be, by its number")
	fs.StringVar(&q.list, "list", "", "the tokens.csv that has that number")
	fs.Usage = func() {
		io.WriteString(fs.Output(), inspectHelp)
		fs.PrintDefaults()
	}
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		q.link, args = args[0], args[1:]
	}
	if err := cli.ParseSome(fs, args); err != nil {
		return err
	}
	if q.link == "" {
		q.link = fs.Arg(0)
	}
	switch {
	case (q.link == "") == (q.picture == "") || q.jwks == "":
		return cli.Use("a token or link and --jwks are needed, or --picture and --jwks")
	case (q.letter == "") != (q.list == ""):
		return cli.Use("--letter and --list belong together")
	}
	return q.answer(std.Out, std.Now())
}

func (q question) answer(out io.Writer, now time.Time) error {
	trust, err := q.trust()
	if err != nil {
		return err
	}
	if q.picture != "" {
		if q.link, err = readPicture(q.picture); err != nil {
			return fmt.Errorf("%s: %w", q.picture, err)
		}
	}
	_, code, found := strings.Cut(q.link, "#")
	if !found {
		code = q.link
	}
	jwt, err := pack.Unpack(code)
	if err != nil {
		return err
	}
	c, err := trust.Open(jwt, now.Unix())
	if err != nil {
		return err
	}
	if err := q.compare(jwt); err != nil {
		return err
	}
	if q.check {
		return q.report(out, c)
	}
	e := json.NewEncoder(out)
	e.SetIndent("", "  ")
	return e.Encode(sign.Facts(c))
}

// trust is what a phone judges the letter by, with the files that are
// published. Other than a phone it takes no damaged list for none.
func (q question) trust() (t token.Trust, err error) {
	data, err := os.ReadFile(q.jwks)
	if err != nil {
		return t, err
	}
	keys, err := token.ParseJWKS(data)
	if err != nil {
		return t, fmt.Errorf("%s: %w", q.jwks, err)
	}
	t = token.Trust{Page: data, Fresh: data, Demo: true}
	if q.revoked == "" {
		return t, nil
	}
	if t.Revoked, err = os.ReadFile(q.revoked); err != nil {
		return t, err
	}
	if _, err := token.ParseRevoked(t.Revoked, keys); err != nil {
		return t, fmt.Errorf("%s: no list that is signed by one of the keys", q.revoked)
	}
	return t, nil
}

// readPicture returns the link that a picture's code says.
func readPicture(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	size, _, err := image.DecodeConfig(f)
	if err != nil {
		return "", errors.New("not a PNG or JPEG picture")
	}
	if size.Width*size.Height > maxPicture {
		return "", errors.New("the picture is too large: scan at 300 dpi, or cut the code out")
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	img, _, err := image.Decode(f)
	if err != nil {
		return "", errors.New("the picture is damaged")
	}
	link, err := proof.Read(img)
	if err != nil {
		return "", errors.New("no code can be read: scan at 300 dpi, the whole code with its white border, or cut it out of the page")
	}
	return link, nil
}

// compare checks that the token is the named letter's.
func (q question) compare(jwt string) error {
	if q.letter == "" {
		return nil
	}
	f, err := os.Open(q.list)
	if err != nil {
		return err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.ReuseRecord = true
	known := false
	for {
		line, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil || len(line) < 3 {
			return fmt.Errorf("%s is not a list of tokengen batch", q.list)
		}
		if line[0] != q.letter {
			continue
		}
		known = true
		if _, raw, _ := strings.Cut(line[2], "#"); raw == jwt {
			return nil
		}
	}
	if !known {
		return fmt.Errorf("%s has no letter of that number", q.list)
	}
	return errors.New("a good code, but not this letter's: codes and letters have slipped against each other")
}

// report says what can be said of a letter without the person's facts.
func (q question) report(out io.Writer, c token.Claims) error {
	fmt.Fprintf(out, "good: signed, and open until %s\n", time.Unix(c.Exp, 0).UTC().Format(time.DateOnly))
	fmt.Fprintf(out, "guide %s, channel %s, campaign %s, token %s\n", c.Guide, c.Ch, c.Camp, c.Jti)
	if v, err := qr.Version(q.link, 1); err == nil && strings.Contains(q.link, "#") {
		fmt.Fprintf(out, "drawn in version %d or a larger one\n", v)
	}
	if q.letter != "" {
		fmt.Fprintf(out, "it is the letter %s\n", q.letter)
	}
	return nil
}
