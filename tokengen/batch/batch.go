// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package batch makes a campaign: from rows to signed links, codes and pages.
//
// The rows are read once and in order, never all at a time. They are cut into
// parts; each worker makes whole parts (sign, pack, draw, lay out), and the
// parts enter the folder in order. A journal has a line for each part that is
// in the folder whole. After a kill the same command reads the rows again,
// compares those of finished parts with what the journal remembers of them, and
// goes on behind them: everything it writes depends on the rows, the key and
// the options alone, the day of issue being among the journal's options.
//
//	tokens.csv      letter_id,channel,url,url_packed,qr_version,expires,url_base64
//	rejected.csv    row,letter_id,field,code: what was wrong, without the values
//	manifest.json   counts and digests (package manifest); there once all is done
//	SHA256SUMS      the digests of all files, as sha256sum -c reads them
//	svg-00001.zip, png-00001.zip            a picture a letter; or svg/00001/ID.svg, png/00001/ID.png
//	blocks-00001.pdf, sheets-00001.pdf      a page a letter, in the rows' order
//
// url holds the token as it is, url_packed what the code says, url_base64 the
// same for who draws codes with a program that does not mix digits and text.
// All of it opens somebody's guide: the folder is for its owner only.
package batch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"time"

	"videoguida/tokengen/letter"
	"videoguida/tokengen/manifest"
	"videoguida/tokengen/proof"
	"videoguida/tokengen/rows"
	"videoguida/tokengen/token"
)

// Signer signs the claims of a letter and checks that what it signed verifies.
// It is called from several goroutines.
type Signer interface {
	Sign(token.Claims) (jwt string, err error)
}

// Options are what the files depend on besides the rows. A folder keeps those
// it was begun with.
type Options struct {
	Batch    string   `json:"batch"`
	Camp     string   `json:"camp"`  // of rows that name none
	Guide    string   `json:"guide"` // of rows that name none
	Base     string   `json:"base"`  // the guide's address, without #
	Kid      string   `json:"kid"`
	Channels []string `json:"channels"` // qr, myinps, io, mobile
	Formats  []string `json:"formats"`  // csv, svg, png, pdf
	Zip      bool     `json:"zip"`      // pictures in an archive a part
	Shard    int      `json:"shard"`    // 1 to Shards
	Shards   int      `json:"shards"`
	Part     int      `json:"part"`   // rows
	Issued   string   `json:"issued"` // YYYY-MM-DD; empty: the folder's, or Config.Today
}

// Config is all that a run needs.
type Config struct {
	Options
	Dir      string
	Today    time.Time
	Signer   Signer
	IDs      []byte // sign.JtiKey's
	Type     *letter.Type
	Words    func(lang string, exp int64) letter.Words
	Wear     proof.Wear
	Sample   int     // codes of the first part that are worn and read back, and then one a part
	Rate     float64 // below it the batch is refused; 0: no code is tried
	Workers  int     // 0: one a processor
	Progress func(rows int)
}

// Errors of Run that are no failures of the machine.
var (
	// ErrOther means that the folder holds another batch.
	ErrOther = errors.New("batch: the folder holds another batch")
	// ErrChanged means that rows changed since a part was made from them.
	ErrChanged = errors.New("batch: the rows are not those that the folder was begun with")
	// ErrProof means that too few codes could be read back.
	ErrProof = errors.New("batch: too few codes could be read after simulated print")
)

// Run makes the batch of the rows of in, or what is missing of it, and returns
// its account. Refused rows are no error: see Manifest.Rejected. When ctx ends,
// the parts under way are finished.
func Run(ctx context.Context, in io.Reader, c Config) (manifest.Manifest, error) {
	f, err := open(c.Dir, c.Options, c.Today)
	if err != nil {
		return manifest.Manifest{}, err
	}
	defer f.close()
	c.Options = f.journal.head.Options
	today, err := time.Parse(time.DateOnly, c.Issued)
	if err != nil {
		return manifest.Manifest{}, fmt.Errorf("%w: its journal has no day", ErrOther)
	}
	r, err := rows.NewReader(in, rows.Options{Today: today, Camp: c.Camp, Guide: c.Guide})
	if err != nil {
		return manifest.Manifest{}, err
	}
	if c.Workers == 0 {
		c.Workers = runtime.GOMAXPROCS(0)
	}
	if err := run(ctx, &feed{rows: r, options: c.Options, complete: f.complete}, f, &c); err != nil {
		return manifest.Manifest{}, err
	}
	return f.finish()
}

// run passes parts from the feed over the workers into the folder, in order.
func run(ctx context.Context, in *feed, f *folder, c *Config) error {
	if err := in.skip(f.journal.parts, c.progress); err != nil {
		return err
	}
	if err := f.clean(); err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	todo, order := make(chan job), make(chan chan made, c.Workers)
	for range c.Workers {
		go work(todo, c)
	}
	var fed error
	go func() {
		defer close(order)
		defer close(todo)
		fed = in.parts(ctx, len(f.journal.parts), todo, order)
	}()
	var failed error
	for result := range order {
		m := <-result
		if failed == nil {
			failed = f.commit(m, c.Rate)
		}
		if failed != nil {
			m.drop()
			cancel()
			continue
		}
		c.progress(m.entry.Rows)
	}
	if failed != nil {
		return failed
	}
	return fed
}

func (c *Config) progress(rows int) {
	if c.Progress != nil {
		c.Progress(rows)
	}
}
