// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package notify

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"
)

// codeOf is the fiscal code of recipient r-N: well formed, and of nobody.
func codeOf(n int) string { return fmt.Sprintf("AAAAAA00A00A%03dA", n) }

func codes(n int) Codes {
	c := Codes{}
	for i := range n {
		c[fmt.Sprintf("r-%d", i)] = codeOf(i)
	}
	return c
}

// app is a server that follows the public API of App IO: a subscription key, a
// profile that must allow the sender, the limits of a message, 429 with
// Retry-After.
type app struct {
	mu       sync.Mutex
	messages []ioMessage
	asked    int
	before   func(w http.ResponseWriter, path string, n int) bool // true: it has answered
	profiles map[string]bool                                      // by fiscal code; absent: not in App IO
}

func (a *app) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.asked++
	if r.Header.Get("Ocp-Apim-Subscription-Key") != "the key" {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if r.Method != http.MethodPost || r.Header.Get("Content-Type") != "application/json" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if a.before != nil && a.before(w, r.URL.Path, a.asked) {
		return
	}
	var m ioMessage
	if json.NewDecoder(r.Body).Decode(&m) != nil || !fiscalCode.MatchString(m.FiscalCode) {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	allowed, known := a.profiles[m.FiscalCode]
	switch {
	case !known:
		w.WriteHeader(http.StatusNotFound)
	case r.URL.Path == "/api/v1/profiles":
		fmt.Fprintf(w, `{"sender_allowed":%v,"preferred_languages":["it_IT"]}`, allowed)
	case r.URL.Path != "/api/v1/messages":
		w.WriteHeader(http.StatusNotFound)
	case !allowed || !m.Content.good():
		w.WriteHeader(http.StatusBadRequest)
	default:
		a.messages = append(a.messages, m)
		w.WriteHeader(http.StatusCreated)
		fmt.Fprintf(w, `{"id":"01EX%d"}`, len(a.messages))
	}
}

// count is how often the server was asked.
func (a *app) count() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.asked
}

// good holds a message's content against the API's schema.
func (c ioContent) good() bool {
	_, err := time.Parse(time.RFC3339, c.DueDate)
	s, m := utf8.RuneCountInString(c.Subject), utf8.RuneCountInString(c.Markdown)
	return err == nil && s >= 10 && s <= 120 && m >= 80 && m <= 10000
}

func (a *app) open(t *testing.T, n int) *IO {
	t.Helper()
	a.profiles = map[string]bool{}
	for i := range n {
		a.profiles[codeOf(i)] = true
	}
	server := httptest.NewServer(a)
	t.Cleanup(server.Close)
	return &IO{URL: server.URL + "/api/v1", Key: "the key", Codes: codes(n), HTTP: &http.Client{Timeout: 5 * time.Second}}
}

// TestIO: each person who is in App IO and takes messages of the institute gets
// one, with a button that opens the guide.
func TestIO(t *testing.T) {
	a := &app{}
	s := a.open(t, 6)
	delete(a.profiles, codeOf(0))
	a.profiles[codeOf(1)] = false
	delete(s.Codes, "r-2")
	r, err := Run(t.Context(), reader(t, people(6)), config(t, map[string]Sender{"io": s}, "io"))
	if err != nil || sums(r) != [6]int{3, 3} || len(a.messages) != 3 {
		t.Fatalf("%v %+v, %d arrived", err, r.Counts, len(a.messages))
	}
	m := a.messages[0].Content
	if !strings.HasPrefix(m.Markdown, "---\nit:\n  cta_1:\n    text: \"Testo di io-cta in it.\"\n    action: \"iohandledlink://https://guida.example/#p") ||
		!strings.Contains(m.Markdown, "\nen:\n  cta_1:\n") || strings.Contains(m.Markdown[strings.LastIndex(m.Markdown, "---"):], "https:") {
		t.Errorf("markdown %q", m.Markdown)
	}
}

// TestIOWaits: a 429 is waited for as long as it asks, other troubles of the
// server a moment; nobody is told twice.
func TestIOWaits(t *testing.T) {
	a := &app{}
	a.before = func(w http.ResponseWriter, path string, n int) bool {
		switch n {
		case 1:
			w.Header().Set("Retry-After", "1")
			w.WriteHeader(http.StatusTooManyRequests)
		case 3:
			w.Header().Set("Retry-After", time.Now().Add(2*time.Second).UTC().Format(http.TimeFormat))
			w.WriteHeader(http.StatusTooManyRequests)
		case 6:
			w.WriteHeader(http.StatusInternalServerError)
		default:
			return false
		}
		return true
	}
	c := config(t, map[string]Sender{"io": a.open(t, 2)}, "io")
	c.Workers = 1
	began := time.Now()
	r, err := Run(t.Context(), reader(t, people(2)), c)
	if took := time.Since(began); err != nil || sums(r) != [6]int{2} || len(a.messages) != 2 || took < 2*time.Second {
		t.Errorf("%v %+v, %d arrived in %v", err, r.Counts, len(a.messages), took)
	}
	a.before = func(w http.ResponseWriter, _ string, _ int) bool {
		w.Header().Set("Retry-After", "3600")
		w.WriteHeader(http.StatusTooManyRequests)
		return true
	}
	if r, err = Run(t.Context(), reader(t, people(3)), c); err != nil || sums(r) != [6]int{0: 2, 1: 1} {
		t.Errorf("r-2 has no code, and nobody else is asked: %v %+v", err, r.Counts)
	}
}

// TestIOLongWait: a server that asks for an hour is not waited for: the message
// fails, and the same command tries it later.
func TestIOLongWait(t *testing.T) {
	a := &app{before: func(w http.ResponseWriter, _ string, _ int) bool {
		w.Header().Set("Retry-After", "3600")
		w.WriteHeader(http.StatusTooManyRequests)
		return true
	}}
	c := config(t, map[string]Sender{"io": a.open(t, 2)}, "io")
	r, err := Run(t.Context(), reader(t, people(2)), c)
	if err != nil || sums(r) != [6]int{2: 2} || a.count() != 2 {
		t.Errorf("%v %+v, asked %d times", err, r.Counts, a.count())
	}
}

// TestIONoAnswer: a message that was sent whole and not answered is uncertain,
// a question about a profile is asked again.
func TestIONoAnswer(t *testing.T) {
	a := &app{}
	drop := map[string]int{"/api/v1/profiles": 1, "/api/v1/messages": 1}
	a.before = func(_ http.ResponseWriter, path string, _ int) bool {
		if drop[path] > 0 {
			drop[path]--
			panic(http.ErrAbortHandler)
		}
		return false
	}
	s := a.open(t, 1)
	c := config(t, map[string]Sender{"io": s}, "io")
	r, err := Run(t.Context(), reader(t, people(1)), c)
	if err != nil || sums(r) != [6]int{3: 1} || a.count() != 3 {
		t.Errorf("%v %+v, asked %d times", err, r.Counts, a.count())
	}
	s.Key = "another"
	c.Uncertain = true
	if _, err = Run(t.Context(), reader(t, people(1)), c); !errors.As(err, new(Broken)) || strings.Contains(err.Error(), "another") {
		t.Errorf("with a wrong key: %v", err)
	}
}

func TestReadCodes(t *testing.T) {
	got, err := ReadCodes(strings.NewReader("recipient,fiscal_code\nr-0," + codeOf(0) + "\nr-1," + codeOf(1) + "\n"))
	if err != nil || len(got) != 2 || got["r-1"] != codeOf(1) {
		t.Errorf("%v %v", got, err)
	}
	for in, want := range map[string]string{
		"":                                  "codes: the header must be recipient,fiscal_code",
		"code,recipient\n":                  "codes: the header must be recipient,fiscal_code",
		"recipient,fiscal_code\nr-0\n":      "codes: line 2 is no row of two cells",
		"recipient,fiscal_code\nr-0,CANARY": "codes: line 2: field fiscal_code: is none",
	} {
		if _, err := ReadCodes(strings.NewReader(in)); err == nil || err.Error() != want {
			t.Errorf("%q: %v", in, err)
		}
	}
}

// FuzzReadCodes: what is read are codes, and no complaint repeats one.
func FuzzReadCodes(f *testing.F) {
	f.Add("recipient,fiscal_code\nr-0," + codeOf(0))
	f.Add("recipient,fiscal_code\n\"r\n0\",CANARYCANARY")
	f.Add("recipient,fiscal_code\n\"")
	f.Fuzz(func(t *testing.T, in string) {
		got, err := ReadCodes(strings.NewReader(in))
		if err != nil && strings.Contains(err.Error(), "CANARY") {
			t.Error("a complaint repeats a code")
		}
		for _, code := range got {
			if !fiscalCode.MatchString(code) {
				t.Error("a code that is none")
			}
		}
	})
}
