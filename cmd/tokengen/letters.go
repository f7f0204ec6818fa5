package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"videoguida/tokengen/demo"
	"videoguida/tokengen/pack"
	"videoguida/tokengen/sign"
	"videoguida/tokengen/token"
)

func demoLetters(fs *flag.FlagSet, args []string, _ io.Reader, out io.Writer) error {
	base := fs.String("base", "http://localhost:8080/", "the guide's address")
	keyFile := fs.String("key", "", "the private key (default: the demonstration key, made when missing)")
	on := fs.String("today", "", "the day the letters are of, YYYY-MM-DD (default today)")
	qr := fs.String("qr", "", "draw the QR code of this letter in the terminal")
	facts := fs.String("facts", "", "print the facts.json of this letter")
	if err := parse(fs, args); err != nil {
		return err
	}
	today := time.Now()
	if *on != "" {
		t, err := time.Parse("2006-01-02", *on)
		if err != nil {
			return fmt.Errorf("--today must be YYYY-MM-DD; %w", errUse)
		}
		today = t
	}
	letters := demo.Letters(today)
	if *facts != "" {
		return printFacts(letters, *facts, out)
	}
	key, kid, err := demoOrKey(*keyFile)
	if err != nil {
		return err
	}
	for _, l := range letters {
		t, err := l.Token(key, kid)
		if err != nil {
			return fmt.Errorf("letter %s: %w", l.ID, err)
		}
		if err := printLetter(out, l, t, *base, *qr); err != nil {
			return err
		}
	}
	return nil
}

// printLetter prints one line, or the code when qr names this letter.
func printLetter(out io.Writer, l demo.Letter, jwt, base, qr string) error {
	url := address(base, jwt)
	if qr == l.ID {
		return drawQR(out, url)
	}
	if qr != "" {
		return nil
	}
	line := map[string]string{"id": l.ID, "guide": l.Claims.Guide, "title": l.Title, "url": url}
	if l.Family != 0 {
		line["family"] = string(rune(l.Family))
	}
	return json.NewEncoder(out).Encode(line)
}

// address returns the link of a token: packed, or raw when it cannot be.
func address(base, jwt string) string {
	base = strings.TrimRight(base, "#") + "#"
	if p, err := pack.Pack(jwt); err == nil {
		return base + p
	}
	return base + jwt
}

func printFacts(letters []demo.Letter, id string, out io.Writer) error {
	for _, l := range letters {
		if l.ID == id {
			e := json.NewEncoder(out)
			e.SetIndent("", "  ")
			return e.Encode(sign.Facts(l.Claims))
		}
	}
	return fmt.Errorf("no demo letter %q; %w", id, errUse)
}

func signFacts(fs *flag.FlagSet, args []string, in io.Reader, out io.Writer) error {
	keyFile := fs.String("key", "", "the private key file")
	base := fs.String("base", "", "the guide's address")
	if err := parse(fs, args); err != nil {
		return err
	}
	if *keyFile == "" || *base == "" {
		return fmt.Errorf("--key and --base are needed; %w", errUse)
	}
	key, kid, err := demoOrKey(*keyFile)
	if err != nil {
		return err
	}
	c, bad, err := sign.ParseFacts(in, time.Now())
	if err != nil {
		return err
	}
	if len(bad) > 0 {
		return wrongFacts(bad)
	}
	jwt, err := sign.Sign(c, key, kid)
	if err != nil {
		return err
	}
	return printSigned(out, *base, jwt)
}

// wrongFacts names every wrong field, a line each.
func wrongFacts(bad []sign.FieldError) error {
	lines := make([]string, len(bad))
	for i, b := range bad {
		lines[i] = b.Error()
	}
	return fmt.Errorf("%d fields of the facts are wrong:\n  %s", len(bad), strings.Join(lines, "\n  "))
}

func printSigned(out io.Writer, base, jwt string) error {
	base = strings.TrimRight(base, "#") + "#"
	packed := address(base, jwt)
	version, err := qrVersion(packed)
	if err != nil {
		return err
	}
	return json.NewEncoder(out).Encode(struct {
		Token     string `json:"token"`
		URL       string `json:"url"`
		URLPacked string `json:"url_packed"`
		QRVersion int    `json:"qr_version"`
	}{jwt, base + jwt, packed, version})
}

func inspect(fs *flag.FlagSet, args []string, _ io.Reader, out io.Writer) error {
	file := fs.String("jwks", "", "the trusted public keys")
	var code string
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		code, args = args[0], args[1:]
	}
	if err := parseSome(fs, args); err != nil {
		return err
	}
	if code == "" {
		code = fs.Arg(0)
	}
	if code == "" || *file == "" {
		return fmt.Errorf("a token or link and --jwks are needed; %w", errUse)
	}
	data, err := os.ReadFile(*file)
	if err != nil {
		return err
	}
	keys, err := token.ParseJWKS(data)
	if err != nil {
		return fmt.Errorf("%s: %w", *file, err)
	}
	if _, fragment, ok := strings.Cut(code, "#"); ok {
		code = fragment
	}
	jwt, err := pack.Unpack(code)
	if err != nil {
		return err
	}
	c, err := token.Verify(jwt, keys, time.Now().Unix())
	if err != nil {
		return err
	}
	e := json.NewEncoder(out)
	e.SetIndent("", "  ")
	return e.Encode(sign.Facts(c))
}
