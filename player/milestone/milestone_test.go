// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package milestone_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"videoguida/player/milestone"
	"videoguida/static/metrics"
	"videoguida/static/metrics/declared"
	"videoguida/static/services"
)

const nonce = "3q2-7wAAAAAAAAAAAAAAAA"

// each calls f with the values of a metric's first argument.
func each(t *testing.T, metric string, f func(string) milestone.Event) (events []milestone.Event) {
	t.Helper()
	m, ok := declared.Find(metric)
	if !ok || len(m.Args) == 0 {
		t.Fatalf("%s is not declared", metric)
	}
	for _, v := range m.Args[0].Values {
		events = append(events, f(v))
	}
	return events
}

// all are all events that the guide can tell.
func all(t *testing.T) []milestone.Event {
	number := func(f func(int) milestone.Event) func(string) milestone.Event {
		return func(s string) milestone.Event {
			n, err := strconv.Atoi(s)
			if err != nil {
				t.Fatal(err)
			}
			return f(n)
		}
	}
	events := []milestone.Event{
		milestone.Open(), milestone.Ready(), milestone.Start(), milestone.Text(), milestone.Captions(true), milestone.Captions(false),
		milestone.Motion(true), milestone.Motion(false), milestone.Voice(true), milestone.Voice(false),
	}
	for _, more := range [][]milestone.Event{
		each(t, "guide", milestone.Guide), each(t, "lang", milestone.Lang), each(t, "where", milestone.Where),
		each(t, "refused", milestone.Refused), each(t, "viewed", number(milestone.Viewed)), each(t, "scene", number(milestone.Scene)),
		each(t, "replay", number(milestone.Replay)), each(t, "skip", number(milestone.Skip)), each(t, "job", milestone.Job),
		each(t, "save", milestone.Save), each(t, "service", milestone.Service), each(t, "rate", number(milestone.Rate)),
		each(t, "error", func(code string) milestone.Event { return milestone.Error(code, "firefox") }),
	} {
		events = append(events, more...)
	}
	for _, ms := range append([]int{0, 1 << 20}, declared.FirstFrameBounds[:]...) {
		events = append(events, milestone.FirstFrame(ms))
	}
	return events
}

// TestDeclared: the host's own reader takes every event that the guide can
// tell, and the guide can tell every metric that is declared.
func TestDeclared(t *testing.T) {
	told := map[string]bool{}
	for _, e := range all(t) {
		l := milestone.Log{Campaign: "2026q4", Channel: "qr"}
		l.Note(e)
		if _, err := metrics.Parse([]byte(l.Batch(nonce))); err != nil {
			t.Errorf("%s: %v", e, err)
		}
		name, _, _ := strings.Cut(strings.TrimPrefix(string(e), `["`), `"`)
		told[name] = true
	}
	for _, m := range declared.Metrics {
		if !told[m.Name] {
			t.Errorf("nothing tells %s", m.Name)
		}
	}
	l := milestone.Log{}
	l.Note(milestone.Guide("unheard-of"))
	if _, err := metrics.Parse([]byte(l.Batch(nonce))); err == nil {
		t.Error("the host takes what is not declared")
	}
}

// TestFirstFrame: times fall into the declared buckets.
func TestFirstFrame(t *testing.T) {
	for ms := 0; ms < 20_000; ms += 50 {
		want := milestone.Event(`["ttff",` + strconv.Itoa(declared.FirstFrame(ms)) + `]`)
		if got := milestone.FirstFrame(ms); got != want {
			t.Fatalf("%d ms: %s, want %s", ms, got, want)
		}
	}
}

// TestReasons: every message about a letter that does not open has a declared
// reason.
func TestReasons(t *testing.T) {
	tests := map[[2]string]string{
		{"a", "damaged"}: "unreadable", {"a", ""}: "unreadable", {"b", "expired"}: "expired", {"b", "revoked"}: "revoked", {"b", "retired"}: "expired",
		{"c", "signature"}: "signature", {"c", "issuer"}: "forged", {"d", "version"}: "newer", {"e", "future"}: "clock",
	}
	for from, want := range tests {
		got := milestone.Reason(from[0], from[1])
		if got != want || !slices.Contains(declared.Refusals, got) {
			t.Errorf("%q: %q, want %q", from, got, want)
		}
	}
}

func TestBrowsers(t *testing.T) {
	tests := map[string]string{
		"Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36":                   "chromium",
		"Mozilla/5.0 (Linux; Android 15; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36":   "webview",
		"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1": "safari",
		"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1":  "chromium",
		"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148":                           "webview",
		"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0":                                                                  "firefox",
		"": "other",
	}
	for agent, want := range tests {
		if got := milestone.Browser(agent); got != want || !slices.Contains(declared.Browsers, got) {
			t.Errorf("%q: %q, want %q", agent, got, want)
		}
	}
}

// TestLog: each event travels once, at most 64 at a time, and what was not sent
// stays.
func TestLog(t *testing.T) {
	var l milestone.Log
	if got := l.Batch(nonce); got != "" {
		t.Errorf("an empty batch: %s", got)
	}
	if !l.Note(milestone.Open()) || l.Note(milestone.Open()) {
		t.Error("an event is new once")
	}
	for _, e := range all(t) {
		l.Note(e)
	}
	seen, batches := map[string]bool{}, 0
	for more := true; more; more = l.Sent() {
		text := l.Batch(nonce)
		if again := l.Batch(nonce); again != text || len(text) > declared.MaxBytes {
			t.Errorf("a batch of %d bytes, and then %s", len(text), again)
		}
		b, err := metrics.Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range b.Counts {
			if c.Campaign != "none" || c.D2 == "qr" {
				t.Errorf("counted as %+v", c)
			}
		}
		_, events, _ := strings.Cut(text, `"e":[`)
		for e := range strings.SplitSeq(strings.TrimSuffix(events, "]}"), ",[") {
			if seen[e] {
				t.Errorf("%s travels twice", e)
			}
			seen[e] = true
		}
		batches++
	}
	if len(seen) < 80 || batches != (len(seen)+declared.MaxEvents-1)/declared.MaxEvents {
		t.Errorf("%d events in %d batches", len(seen), batches)
	}
}

// TestLogOff: who does not want to be counted is not.
func TestLogOff(t *testing.T) {
	l := milestone.Log{Off: true}
	if l.Note(milestone.Open()) || l.Batch(nonce) != "" {
		t.Error("counted all the same")
	}
	l = milestone.Log{}
	l.Note(milestone.Open())
	if l.Off = true; l.Batch(nonce) != "" {
		t.Error("what waited is sent after it was switched off")
	}
}

// TestCampaigns: only the name of a campaign travels.
func TestCampaigns(t *testing.T) {
	for from, want := range map[string]string{
		"2026q4": "2026q4", "naspi-2026-10": "naspi-2026-10", "": "none", "demo": "none", "x": "none", "2026Q4": "none", "-ab": "none",
		"ab-": "none", "seventeen-letters": "none", "maria rossi": "none", `a","x":"b`: "none",
	} {
		l := milestone.Log{Campaign: from}
		l.Note(milestone.Open())
		if got := l.Batch(nonce); !strings.Contains(got, `"c":"`+want+`",`) {
			t.Errorf("%q: %s", from, got)
		}
		if want != "none" && !declared.Campaign(from) {
			t.Errorf("%q is no campaign", from)
		}
	}
}

// FuzzBatch: whatever a letter names its campaign, channel and arm, and
// whatever a word is, the host takes the batch or the event alone is at fault.
func FuzzBatch(f *testing.F) {
	f.Add("2026q4", "qr", "a", "svc-naspi")
	f.Add(`","x":"`, "\x00", "é", `"],["open`)
	f.Fuzz(func(t *testing.T, campaign, channel, variant, word string) {
		l := milestone.Log{Campaign: campaign, Channel: channel, Variant: variant}
		l.Note(milestone.Service(word))
		_, err := metrics.Parse([]byte(l.Batch(nonce)))
		if _, known := services.Find(word); known && err != nil {
			t.Errorf("%q, %q, %q: %v", campaign, channel, variant, err)
		}
		if err != nil && err.Error() != "e[0]: unknown service" {
			t.Errorf("%q: %v", word, err)
		}
	})
}
