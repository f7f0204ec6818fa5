// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"cmp"
	"context"
	"crypto"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"videoguida/cmd/internal/cli"
	"videoguida/cmd/internal/progress"
	"videoguida/player/typeset/titillium/fonts"
	"videoguida/tokengen/batch"
	"videoguida/tokengen/letter"
	"videoguida/tokengen/manifest"
	"videoguida/tokengen/proof"
	"videoguida/tokengen/sign"
	"videoguida/tokengen/token"
)

// campaign is the options of tokengen batch.
type campaign struct {
	in, key, shard, channels, formats string
	batch.Config
}

func (o *campaign) define(fs *flag.FlagSet) {
	fs.StringVar(&o.in, "in", "", "the letters, one a row: CSV with a header or JSON lines; - is standard input")
	fs.StringVar(&o.Dir, "out", "", "the folder to write, new or of a batch that was stopped")
	fs.StringVar(&o.key, "key", "", "the private key")
	fs.StringVar(&o.Base, "base", "", "the guide's address, https://…/")
	fs.StringVar(&o.formats, "format", "csv", "what to make, of csv,svg,png,pdf; pdf is blocks for the letter's first page, and A4 sheets")
	fs.BoolVar(&o.Zip, "zip", true, "pictures in an archive a part; --zip=false makes a file each, which takes half as long again")
	fs.StringVar(&o.channels, "channels", "qr", "a token each for qr,myinps,io,mobile; only qr is printed")
	fs.StringVar(&o.Camp, "camp", "", "the campaign of rows that name none")
	fs.StringVar(&o.Guide, "guide", "", "the guide of rows that name none: naspi or pension")
	fs.StringVar(&o.Batch, "batch", "", "the name of this run: letters of the same name get the same ids (default: the campaign's)")
	fs.StringVar(&o.shard, "shard", "1/1", "this machine's share, I/N: give every machine all rows and another I")
	fs.IntVar(&o.Part, "part", 1000, "rows in a PDF or an archive")
	fs.StringVar(&o.Issued, "today", "", "the day of issue of rows that name none, YYYY-MM-DD (default: the day when the folder is begun)")
	fs.Float64Var(&o.Rate, "preflight", 0.95, "the least share of codes that must be read back after simulated print; 0 tries none")
	fs.IntVar(&o.Sample, "sample", 24, "how many codes of the first part are tried, before anything is made; then one a part")
}

// memory is what a batch makes do with, bytes: on a busy machine the collector
// falls behind and garbage piles up. The numbers of a million letters take 16
// MB of it.
const memory = 72 << 20

var label = regexp.MustCompile(`^[A-Za-z0-9._-]{0,32}$`)

const batchHelp = `tokengen batch makes a campaign: for each row a signed link, its code and its pages.

  tokengen batch --in people.csv --out out --key key.pem --base https://guida.example/ --format svg,csv,pdf --camp 2026-11

A row is a letter: letter_id and the facts of tokengen sign; tokengen demo --rows 10 prints a table to start from.
What it writes into the folder:

  tokens.csv             the links: letter_id,channel,url,url_packed,qr_version,expires,url_base64
  rejected.csv           rows that were refused: row, field and why, never what they say
  manifest.json          counts and digests, for videoguida import-manifest
  SHA256SUMS             check the files with sha256sum -c SHA256SUMS
  svg-*.zip, png-*.zip   a picture a letter, in archives of a thousand; in folders with --zip=false
  blocks-*.pdf           what goes beside the text of a letter's first page, 180 by 50 mm, a page a letter
  sheets-*.pdf           A4 sheets for the same envelope, a page a letter

Killed or interrupted, the same command goes on where it was. docs/PRINT-HOUSE.md says which file a print house uses.
Whoever has these files can open the letters: the folder is for its owner only.
Exit status: 0 all rows were made, 1 some were refused or something failed, 2 wrong use.

`

func makeBatch(fs *flag.FlagSet, args []string, std cli.Std) error {
	var o campaign
	o.define(fs)
	fs.Usage = func() {
		io.WriteString(fs.Output(), batchHelp)
		fs.PrintDefaults()
	}
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	if err := o.check(); err != nil {
		return err
	}
	if err := o.equip(std.Now()); err != nil {
		return err
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memory)
	}
	in, size, err := openRows(o.in, std.In)
	if err != nil {
		return err
	}
	defer in.Close()
	m, err := o.run(in, size, std.Err)
	if err != nil {
		return explain(err)
	}
	return account(std.Out, o.Dir, m)
}

// needed checks the options that every run over rows has: those of must are
// there, and a batch without a name is its campaign.
func needed(camp string, batch *string, must ...string) error {
	if slices.Contains(must, "") {
		return cli.Use("--in, --out, --key and --base are needed")
	}
	*batch = cmp.Or(*batch, camp)
	if !label.MatchString(*batch) || !label.MatchString(camp) {
		return cli.Use("--camp and --batch are letters, digits, dots, hyphens and underscores, at most 32")
	}
	return nil
}

