// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package notify tells people that their guide is there: by SMS, e-mail,
// MyINPS, App IO and INPS Mobile, from the same rows that letters are made of.
//
// E-mail goes out over SMTP and App IO messages over its API. SMS, MyINPS
// notices and push texts are handed over to the institute's gateways as JSON
// lines, a file per channel in the run's folder. Only MyINPS, App IO and INPS
// Mobile carry a link, since the person has logged in there; SMS and e-mail
// never do, and a text with anything like a link is refused.
//
// A run writes down what it is about to send and what came of it, so the same
// command goes on after any interruption and nobody is told twice. What was
// being sent when the machine died may have arrived: it is counted as
// uncertain and left alone, unless asked otherwise. Journal, report and errors
// name letters by a hash of their number and hold nothing about a person.
package notify

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"videoguida/tokengen/keyring"
	"videoguida/tokengen/rows"
)

// Channels are the ways to tell a person.
var Channels = []string{"sms", "email", "myinps", "io", "mobile"}

// Config is what a run needs.
type Config struct {
	Dir       string // the run's folder: journal, report, hand-over files
	Batch     string // the letters' batch: links get the ids of its tokens
	Channels  []string
	Base      string // the guide's address
	Signer    keyring.Signer
	IDs       []byte // the secret of the letters' ids, sign.JtiKey
	Words     Words
	Senders   map[string]Sender // what sends for each channel; nil tries without sending
	Rate      float64           // messages a second on each channel
	Workers   int               // messages under way on all channels together
	Uncertain bool              // send again what may have arrived
	Retry     Retry
	Progress  func(rows int) // called after each row; may be nil
	Now       func() time.Time
}

// Words returns the catalogs' texts for a person: by language, given name and
// the end of the guide, Unix s.
type Words func(lang, name string, exp int64) func(id string) string

// Sender sends messages of one channel. Its errors are Refused, Later, Unknown
// and Broken; any other is one that may pass.
type Sender interface {
	Send(ctx context.Context, m Message) error
}

// run is a run under way.
type run struct {
	Config
	journal *journal
	limits  map[string]*rate.Limiter
	mu      sync.Mutex // of what follows
	report  Report
	wrong   *csv.Writer
	broken  error
}

// job is one message to be.
type job struct {
	row     rows.Row
	channel string
}

// Run tells everybody in the rows. Its report is whole: what earlier runs of
// the same folder did is in it. An error means that not everybody was reached;
// the report is good anyway.
func Run(ctx context.Context, in *rows.Reader, c Config) (Report, error) {
	r := &run{Config: c, limits: map[string]*rate.Limiter{}, report: newReport(c)}
	for _, ch := range c.Channels {
		r.limits[ch] = rate.NewLimiter(rate.Limit(c.Rate), 1)
	}
	shut, err := r.open()
	if err != nil {
		return r.report, err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	jobs := make(chan job)
	var workers sync.WaitGroup
	for range c.Workers {
		workers.Go(func() {
			for j := range jobs {
				if err := r.one(ctx, j); err != nil {
					r.stop(err, cancel)
				}
			}
		})
	}
	err = r.feed(ctx, in, jobs)
	workers.Wait()
	return r.report, errors.Join(r.cause(err), shut())
}

// stop ends the run for everybody.
func (r *run) stop(err error, cancel context.CancelFunc) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.broken == nil && !errors.Is(err, context.Canceled) {
		r.broken = err
	}
	cancel()
}

// cause is why the run ended: what broke it, not that it was then cancelled.
func (r *run) cause(err error) error {
	if r.broken != nil {
		return r.broken
	}
	return err
}

// open opens the files of a run that sends; a run that does not writes none.
func (r *run) open() (shut func() error, err error) {
	if r.Senders == nil {
		r.journal, r.wrong = &journal{states: map[string]state{}}, csv.NewWriter(io.Discard)
		return func() error { return nil }, nil
	}
	if err := os.MkdirAll(r.Dir, 0o700); err != nil {
		return nil, err
	}
	if r.journal, err = openJournal(filepath.Join(r.Dir, "journal"), r.Batch); err != nil {
		return nil, err
	}
	rejected, err := os.OpenFile(filepath.Join(r.Dir, "rejected.csv"), os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return nil, errors.Join(err, r.journal.close())
	}
	r.wrong = csv.NewWriter(rejected)
	r.wrong.Write([]string{"row", "field", "code"})
	return func() error {
		r.wrong.Flush()
		return errors.Join(r.wrong.Error(), rejected.Close(), r.journal.close(), r.report.write(r.Dir))
	}, nil
}

