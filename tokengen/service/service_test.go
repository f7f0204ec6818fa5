// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package service

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"videoguida/tokengen/keyring"
	"videoguida/tokengen/pack"
	"videoguida/tokengen/sign"
	"videoguida/tokengen/token"
)

// Letters of the tests. What must never be written down is in them, in values
// that no hash, time or meter takes by chance.
const (
	canaryName   = "Ermenegilda"
	canaryAmount = "1144.71"
	naspiRow     = `{"letter_id":"L-0001","guide":"naspi","name":"Ermenegilda","applied":"2026-11-15","start":"2026-11-18","days":364,` +
		`"monthly":"1144.71","calc":"soglia","year":2026}`
	pensionRow = `{"letter_id":"L-0002","guide":"pension","name":"Ermenegilda","fund":"private","start":"2026-11-01","method":"misto",` +
		`"gross":"1512.30","net":"1272.15","taxed":true,"red":"none"}`
)

// book is what a service writes down, safe to read while it runs.
type book struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *book) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *book) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// entries are the audit's lines.
func (b *book) entries(t *testing.T) (all []Entry) {
	t.Helper()
	for line := range strings.Lines(b.String()) {
		var e Entry
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		all = append(all, e)
	}
	return all
}

// today is the time at which the tests happen.
func today() time.Time { return time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC) }

// running is a service that answers on a port of this machine.
type running struct {
	*Service
	t          *testing.T
	dir, url   string
	bearer     string
	audit, log *book
	end        func() error // what SIGTERM does; returns when all is over
	drain      Drain
}

// start runs a service; change may alter its configuration before.
func start(t *testing.T, change func(c *Config)) *running {
	t.Helper()
	return startDraining(t, change, Drain{Notice: 10 * time.Millisecond, Whole: 5 * time.Second})
}

// startDraining is start with another end.
func startDraining(t *testing.T, change func(c *Config), drain Drain) *running {
	t.Helper()
	r := &running{t: t, dir: t.TempDir(), audit: &book{}, log: &book{}, drain: drain}
	if _, err := sign.NewKey(filepath.Join(r.dir, "key.pem")); err != nil {
		t.Fatal(err)
	}
	bearer, line, err := NewClient("printer", strings.NewReader(strings.Repeat("not random at all ", 2)))
	if err != nil {
		t.Fatal(err)
	}
	r.bearer = bearer
	r.write("clients", "# who may ask\n"+line+" 100000\ncrm cert crm.example\n")
	c := Config{
		Base: "https://guida.example/", Key: filepath.Join(r.dir, "key.pem"), Clients: filepath.Join(r.dir, "clients"),
		Audit: r.audit, Log: slog.New(slog.NewTextHandler(r.log, nil)), Now: today,
	}
	if change != nil {
		change(&c)
	}
	if r.Service, err = New(c); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	r.url = "http://" + l.Addr().String()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- r.Serve(ctx, l, r.drain) }()
	r.end = sync.OnceValue(func() error { cancel(); return <-done })
	t.Cleanup(func() {
		if err := r.end(); err != nil {
			t.Error(err)
		}
	})
	return r
}

func (r *running) write(name, text string) {
	r.t.Helper()
	if err := os.WriteFile(filepath.Join(r.dir, name), []byte(text), 0o600); err != nil {
		r.t.Fatal(err)
	}
}

// request builds a request of a client that is let in.
func (r *running) request(method, path, media, body string) *http.Request {
	r.t.Helper()
	q, err := http.NewRequest(method, r.url+path, strings.NewReader(body))
	if err != nil {
		r.t.Fatal(err)
	}
	if media != "" {
		q.Header.Set("Content-Type", media)
	}
	q.Header.Set("Authorization", "Bearer "+r.bearer)
	return q
}

// send sends a request, holds both sides against the document and returns the
// answer's status and body.
func (r *running) send(q *http.Request) (*http.Response, string) {
	r.t.Helper()
	answer, err := http.DefaultClient.Do(q)
	if err != nil {
		r.t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		r.t.Fatal(err)
	}
	holdAnswer(r.t, q, answer, body)
	return answer, string(body)
}

func (r *running) post(path, body string) (*http.Response, string) {
	r.t.Helper()
	q := r.request("POST", path, "application/json", body)
	holdRequest(r.t, q)
	return r.send(q)
}