// check reads the options that are more than texts.
func (o *campaign) check() error {
	if err := needed(o.Camp, &o.Batch, o.in, o.Dir, o.key, o.Base); err != nil {
		return err
	}
	o.Base = strings.TrimSuffix(o.Base, "#")
	u, err := url.Parse(o.Base)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || strings.ContainsAny(o.Base, `",`) {
		return cli.Use("--base must be an address like https://guida.example/, without ? and what follows #")
	}
	if _, err := fmt.Sscanf(o.shard+"\n", "%d/%d\n", &o.Shard, &o.Shards); err != nil || o.Shard < 1 || o.Shard > o.Shards || o.Shards > 9999 {
		return cli.Use("--shard must be like 1/4: the first of four shares")
	}
	if _, err := dayOf(o.Issued, time.Time{}); err != nil {
		return err
	}
	if o.Part < 1 || o.Part > 5000 || o.Rate < 0 || o.Rate > 1 || o.Sample < 1 {
		return cli.Use("--part must be 1 to 5000, --preflight 0 to 1, --sample 1 or more")
	}
	if o.Guide != "" && o.Guide != "naspi" && o.Guide != "pension" {
		return cli.Use("--guide must be naspi or pension")
	}
	if o.Channels, err = words("channels", o.channels, "qr", "myinps", "io", "mobile"); err != nil {
		return err
	}
	o.Formats, err = words("format", o.formats, "csv", "svg", "png", "pdf")
	return err
}

// words reads a list of known words, each once, in the order that is known.
func words(name, list string, known ...string) (out []string, err error) {
	given := strings.Split(list, ",")
	for _, w := range known {
		if slices.Contains(given, w) {
			out = append(out, w)
		}
	}
	if len(out) != len(given) {
		return nil, cli.Use("--%s must be some of %s, with commas between", name, strings.Join(known, ","))
	}
	return out, nil
}

// equip gets the key and what letters are printed with.
func (o *campaign) equip(now time.Time) (err error) {
	key, kid, err := demoOrKey(o.key, now)
	if err != nil {
		return err
	}
	o.Kid, o.Signer = kid, signer{key, kid}
	if o.IDs, err = sign.JtiKey(key); err != nil {
		return err
	}
	o.Today, o.Words, o.Wear = now.UTC(), printedWords(o.Base), proof.Letter
	o.Type, err = letter.NewType(fonts.Regular, fonts.Bold)
	return err
}

// signer signs letters with a key.
type signer struct {
	key crypto.Signer
	kid string
}

// Sign implements batch.Signer.
func (s signer) Sign(c token.Claims) (string, error) { return sign.Sign(c, s.key, s.kid) }

// openRows opens the input and tells its size, 0 when it is not known.
func openRows(path string, stdin io.Reader) (io.ReadCloser, int64, error) {
	if path == "-" {
		return io.NopCloser(stdin), 0, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, 0, err
	}
	return f, info.Size(), nil
}

// counter tells how much was read.
type counter struct {
	io.Reader
	n atomic.Int64
}

// Read implements io.Reader.
func (c *counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n.Add(int64(n))
	return n, err
}

// run makes the batch; an interrupt lets it finish the parts under way.
func (o *campaign) run(in io.Reader, size int64, errw io.Writer) (manifest.Manifest, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	counted := &counter{Reader: in}
	flow, done := progress.StartFlow(errw, "batch", "letters", size), 0
	o.Progress = func(rows int) {
		done += rows
		flow.To(counted.n.Load(), done)
	}
	m, err := batch.Run(ctx, counted, o.Config)
	flow.Done(counted.n.Load(), done)
	return m, err
}

// explain says what to do about an error.
func explain(err error) error {
	switch {
	case errors.Is(err, context.Canceled):
		return errors.New("stopped; the same command goes on from here")
	case errors.Is(err, batch.ErrChanged):
		return fmt.Errorf("%w; give the rows as they were, or a new folder", err)
	case errors.Is(err, batch.ErrProof):
		return fmt.Errorf("%w; nothing more was made. A shorter --base makes coarser codes", err)
	}
	return err
}

// account says what was made, and fails when rows were refused.
func account(out io.Writer, dir string, m manifest.Manifest) error {
	fmt.Fprintf(out, "%d letters, %d tokens in %s", m.Letters, m.Tokens, dir)
	if m.Proof.Tried > 0 {
		fmt.Fprintf(out, "; %d of %d codes read back after simulated print", m.Proof.Read, m.Proof.Tried)
	}
	fmt.Fprintln(out)
	if m.Rejected > 0 {
		return fmt.Errorf("%d of %d rows were refused: %s says why", m.Rejected, m.Rows, filepath.Join(dir, "rejected.csv"))
	}
	return nil
}
