// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/mail"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"text/tabwriter"
	"time"

	"videoguida/cmd/internal/cli"
	"videoguida/cmd/internal/progress"
	"videoguida/player/facts"
	"videoguida/player/l10n"
	"videoguida/tokengen/keyring"
	"videoguida/tokengen/notify"
	"videoguida/tokengen/rows"
	"videoguida/tokengen/sign"
)

// notice is the options of notify.
type notice struct {
	notify.Config
	in, key, channels, camp, guide string
	smtp, from, user, passwordFile string
	plain                          bool
	ioURL, ioKeyFile, ioCodes      string
	send                           bool
	close                          []io.Closer
}

func (o *notice) define(fs *flag.FlagSet) {
	fs.StringVar(&o.in, "in", "", "the rows of the letters, as for batch, with the columns email, phone, recipient; - is standard input")
	fs.StringVar(&o.Dir, "out", "", "the folder of this run: journal, report, hand-over files")
	fs.StringVar(&o.key, "key", "", "the folder of the keys, or the private key file")
	fs.StringVar(&o.Base, "base", "", "the guide's address, https://…/")
	fs.StringVar(&o.channels, "channels", "sms,email,myinps,io,mobile", "how people are told")
	fs.StringVar(&o.Batch, "batch", "", "the letters' batch, as for tokengen batch (default: the campaign's)")
	fs.StringVar(&o.camp, "camp", "", "the campaign of rows that name none")
	fs.StringVar(&o.guide, "guide", "", "the guide of rows that name none: naspi or pension")
	fs.BoolVar(&o.send, "send", false, "tell people; without it everything is tried and nothing leaves")
	fs.Float64Var(&o.Rate, "rate", 10, "messages a second on each channel, at most")
	fs.IntVar(&o.Workers, "workers", 4, "messages under way at once")
	fs.BoolVar(&o.Uncertain, "resend-uncertain", false, "send again what may have arrived when a run died")
	fs.StringVar(&o.smtp, "smtp", "", "the mail server, host:port")
	fs.StringVar(&o.from, "from", "", `the sender of e-mail, "INPS <avvisi@…>"`)
	fs.StringVar(&o.user, "smtp-user", "", "the user of the mail server")
	fs.StringVar(&o.passwordFile, "smtp-password", "", "the file with its password")
	fs.BoolVar(&o.plain, "smtp-plain", false, "without TLS, for a relay on this machine")
	fs.StringVar(&o.ioURL, "io", "https://api.io.pagopa.it/api/v1", "the API of App IO")
	fs.StringVar(&o.ioKeyFile, "io-key", "", "the file with its subscription key")
	fs.StringVar(&o.ioCodes, "io-codes", "", "a table recipient,fiscal_code: by what App IO knows the recipients")
}

func notifyPeople(fs *flag.FlagSet, args []string, std cli.Std) error {
	o := notice{Config: notify.Config{Now: std.Now}}
	o.define(fs)
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	if err := o.check(); err != nil {
		return err
	}
	defer o.shut()
	if err := o.equip(); err != nil {
		return err
	}
	report, err := o.run(std)
	if err != nil {
		err = explainNotice(err)
	}
	return errors.Join(table(std.Out, report, o.send), err, left(report, o.send))
}

func (o *notice) check() (err error) {
	if err = needed(o.camp, &o.Batch, o.in, o.Dir, o.key, o.Base); err != nil {
		return err
	}
	if o.Channels, err = words("channels", o.channels, notify.Channels...); err != nil {
		return err
	}
	has := func(ch string) bool { return o.send && slices.Contains(o.Channels, ch) }
	switch {
	case !(o.Rate > 0) || o.Workers < 1 || o.Workers > 64:
		return cli.Use("--rate must be above 0, --workers 1 to 64")
	case has("email") && (o.smtp == "" || o.from == ""):
		return cli.Use("e-mail needs --smtp and --from, or leave email out of --channels")
	case has("io") && (o.ioKeyFile == "" || o.ioCodes == ""):
		return cli.Use("App IO needs --io-key and --io-codes, or leave io out of --channels")
	}
	return nil
}

// equip gets the key, the words and what sends.
func (o *notice) equip() (err error) {
	if o.Signer, err = keyring.Open(o.key, o.Now()); err != nil {
		return err
	}
	if o.IDs, err = sign.JtiKey(o.Signer); err != nil {
		return err
	}
	o.Words, o.Retry = noticeWords, notify.Usual
	if !o.send {
		return nil
	}
	if err := os.MkdirAll(o.Dir, 0o700); err != nil {
		return err
	}
	o.Senders = map[string]notify.Sender{}
	for _, ch := range o.Channels {
		if err := o.connect(ch); err != nil {
			return err
		}
	}
	return nil
}