// feed reads the rows and hands out what is to be sent.
func (r *run) feed(ctx context.Context, in *rows.Reader, jobs chan<- job) error {
	defer close(jobs)
	for {
		row, err := in.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		r.count(row)
		for _, ch := range r.Channels {
			if len(row.Bad) > 0 {
				break
			}
			select {
			case jobs <- job{row, ch}:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		if r.Progress != nil {
			r.Progress(1)
		}
	}
}

// count counts a row, and says what is wrong with it.
func (r *run) count(row rows.Row) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.report.Rows++
	if len(row.Bad) == 0 {
		r.report.Letters++
		return
	}
	r.report.Rejected++
	for _, b := range row.Bad {
		r.wrong.Write([]string{strconv.Itoa(row.Number), b.Field, b.Code})
	}
}

// one tells one person one way, unless that was done before.
func (r *run) one(ctx context.Context, j job) error {
	id := messageID(r.Batch, j.row.Letter, j.channel)
	before := r.journal.state(id)
	switch {
	case before == sent, before == refused:
		r.tally(j, before)
		return nil
	case before == try && !r.Uncertain && !exactly[j.channel]:
		r.tally(j, uncertain)
		return nil
	case to(j.row.Contact, j.channel) == "":
		r.tally(j, absent)
		return nil
	}
	m, err := r.compose(j, id)
	if err == nil && r.Senders != nil {
		err = r.send(ctx, m)
	}
	after, err := r.judge(ctx, id, err)
	if after != "" {
		r.tally(j, after)
	}
	return err
}

// exactly are the channels whose hand-over tells by itself what is there.
var exactly = map[string]bool{"sms": true, "myinps": true, "mobile": true}

// send sends a message, as often as it takes.
func (r *run) send(ctx context.Context, m Message) error {
	if err := r.limits[m.Channel].Wait(ctx); err != nil {
		return context.Canceled
	}
	if err := r.journal.add(m.ID, try, ""); err != nil {
		return Broken{err}
	}
	return r.Retry.do(ctx, func() error { return r.Senders[m.Channel].Send(ctx, m) })
}

// judge turns what came of a message into its state. An error ends the run.
func (r *run) judge(ctx context.Context, id string, err error) (state, error) {
	var no Refused
	var broken Broken
	switch {
	case err == nil && r.Senders == nil:
		return ready, nil
	case err == nil:
		return sent, r.journal.add(id, sent, "")
	case errors.As(err, &no) && r.Senders == nil:
		return refused, nil
	case errors.As(err, &no):
		return refused, r.journal.add(id, refused, no.Code)
	case errors.As(err, new(Unknown)):
		return uncertain, nil // the journal's last word is try
	case errors.As(err, &broken):
		return "", errors.Join(err, r.journal.add(id, failed, "broken"))
	case ctx.Err() != nil:
		return "", context.Canceled
	}
	return failed, r.journal.add(id, failed, "retries")
}

// tally counts what came of a message.
func (r *run) tally(j job, s state) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.report.add(j.row.Claims.Camp, j.channel, j.row.Claims.Guide, s)
}

// ErrUnfinished means that some people were not reached.
var ErrUnfinished = errors.New("not everybody was reached")

// Left says how much is left to do after a run, nil when nothing.
func (r Report) Left() error {
	var failed, uncertain int
	for _, c := range r.Counts {
		failed, uncertain = failed+c.Failed, uncertain+c.Uncertain
	}
	if failed+uncertain == 0 {
		return nil
	}
	return fmt.Errorf("%w: %d failed, which the same command tries again; %d may have arrived, which --resend-uncertain sends again", ErrUnfinished, failed, uncertain)
}