// TestOneLetter: a letter goes in, and what comes out opens with the keys that
// the service publishes, as the letter that it was.
func TestOneLetter(t *testing.T) {
	r := start(t, nil)
	answer, body := r.post("/v1/tokens?batch=2026-11&channels=qr,io", naspiRow)
	if answer.StatusCode != http.StatusCreated {
		t.Fatal(answer.Status, body)
	}
	_, keys := r.send(r.request("GET", "/.well-known/jwks.json", "", ""))
	var got issued
	if err := json.Unmarshal([]byte(body), &got); err != nil || len(got.Tokens) != 2 || got.Letter != "L-0001" {
		t.Fatal(err, body)
	}
	for i, tk := range got.Tokens {
		packed, _ := strings.CutPrefix(tk.Packed, "https://guida.example/#")
		jwt, err := pack.Unpack(packed)
		if err != nil || jwt != tk.Token || tk.URL != "https://guida.example/#"+jwt {
			t.Errorf("%v, unpacked equal %v", err, jwt == tk.Token)
		}
		c, err := token.Trust{Page: []byte(keys)}.Open(tk.Token, today().Unix())
		if err != nil || c.Name != canaryName || c.Monthly != 114471 || c.Ch != []string{"qr", "io"}[i] || c.Jti != tk.Jti {
			t.Errorf("%v %+v", err, c)
		}
		if exp := time.Unix(c.Exp, 0).UTC().Format(time.DateOnly); exp != got.Expires || tk.QR < 1 {
			t.Errorf("expires %s, says %s; code of version %d", exp, got.Expires, tk.QR)
		}
	}
	_, again := r.post("/v1/tokens?batch=2026-11&channels=qr,io", naspiRow)
	if d := cmp.Diff(body, again); d != "" {
		t.Error("the same letter is another the second time:", d)
	}
	if _, other := r.post("/v1/tokens?batch=2026-12&channels=qr,io", naspiRow); other == body {
		t.Error("two batches share the ids of their letters")
	}
	e := r.audit.entries(t)[0]
	if e.Client != "printer" || e.Batch != "2026-11" || e.Rows != 1 || e.Issued != 2 || e.Outcome != "issued" || e.Guides.Naspi != 1 ||
		len(e.JtiHash) != 64 || e.Kid != got.Kid || !e.Time.Equal(today()) {
		t.Errorf("the audit says %+v", e)
	}
}

// TestRefusals: each wrong request has its problem, held against the document,
// and those of known clients a line in the audit.
func TestRefusals(t *testing.T) {
	r := start(t, nil)
	const tokens, batches, ndjson = "/v1/tokens", "/v1/batches", "application/x-ndjson"
	tests := []struct {
		name, method, path, media, body string
		change                          func(q *http.Request)
		status                          int
		code                            string
		fields                          string
	}{
		{name: "no client", method: "POST", path: tokens, body: naspiRow, change: func(q *http.Request) { q.Header.Del("Authorization") }, status: 401, code: "unauthorized"},
		{name: "unknown token", method: "POST", path: batches, body: naspiRow, change: func(q *http.Request) { q.Header.Set("Authorization", "Bearer vgs_x") }, status: 401, code: "unauthorized"},
		{name: "basic", method: "POST", path: tokens, body: naspiRow, change: func(q *http.Request) { q.SetBasicAuth("printer", r.bearer) }, status: 401, code: "unauthorized"},
		{name: "GET", method: "GET", path: tokens, status: 405, code: "method"},
		{name: "DELETE keys", method: "DELETE", path: "/.well-known/jwks.json", status: 405, code: "method"},
		{name: "another path", method: "GET", path: "/v2/tokens", status: 404, code: "not-found"},
		{name: "a form", method: "POST", path: tokens, media: "application/x-www-form-urlencoded", body: "a=b", status: 415, code: "media-type"},
		{name: "compressed", method: "POST", path: tokens, media: "application/json", body: naspiRow, change: func(q *http.Request) { q.Header.Set("Content-Encoding", "gzip") }, status: 415, code: "media-type"},
		{name: "a batch as JSON", method: "POST", path: batches, media: "application/json", body: naspiRow, status: 415, code: "media-type"},
		{name: "no JSON", method: "POST", path: tokens, media: "application/json", body: "letter_id,guide", status: 400, code: "json"},
		{name: "a list", method: "POST", path: tokens, media: "application/json", body: "[" + naspiRow + "]", status: 400, code: "json"},
		{name: "two letters", method: "POST", path: tokens, media: "application/json", body: naspiRow + naspiRow, status: 400, code: "json"},
		{name: "nothing", method: "POST", path: tokens, media: "application/json", status: 400, code: "json"},
		{name: "an empty batch", method: "POST", path: batches, media: ndjson, body: "\n\n", status: 400, code: "json"},
		{name: "a table as a batch", method: "POST", path: batches, media: ndjson, body: "letter_id,guide\nL-1,naspi\n", status: 400, code: "json"},
		{name: "too large", method: "POST", path: tokens, media: "application/json", body: `{"arm":"` + strings.Repeat("a", MaxRow) + `"}`, status: 413, code: "too-large"},
		{name: "a wrong batch", method: "POST", path: tokens + "?batch=a%20b", media: "application/json", body: naspiRow, status: 400, code: "query", fields: "batch"},
		{name: "wrong channels", method: "POST", path: tokens + "?channels=qr,qr", media: "application/json", body: naspiRow, status: 400, code: "query", fields: "channels"},
		{name: "an unknown parameter", method: "POST", path: batches + "?shard=1", media: ndjson, body: naspiRow, status: 400, code: "query", fields: "query"},
		{name: "wrong facts", method: "POST", path: tokens, media: "application/json", body: strings.Replace(naspiRow, `"days":364`, `"days":9999,"iban":"x"`, 1), status: 422, code: "letter", fields: "iban"},
		{name: "an impossible fact", method: "POST", path: tokens, media: "application/json", body: strings.Replace(naspiRow, `"days":364`, `"days":9999`, 1), status: 422, code: "letter", fields: "days"},
	}
	for _, tt := range tests {
		q := r.request(tt.method, tt.path, tt.media, tt.body)
		if tt.change != nil {
			tt.change(q)
		}
		answer, body := r.send(q)
		var p problemBody
		if err := json.Unmarshal([]byte(body), &p); err != nil {
			t.Fatalf("%s: %v in %s", tt.name, err, body)
		}
		var names []string
		for _, f := range p.Errors {
			names = append(names, f.Field)
		}
		if answer.StatusCode != tt.status || p.Status != tt.status || p.Type != "urn:videoguida:problem:"+tt.code || strings.Join(names, " ") != tt.fields {
			t.Errorf("%s: %d, %s", tt.name, answer.StatusCode, body)
		}
	}
	refused := 0
	for _, e := range r.audit.entries(t) {
		if e.Outcome == "issued" || e.Issued > 0 {
			t.Errorf("something was signed: %+v", e)
		}
		if e.Outcome == "refused" {
			refused++
		}
	}
	if refused != 15 { // all but those of nobody, of other methods and other paths
		t.Errorf("%d refusals in the audit", refused)
	}
}

