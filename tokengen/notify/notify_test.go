// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package notify

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"videoguida/tokengen/keyring"
	"videoguida/tokengen/manifest"
	"videoguida/tokengen/pack"
	"videoguida/tokengen/rows"
	"videoguida/tokengen/sign"
	"videoguida/tokengen/token"
)

var (
	key    = ed25519.NewKeyFromSeed([]byte("the seed of a key for tests only"))
	secret = []byte("the secret of the ids of letters")
	quick  = Retry{Times: 3, First: time.Millisecond, Most: time.Millisecond, Longest: 3 * time.Second}
)

// people are n rows, all contacts given; every second one is a pension.
func people(n int) string {
	var b strings.Builder
	for i := range n {
		contact := fmt.Sprintf(`"phone":"+390000%06d","email":"p%d@posta.example","recipient":"r-%d"`, i, i, i)
		if i%2 == 0 {
			fmt.Fprintf(&b, `{"letter_id":"L-%d","guide":"naspi","name":"Ermenegilda","applied":"2026-11-15","start":"2026-11-18","days":364,"monthly":"1144.71","calc":"soglia","year":2026,%s}`+"\n", i, contact)
		} else {
			fmt.Fprintf(&b, `{"letter_id":"L-%d","guide":"pension","name":"Ermenegilda","fund":"private","start":"2026-11-01","method":"misto","gross":"1512.30","net":"1272.15",%s}`+"\n", i, contact)
		}
	}
	return b.String()
}

// words are texts like the catalogs', which the command holds the real ones to.
func words(lang, name string, _ int64) func(string) string {
	long := strings.Repeat("Ti spieghiamo quanto ricevi, quando e che cosa fare. ", 2)
	return func(id string) string {
		switch id {
		case "mail-1":
			return "Ciao " + name + ","
		case "myinps-x":
			return long
		case "mobile-push":
			return "INPS: hai un nuovo avviso."
		}
		return "Testo di " + id + " in " + lang + "."
	}
}

// today is the time at which the tests happen.
func today() time.Time { return time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC) }

func config(t *testing.T, senders map[string]Sender, channels ...string) Config {
	t.Helper()
	return Config{
		Dir: filepath.Join(t.TempDir(), "out"), Batch: "2026-11", Channels: channels, Base: "https://guida.example/",
		Signer: keyring.Signer{Kid: "k1", Signer: key}, IDs: secret, Words: words, Senders: senders,
		Rate: 1e6, Workers: 3, Retry: quick, Now: today,
	}
}

func reader(t *testing.T, text string) *rows.Reader {
	t.Helper()
	in, err := rows.NewReader(strings.NewReader(text), rows.Options{Today: today(), Camp: "c1"})
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// post is a sender that remembers, and answers as it is told.
type post struct {
	mu   sync.Mutex
	sent []Message
	say  func(m Message, n int) error // n counts the calls
	n    int
}

func (p *post) Send(_ context.Context, m Message) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.n++
	if p.say != nil {
		if err := p.say(m, p.n); err != nil {
			return err
		}
	}
	p.sent = append(p.sent, m)
	return nil
}

// sums adds a report's counts up: sent, refused, failed, uncertain, absent, ready.
func sums(r Report) (s [6]int) {
	for _, c := range r.Counts {
		for i, n := range []int{c.Tokens, c.Refused, c.Failed, c.Uncertain, c.Absent, c.Ready} {
			s[i] += n
		}
	}
	return s
}

// TestEverybodyOnce: each person is told once on each channel, however often
// the same command runs; the links open and can be called back by the letter.
func TestEverybodyOnce(t *testing.T) {
	p := &post{}
	c := config(t, map[string]Sender{"sms": p, "email": p, "myinps": p, "io": p, "mobile": p}, Channels...)
	for range 2 {
		r, err := Run(t.Context(), reader(t, people(4)+`{"letter_id":"L-9","guide":"naspi"}`+"\n"), c)
		if err != nil || sums(r) != [6]int{20} || r.Rows != 5 || r.Rejected != 1 || r.Tokens != 20 {
			t.Fatalf("%v %+v", err, r)
		}
	}
	if len(p.sent) != 20 {
		t.Errorf("%d messages for 4 people on 5 channels", len(p.sent))
	}
	set := token.Trust{Page: sign.JWKS(sign.Published{Kid: "k1", Public: key.Public().(ed25519.PublicKey)})}
	links := 0
	for _, m := range p.sent {
		if (m.Channel == "sms" || m.Channel == "email") != (m.Link == "") {
			t.Errorf("%s has link %v", m.Channel, m.Link != "")
		}
		if m.Link == "" {
			continue
		}
		links++
		jwt, err := pack.Unpack(strings.TrimPrefix(m.Link, "https://guida.example/#"))
		if err != nil {
			t.Fatal(err)
		}
		claims, err := set.Open(jwt, today().Unix())
		letter := strings.Replace(m.To, "r-", "L-", 1)
		if err != nil || claims.Ch != m.Channel || claims.Jti != sign.LetterJti(secret, "2026-11", letter, m.Channel) {
			t.Errorf("%s: %v %+v", m.Channel, err, claims)
		}
	}
	if links != 12 {
		t.Errorf("%d links", links)
	}
}

// TestReportIsAManifest: what imports manifests reads the report.
func TestReportIsAManifest(t *testing.T) {
	p := &post{}
	c := config(t, map[string]Sender{"email": p, "io": p}, "email", "io")
	if _, err := Run(t.Context(), reader(t, people(3)), c); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(c.Dir, "notices.json"))
	if err != nil {
		t.Fatal(err)
	}
	m, err := manifest.Read(bytes.NewReader(data))
	if err != nil || m.MadeBy != "notify" || m.Batch != "2026-11" || m.Tokens != 6 {
		t.Fatalf("%v %+v", err, m)
	}
	want := []manifest.Count{{"c1", "email", "naspi", 2}, {"c1", "email", "pension", 1}, {"c1", "io", "naspi", 2}, {"c1", "io", "pension", 1}}
	if d := cmp.Diff(want, m.Counts); d != "" {
		t.Error(d)
	}
}

// TestOutcomes: refused once is refused for good, failed is tried again, what
// may have arrived is left alone unless asked, a missing contact is counted.
func TestOutcomes(t *testing.T) {
	var once sync.Map
	p := &post{say: func(m Message, _ int) error {
		_, again := once.LoadOrStore(m.To, true)
		switch m.To {
		case "p0@posta.example":
			return Refused{"email-rejected"}
		case "p1@posta.example":
			return Unknown{errors.New("no answer")}
		case "p2@posta.example":
			return errors.New("down")
		case "p3@posta.example":
			if !again {
				return Later{Err: errors.New("busy")}
			}
		}
		return nil
	}}
	text := strings.Replace(people(6), `"email":"p4@posta.example",`, "", 1)
	c := config(t, map[string]Sender{"email": p}, "email")
	r, err := Run(t.Context(), reader(t, text), c)
	if err != nil || sums(r) != [6]int{2, 1, 1, 1, 1} || !errors.Is(r.Left(), ErrUnfinished) {
		t.Errorf("%v %+v, left %v", err, r.Counts, r.Left())
	}
	if p.n != 1+1+quick.Times+2+1 {
		t.Errorf("%d attempts", p.n)
	}
	p.n, p.say = 0, nil
	if r, err = Run(t.Context(), reader(t, text), c); err != nil || sums(r) != [6]int{3, 1, 0, 1, 1} || p.n != 1 {
		t.Errorf("again: %v %+v, %d attempts", err, r.Counts, p.n)
	}
	c.Uncertain = true
	if r, err = Run(t.Context(), reader(t, text), c); err != nil || sums(r) != [6]int{4, 1, 0, 0, 1} || r.Left() != nil {
		t.Errorf("with the uncertain: %v %+v, %v", err, r.Counts, r.Left())
	}
}