// connect makes what sends for a channel.
func (o *notice) connect(ch string) error {
	switch ch {
	case "email":
		m, err := o.mailer()
		if err == nil {
			o.Senders[ch], o.close = m, append(o.close, m)
		}
		return err
	case "io":
		s, err := o.appIO()
		o.Senders[ch] = s
		return err
	}
	box, err := notify.OpenOutbox(filepath.Join(o.Dir, ch+".jsonl"))
	if err == nil {
		o.Senders[ch], o.close = box, append(o.close, box)
	}
	return err
}

func (o *notice) mailer() (*notify.Mailer, error) {
	host, port, err := net.SplitHostPort(o.smtp)
	n, err2 := strconv.Atoi(port)
	if err != nil || err2 != nil {
		return nil, cli.Use("--smtp must be like mail.example:587")
	}
	if o.plain && !net.ParseIP(host).IsLoopback() && host != "localhost" {
		return nil, cli.Use("--smtp-plain is for a relay on this machine: addresses would travel in the clear")
	}
	from, err := mail.ParseAddress(o.from)
	if err != nil {
		return nil, cli.Use(`--from must be like "INPS <avvisi@inps.example>"`)
	}
	m := notify.Mail{Host: host, Port: n, From: *from, User: o.user, Plain: o.plain, Connections: o.Workers, Now: o.Now}
	if o.passwordFile != "" {
		if m.Password, err = secretFile(o.passwordFile); err != nil {
			return nil, err
		}
	}
	return notify.NewMailer(m)
}

func (o *notice) appIO() (*notify.IO, error) {
	key, err := secretFile(o.ioKeyFile)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(o.ioCodes)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	codes, err := notify.ReadCodes(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", o.ioCodes, err)
	}
	return &notify.IO{URL: strings.TrimRight(o.ioURL, "/"), Key: key, Codes: codes, HTTP: &http.Client{Timeout: 30 * time.Second}}, nil
}

// secretFile reads a password that only its owner can read.
func secretFile(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	if info.Mode().Perm()&0o077 != 0 {
		return "", fmt.Errorf("%s can be read by others: chmod 600 %s", path, path)
	}
	data, err := os.ReadFile(path)
	return strings.TrimSpace(string(data)), err
}

// noticeWords are the catalogs' words for a person.
func noticeWords(lang, name string, exp int64) func(id string) string {
	c := l10n.Lookup(lang)
	f := facts.Set{"nome": {Kind: facts.Text, S: name}, "scadenzaGuida": {Kind: facts.Date, N: exp / 86400}}
	return func(id string) string { return c.Text(id, f) }
}

// run tells everybody; an interrupt lets it finish what is under way.
func (o *notice) run(std cli.Std) (notify.Report, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	in, size, err := openRows(o.in, std.In)
	if err != nil {
		return notify.Report{}, err
	}
	defer in.Close()
	counted := &counter{Reader: in}
	reader, err := rows.NewReader(counted, rows.Options{Today: o.Now().UTC(), Camp: o.camp, Guide: o.guide})
	if err != nil {
		return notify.Report{}, err
	}
	var done atomic.Int64
	flow := progress.StartFlow(std.Err, "notify", "people", size)
	o.Progress = func(n int) { flow.To(counted.n.Load(), int(done.Add(int64(n)))) }
	report, err := notify.Run(ctx, reader, o.Config)
	flow.Done(counted.n.Load(), int(done.Load()))
	return report, err
}

func (o *notice) shut() {
	for _, c := range o.close {
		c.Close()
	}
}

func explainNotice(err error) error {
	if errors.Is(err, context.Canceled) {
		return errors.New("stopped; the same command goes on from here")
	}
	return err
}

// table prints what came of it.
func table(out io.Writer, r notify.Report, sent bool) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "channel\tguide\tcampaign\tready\tsent\trefused\tfailed\tuncertain\tno contact\n")
	for _, c := range r.Counts {
		fmt.Fprintf(w, "%s\t%s\t%s\t%d\t%d\t%d\t%d\t%d\t%d\n", c.Channel, c.Guide, c.Camp, c.Ready, c.Tokens, c.Refused, c.Failed, c.Uncertain, c.Absent)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if !sent {
		fmt.Fprintln(out, "nothing was sent: add --send to tell people")
	}
	return nil
}

// left says what is left to do, or wrong with the rows.
func left(r notify.Report, sent bool) error {
	if r.Rejected > 0 && sent {
		return errors.Join(fmt.Errorf("%d of %d rows were refused: rejected.csv says why", r.Rejected, r.Rows), r.Left())
	}
	if r.Rejected > 0 {
		return fmt.Errorf("%d of %d rows would be refused: tokengen batch says why", r.Rejected, r.Rows)
	}
	return r.Left()
}
