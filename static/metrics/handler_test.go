// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package metrics

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"
)

// memory is a store that remembers what it was given, and fails when told to.
type memory struct {
	mu      sync.Mutex
	batches []Batch
	groups  int
	err     error
	slow    time.Duration
}

func (m *memory) Add(_ context.Context, _ time.Time, b []Batch) error {
	time.Sleep(m.slow)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.err != nil {
		return m.err
	}
	m.batches = append(m.batches, b...)
	m.groups++
	return nil
}

func (m *memory) fail(err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.err = err
}
func (*memory) Campaigns(context.Context) ([]string, error) { return nil, nil }
func (*memory) Last(context.Context) (time.Time, error)     { return time.Time{}, nil }
func (*memory) Compact(context.Context, time.Time) error    { return nil }
func (*memory) Close() error                                { return nil }
func fixed() time.Time                                      { return time.Date(2026, 11, 26, 10, 0, 0, 0, time.UTC) }
func post(body string, change ...func(*http.Request)) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "https://guida.example/m", strings.NewReader(body))
	r.Header.Set("Content-Type", "text/plain;charset=UTF-8")
	for _, c := range change {
		c(r)
	}
	return r
}

func header(name, value string) func(*http.Request) {
	return func(r *http.Request) { r.Header.Set(name, value) }
}

// handler returns a handler on a store in memory.
func handler(t *testing.T) (*Handler, *memory) {
	t.Helper()
	m := &memory{}
	c := NewClock(fixed, time.Time{})
	g := NewGather(m, c)
	t.Cleanup(g.Close)
	return NewHandler(g, c, []string{"naspi-autunno"}), m
}

func TestHandler(t *testing.T) {
	for _, test := range []struct {
		name, body string
		change     func(*http.Request)
		status     int
		why        string
	}{
		{"taken", whole, nil, 204, ""},
		{"same origin", whole, header("Origin", "https://guida.example"), 204, ""},
		{"same origin, another port", whole, header("Origin", "https://guida.example:8443"), 204, ""},
		{"announced campaign", swap("2026q4", "naspi-autunno"), nil, 204, ""},
		{"no campaign", swap("2026q4", "none"), nil, 204, ""},
		{"refused", swap("start", "finish"), nil, 400, "e[0]: unknown event"},
		{"GET", whole, func(r *http.Request) { r.Method = http.MethodGet }, 405, "only POST"},
		{"query", whole, func(r *http.Request) { r.URL.RawQuery = "t=1" }, 400, "a query"},
		{"JSON", whole, header("Content-Type", "application/json"), 415, "not text/plain"},
		{"no type", whole, header("Content-Type", ""), 415, "not text/plain"},
		{"compressed", whole, header("Content-Encoding", "gzip"), 415, "compressed"},
		{"large", strings.Repeat(" ", 8193), nil, 413, "more than 8 KB"},
		{"large without length", strings.Repeat(" ", 8193), func(r *http.Request) { r.ContentLength = -1 }, 413, "more than 8 KB"},
		{"null origin", whole, header("Origin", "null"), 403, "another origin"},
		{"other origin", whole, header("Origin", "https://evil.example"), 403, "another origin"},
		{"two origins", whole, func(r *http.Request) { r.Header["Origin"] = []string{"https://guida.example", "null"} }, 403, "another origin"},
		{"cross site", whole, header("Sec-Fetch-Site", "cross-site"), 403, "another origin"},
		{"broken off", whole, func(r *http.Request) { r.Body = io.NopCloser(iotest{}) }, 400, "the body broke off"},
	} {
		h, m := handler(t)
		r := post(test.body)
		if test.change != nil {
			test.change(r)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != test.status || w.Header().Get(RefusedHeader) != test.why || w.Body.Len() > 0 || w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %q", test.name, w.Code, w.Header().Get(RefusedHeader))
		}
		if (test.status == 204) != (len(m.batches) == 1) {
			t.Errorf("%s: %d batches stored", test.name, len(m.batches))
		}
	}
}

type iotest struct{}

func (iotest) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// TestCampaigns: a campaign that was announced, or is a quarter around now, is
// counted by its name; any other counts as none.
func TestCampaigns(t *testing.T) {
	for name, want := range map[string]string{
		"naspi-autunno": "naspi-autunno", "2026q4": "2026q4", "2025q1": "2025q1", "none": "none",
		"invented": "none", "2040q1": "none", "2026q5": "none", "02026q4": "none",
	} {
		h, m := handler(t)
		h.ServeHTTP(httptest.NewRecorder(), post(swap("2026q4", name)))
		for _, c := range m.batches[0].Counts {
			if c.Campaign != want {
				t.Errorf("%s is counted as %s", name, c.Campaign)
			}
		}
	}
}

// TestHandlerFails: what the store does not take is not acknowledged, may be
// sent again, and is then taken.
func TestHandlerFails(t *testing.T) {
	h, m := handler(t)
	m.fail(errors.New("disk full at /var/lib/secret"))
	w := httptest.NewRecorder()
	h.ServeHTTP(w, post(whole))
	if w.Code != 503 || w.Header().Get(RefusedHeader) != "not stored, send it again" || w.Header().Get("Retry-After") == "" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	m.fail(nil)
	w = httptest.NewRecorder()
	h.ServeHTTP(w, post(whole))
	if w.Code != 204 || len(m.batches) != 1 || h.Answers.Failed.Load() != 1 || h.Answers.Taken.Load() != 1 {
		t.Errorf("%d, %d batches", w.Code, len(m.batches))
	}
}

// TestGone: a sender who leaves at once, as a beacon's page does, is counted.
func TestGone(t *testing.T) {
	h, m := handler(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	h.ServeHTTP(httptest.NewRecorder(), post(whole).WithContext(ctx))
	if len(m.batches) != 1 {
		t.Error("lost")
	}
}

// TestGroups: while a transaction is being written the next batches gather, and
// closing writes what waits.
func TestGroups(t *testing.T) {
	m := &memory{slow: 20 * time.Millisecond}
	g := NewGather(m, NewClock(fixed, time.Time{}))
	var wg sync.WaitGroup
	for i := range 300 {
		wg.Go(func() {
			if err := g.Add(context.Background(), Batch{Nonce: fmt.Sprint(i)}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	g.Close()
	if len(m.batches) != 300 || m.groups > 60 {
		t.Errorf("%d batches in %d groups", len(m.batches), m.groups)
	}
	if err := g.Add(context.Background(), Batch{}); !errors.Is(err, ErrClosed) {
		t.Errorf("after closing: %v", err)
	}
}

// TestFlood: a neighbourhood that sends too much is held off, its neighbours
// are not, everybody together is, and the table does not grow.
func TestFlood(t *testing.T) {
	f := NewFlood()
	count := func(n int, since time.Duration, addr func(i int) netip.Addr) (ok int) {
		for i := range n {
			if f.Allow(addr(i), since) {
				ok++
			}
		}
		return ok
	}
	one := func(int) netip.Addr { return netip.MustParseAddr("192.0.2.7") }
	same24 := func(i int) netip.Addr { return netip.AddrFrom4([4]byte{192, 0, 2, byte(i)}) }
	same56 := func(i int) netip.Addr {
		return netip.AddrFrom16([16]byte{0x20, 1, 0xd, 0xb8, 0, 1, 2, byte(i), 9: byte(i)})
	}
	if got := count(5000, 0, one); got != 2000 {
		t.Errorf("one address got %d through", got)
	}
	if got := count(100, 0, same24); got != 0 {
		t.Errorf("its neighbours got %d through", got)
	}
	if got := count(100, 2*time.Second, one); got != 100 {
		t.Errorf("two seconds later %d", got)
	}
	if got := count(5000, 3*time.Second, same56); got != 2000 {
		t.Errorf("a /56 got %d through", got)
	}
	far := func(i int) netip.Addr { return netip.AddrFrom4([4]byte{10, byte(i >> 16), byte(i >> 8), byte(i)}) }
	spread := func(i int) netip.Addr { return far(i << 8) }
	if got := count(100_000, time.Minute, spread); got != 20000 {
		t.Errorf("a hundred thousand neighbourhoods got %d through", got)
	}
	if len(f.places) != floodPlaces {
		t.Error("the table grew")
	}
}

// TestSender: only a trusted proxy is believed, and only about the hop before
// itself.
func TestSender(t *testing.T) {
	s := Sender{Trusted: []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}}
	for _, test := range []struct {
		peer      string
		forwarded string
		want      string
	}{
		{"192.0.2.1:5", "", "192.0.2.1"},
		{"192.0.2.1:5", "198.51.100.9", "192.0.2.1"},
		{"10.0.0.1:5", "198.51.100.9", "198.51.100.9"},
		{"10.0.0.1:5", "203.0.113.5, 198.51.100.9", "198.51.100.9"},
		{"10.0.0.1:5", "203.0.113.5, 198.51.100.9, 10.0.0.2", "198.51.100.9"},
		{"10.0.0.1:5", "198.51.100.9, nonsense", "10.0.0.1"},
		{"[::ffff:10.0.0.1]:5", "2001:db8::1", "2001:db8::1"},
		{"10.0.0.1:5", "", "10.0.0.1"},
		{"@", "", "invalid IP"},
	} {
		r := post("")
		r.Header.Set("X-Forwarded-For", test.forwarded)
		if got := s.Addr(test.peer, hops(r.Header)).String(); got != test.want {
			t.Errorf("%s %q: %s, want %s", test.peer, test.forwarded, got, test.want)
		}
	}
}

// TestSpoofedFlood: writing other addresses into the header helps nobody.
func TestSpoofedFlood(t *testing.T) {
	h, _ := handler(t)
	h.Flood.Burst = 10
	taken := 0
	for i := range 50 {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, post("{}", header("X-Forwarded-For", fmt.Sprintf("203.0.%d.9", i))))
		if w.Code == http.StatusBadRequest {
			taken++
		}
	}
	if taken != 10 {
		t.Errorf("%d got through", taken)
	}
}

// TestClock: time never goes back, whatever the machine's clock does, and meets
// it again.
func TestClock(t *testing.T) {
	wall := fixed()
	c := NewClock(func() time.Time { return wall }, fixed().Add(-time.Hour))
	day := 24 * time.Hour
	told := c.Now()
	step := func(to time.Time) {
		t.Helper()
		wall = to
		now := c.Now()
		if now.Before(told) {
			t.Errorf("%s went back to %s", told, now)
		}
		told = now
	}
	step(fixed().Add(day)) // a day ahead
	if told != fixed().Add(day) {
		t.Errorf("told %s", told)
	}
	step(fixed()) // and back
	for i := range 3 * 24 {
		step(fixed().Add(time.Duration(i) * time.Hour))
	}
	if told != wall {
		t.Errorf("told %s, the clock says %s", told, wall)
	}
	late := NewClock(func() time.Time { return fixed().Add(-day) }, fixed())
	if late.Now().Before(fixed()) {
		t.Error("time began before the last count")
	}
}