// TestDryRun: without senders everything is tried and nothing is left behind.
func TestDryRun(t *testing.T) {
	c := config(t, nil, Channels...)
	r, err := Run(t.Context(), reader(t, people(4)), c)
	if err != nil || sums(r) != [6]int{5: 20} {
		t.Errorf("%v %+v", err, r.Counts)
	}
	if _, err := os.Stat(c.Dir); !errors.Is(err, os.ErrNotExist) {
		t.Error("a folder was made")
	}
	c.Words = func(lang, name string, exp int64) func(string) string {
		say := words(lang, name, exp)
		return func(id string) string { return say(id) + " www.inps.it" }
	}
	if r, _ = Run(t.Context(), reader(t, people(4)), c); sums(r) != [6]int{1: 12, 5: 8} {
		t.Errorf("texts with links: %+v", r.Counts)
	}
}

// TestRate: each channel goes at its own pace, and not faster.
func TestRate(t *testing.T) {
	c := config(t, map[string]Sender{"sms": &post{}, "io": &post{}}, "sms", "io")
	c.Rate = 50
	began := time.Now()
	if r, err := Run(t.Context(), reader(t, people(11)), c); err != nil || sums(r) != [6]int{22} {
		t.Fatalf("%v %+v", err, r.Counts)
	}
	if took := time.Since(began); took < 200*time.Millisecond {
		t.Errorf("eleven messages at fifty a second took %v", took)
	}
}

// TestBroken: a wrong password ends the run at once, and the next one goes on.
func TestBroken(t *testing.T) {
	p := &post{say: func(Message, int) error { return Broken{errors.New("our key is refused")} }}
	c := config(t, map[string]Sender{"io": p}, "io")
	c.Workers = 1
	_, err := Run(t.Context(), reader(t, people(500)), c)
	if err == nil || !strings.Contains(err.Error(), "our key is refused") || p.n > 3 {
		t.Errorf("%v after %d attempts", err, p.n)
	}
	p.say = nil
	if r, err := Run(t.Context(), reader(t, people(500)), c); err != nil || sums(r) != [6]int{500} {
		t.Errorf("%v %+v", err, r.Counts)
	}
}

// TestKilled: a run that dies anywhere, journal cut in the middle of a line
// included, loses nobody; only who was being told may be uncertain.
func TestKilled(t *testing.T) {
	p := &post{}
	c := config(t, map[string]Sender{"email": p}, "email")
	ctx, cancel := context.WithCancel(t.Context())
	p.say = func(_ Message, n int) error {
		if n == 40 {
			cancel()
		}
		return nil
	}
	if _, err := Run(ctx, reader(t, people(100)), c); err == nil {
		t.Fatal("the run was not stopped")
	}
	path := filepath.Join(c.Dir, "journal")
	data, _ := os.ReadFile(path)
	for _, cut := range []int{0, 3, 20, len(journalMagic + "2026-11\n")} {
		p.mu.Lock()
		told := len(p.sent)
		p.mu.Unlock()
		whole := data[:len(data)-cut]
		if cut == len(journalMagic+"2026-11\n") {
			whole = data[:cut+200]
		}
		os.WriteFile(path, whole, 0o600)
		p.say = nil
		before := len(p.sent)
		r, err := Run(t.Context(), reader(t, people(100)), c)
		s := sums(r)
		if err != nil || s[0]+s[3] != 100 || s[3] > c.Workers {
			t.Errorf("cut by %d: %v %+v, told %d before", cut, err, s, told)
		}
		p.sent = p.sent[:before]
	}
}

func TestOneRunAtATime(t *testing.T) {
	c := config(t, map[string]Sender{"sms": &post{}}, "sms")
	os.MkdirAll(c.Dir, 0o700)
	j, err := openJournal(filepath.Join(c.Dir, "journal"), "2026-11")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Run(t.Context(), reader(t, people(1)), c); err == nil || !strings.Contains(err.Error(), "another run is at it") {
		t.Errorf("two runs in one folder: %v", err)
	}
	j.close()
	c.Batch = "2026-12"
	if _, err := Run(t.Context(), reader(t, people(1)), c); err == nil || !strings.Contains(err.Error(), "journal of another batch") {
		t.Errorf("two batches in one folder: %v", err)
	}
}

// TestOutbox: a hand-over file holds each message once, whatever happened
// between its line and the journal's.
func TestOutbox(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sms.jsonl")
	for range 2 {
		o, err := OpenOutbox(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range []string{"a", "b", "a"} {
			if err := o.Send(t.Context(), Message{ID: id, Channel: "sms", To: "+390000", Text: "è <qui>"}); err != nil {
				t.Fatal(err)
			}
		}
		o.Close()
		f, _ := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
		f.WriteString(`{"id":"c","chan`) // killed in the middle of a line
		f.Close()
	}
	o, err := OpenOutbox(path)
	if err != nil {
		t.Fatal(err)
	}
	o.Close()
	data, _ := os.ReadFile(path)
	if n := strings.Count(string(data), "\n"); n != 2 || !strings.Contains(string(data), "è <qui>") || strings.Contains(string(data), `"c"`) {
		t.Errorf("%d lines: %s", n, data)
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %o", info.Mode().Perm())
	}
}

// telling matches a recipient, a letter or a token, as whole words: their pieces
// may come by chance in a hash.
var telling = regexp.MustCompile(`\b(r-\d+|L-\d+|eyJ[A-Za-z0-9_-]{17,})\b`)

// TestNothingPersonalIsKept: journal, report and refusals hold no name, contact
// or link; the hand-over files, which must, are their owner's alone.
func TestNothingPersonalIsKept(t *testing.T) {
	c := config(t, map[string]Sender{"email": &post{say: func(Message, int) error { return Refused{"email-rejected"} }}, "io": &post{}}, "email", "io")
	bad := strings.Replace(people(1), `"L-0"`, `"L-7","iban":"canary"`, 1)
	if _, err := Run(t.Context(), reader(t, people(3)+bad), c); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"journal", "notices.json", "rejected.csv"} {
		path := filepath.Join(c.Dir, name)
		data, err := os.ReadFile(path)
		info, _ := os.Stat(path)
		if err != nil || info.Mode().Perm() != 0o600 || len(data) == 0 {
			t.Errorf("%s: %v, mode %o", name, err, info.Mode().Perm())
		}
		for _, s := range []string{"Ermenegilda", "posta.example", "+390000", "1144.71", "guida.example", "canary"} {
			if strings.Contains(string(data), s) {
				t.Errorf("%s holds %q", name, s)
			}
		}
		if told := telling.FindString(string(data)); told != "" {
			t.Errorf("%s holds %q", name, told)
		}
	}
}

func TestMessageJSON(t *testing.T) {
	p := &post{}
	if _, err := Run(t.Context(), reader(t, people(1)), config(t, map[string]Sender{"mobile": p}, "mobile")); err != nil {
		t.Fatal(err)
	}
	data, _ := json.Marshal(p.sent[0])
	var m map[string]any
	json.Unmarshal(data, &m)
	for _, name := range []string{"id", "channel", "to", "lang", "subject", "text", "push", "button", "link", "expires"} {
		if m[name] == nil || m[name] == "" {
			t.Errorf("a notice has no %s", name)
		}
	}
	if _, err := base64.RawURLEncoding.DecodeString(strings.TrimPrefix(m["link"].(string), "https://guida.example/#p")); err != nil {
		t.Errorf("the link is not the short form: %v", err)
	}
}