// TestRate: a client that asks too often is told when to come back, and another
// is not held up.
func TestRate(t *testing.T) {
	now := today()
	r := start(t, func(c *Config) { c.Now = func() time.Time { return now } })
	bearer, line, _ := NewClient("other", strings.NewReader(strings.Repeat("another that is not ", 2)))
	first, _, _ := NewClient("printer", strings.NewReader(strings.Repeat("not random at all ", 2)))
	_, printer, _ := NewClient("printer", strings.NewReader(strings.Repeat("not random at all ", 2)))
	r.write("clients", printer+" 2\n"+line+"\n")
	if err := r.Reload(); err != nil || first != r.bearer {
		t.Fatal(err)
	}
	status := func() (n int, wait string) {
		answer, _ := r.post("/v1/tokens", naspiRow)
		return answer.StatusCode, answer.Header.Get("Retry-After")
	}
	for range 4 { // a burst of twice the rate
		if n, _ := status(); n != 201 {
			t.Fatal(n)
		}
	}
	if n, wait := status(); n != 429 || wait != "1" {
		t.Errorf("%d, Retry-After %s", n, wait)
	}
	if err := r.Reload(); err != nil {
		t.Fatal(err)
	}
	if n, _ := status(); n != 429 {
		t.Error("reading the clients again gives them a fresh rate")
	}
	r.bearer = bearer
	if n, _ := status(); n != 201 {
		t.Error("another client pays for it")
	}
	r.bearer, now = first, now.Add(time.Second)
	if n, _ := status(); n != 201 {
		t.Error("a second later it is still refused")
	}
}

// TestReload: a rotation is seen, by the clock or when told; what cannot be
// read leaves everything as it was.
func TestReload(t *testing.T) {
	now := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	dir := filepath.Join(t.TempDir(), "keys")
	ring, _ := keyring.Load(dir)
	first, err := ring.Rotate(now, keyring.Lead, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := start(t, func(c *Config) { c.Key, c.Now = dir, func() time.Time { return now } })
	kid := func() string {
		_, body := r.post("/v1/tokens", naspiRow)
		var got issued
		json.Unmarshal([]byte(body), &got)
		return got.Kid
	}
	second, err := ring.Rotate(now, keyring.Lead, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Reload(); err != nil || kid() != first.Made.Kid {
		t.Errorf("%v: %s signs, not %s", err, kid(), first.Made.Kid)
	}
	if _, keys := r.send(r.request("GET", "/.well-known/jwks.json", "", "")); !strings.Contains(keys, second.Made.Kid) {
		t.Error("the next key is not published")
	}
	now = now.Add(keyring.Lead + time.Second)
	if kid() != second.Made.Kid {
		t.Error("the next key does not sign on its day")
	}
	r.write("clients", "who?\n")
	if err := r.Reload(); err == nil || kid() != second.Made.Kid {
		t.Errorf("%v: a wrong file of clients", err)
	}
	os.Rename(dir, dir+".gone")
	now = now.Add(2 * keyAge)
	if kid() != second.Made.Kid || !strings.Contains(r.log.String(), "keys not read again") {
		t.Error("without its folder the service stops signing, or says nothing")
	}
}

// TestUnaudited: what cannot be written down is not signed.
func TestUnaudited(t *testing.T) {
	r := start(t, func(c *Config) { c.Audit = full{} })
	for path, media := range map[string]string{"/v1/tokens": "application/json", "/v1/batches": "application/x-ndjson"} {
		if answer, body := r.send(r.request("POST", path, media, naspiRow)); answer.StatusCode != 503 || strings.Contains(body, "eyJ") {
			t.Errorf("%s: %s %s", path, answer.Status, body)
		}
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }
