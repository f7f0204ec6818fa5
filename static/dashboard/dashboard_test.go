// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package dashboard

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"videoguida/player/guide"
	"videoguida/player/l10n"
	"videoguida/static/metrics"
	"videoguida/static/metrics/crm"
	"videoguida/static/metrics/declared"
	"videoguida/static/metrics/simulate"
	"videoguida/static/metrics/sqlstore"
)

var now = time.Date(2026, 11, 26, 10, 20, 0, 0, time.UTC)

// campaign is a database with an invented campaign, made once.
var campaign = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "guida-dashboard")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "demo.db")
	db, err := sqlstore.Open(context.Background(), path)
	if err != nil {
		return "", err
	}
	c := simulate.Campaign{ID: "2026q4", Days: 8, Letters: 8000, Seed: 3, Now: now}
	return path, errors.Join(c.Run(context.Background(), db), db.Close())
})

func TestMain(m *testing.M) {
	code := m.Run()
	if path, err := campaign(); err == nil {
		os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

// dashboard returns a dashboard of a copy of the invented campaign, or of
// nothing, and the database.
func dashboard(t *testing.T, empty bool, access Access) (*Server, *sqlstore.DB) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "guida.db")
	if !empty {
		from, err := campaign()
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	db, err := sqlstore.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return New(Options{Source: db, Access: access, Now: func() time.Time { return now }, Health: func() error { return nil }}), db
}

// as is an access that lets everybody in.
type as Role

func (a as) Role(*http.Request) Role { return Role(a) }

func get(s *Server, path string, change ...func(*http.Request)) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	for _, c := range change {
		c(r)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

// form is a post of a file.
func form(path, name, content string) *http.Request {
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	f, _ := m.CreateFormFile("file", name)
	io.WriteString(f, content)
	m.Close()
	r := httptest.NewRequest(http.MethodPost, path, &b)
	r.Header.Set("Content-Type", m.FormDataContentType())
	return r
}

func do(s *Server, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

// figure is a count as pages write it.
var figure = regexp.MustCompile(`>([0-9.]+)(?: · [^<]*)?</(?:text|td|dd)>`)

// TestOnlyRoundedFigures: whatever way figures go out, each is a multiple of
// five and at least ten.
func TestOnlyRoundedFigures(t *testing.T) {
	s, _ := dashboard(t, false, as(Viewer))
	seen := 0
	check := func(where, digits string) {
		n, err := strconv.ParseInt(strings.ReplaceAll(digits, ".", ""), 10, 64)
		if seen++; err != nil || n%5 != 0 || n < 10 {
			t.Errorf("%s shows %s", where, digits)
		}
	}
	for _, q := range []string{"", "&giorni=7"} {
		page := get(s, "/?campagna=2026q4"+q).Body.String()
		page = regexp.MustCompile(`class="asse[^"]*">[^<]*`).ReplaceAllString(page, "") // axes are no figures
		for _, m := range figure.FindAllStringSubmatch(page, -1) {
			check("a page", m[1])
		}
		var file struct {
			Figures []row `json:"figures"`
		}
		if err := json.Unmarshal(get(s, "/dati.json?campagna=2026q4"+q).Body.Bytes(), &file); err != nil {
			t.Fatal(err)
		}
		for _, r := range file.Figures {
			check("JSON", strconv.FormatInt(r.N, 10))
		}
		for line := range strings.Lines(get(s, "/dati.csv?campagna=2026q4"+q).Body.String()) {
			if f := strings.Split(strings.TrimSpace(line), ","); f[0] != "campaign" {
				check("CSV", f[len(f)-1])
			}
		}
	}
	for _, m := range regexp.MustCompile(`published\{[^}]*\} (\S+)`).FindAllStringSubmatch(get(s, "/metrics").Body.String(), -1) {
		check("/metrics", m[1])
	}
	if seen < 300 {
		t.Errorf("only %d figures were looked at", seen)
	}
}

// TestNobodyIsCalledAPerson: pages count openings and starts.
func TestNobodyIsCalledAPerson(t *testing.T) {
	s, _ := dashboard(t, false, as(Importer))
	page := get(s, "/").Body.String()
	for _, bad := range []string{"persone", "utenti", "visitatori"} {
		if strings.Contains(strings.ToLower(page), bad) {
			t.Errorf("the page says %q", bad)
		}
	}
	if !strings.Contains(page, "Aperture") || !strings.Contains(page, "Avvii") {
		t.Error("the page has no words")
	}
}

// TestPolicy: every answer carries the headers, refusals too, and no page needs
// what the policy forbids.
func TestPolicy(t *testing.T) {
	s, _ := dashboard(t, false, as(Importer))
	for _, path := range []string{"/", "/contatti", "/accesso", "/stile.css", "/vivo.js", "/fonts/tw-400.woff2", "/nothing"} {
		w := get(s, path)
		if w.Header().Get("Content-Security-Policy") != policy || w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %v", path, w.Header())
		}
		if body := w.Body.String(); strings.Contains(body, " style=") || strings.Contains(body, "<style") || strings.Contains(body, " onclick") {
			t.Errorf("%s has a style or a script inside", path)
		}
	}
}

// TestHostileWords: markup in what is imported or asked for is only ever text,
// and no cell of a file is a formula.
func TestHostileWords(t *testing.T) {
	const evil = `<img src=x onerror=alert(1)>`
	s, db := dashboard(t, false, as(Importer))
	var rows strings.Builder
	rows.WriteString("day,topic,channel,contacts,population_at_risk,treated\n")
	for d := range 7 * 10 {
		day := time.Date(2026, 3, 2+d, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		rows.WriteString(day + "," + evil + "," + evil + ",10,1000," + map[bool]string{true: "1", false: "0"}[d >= 35] + "\n")
		rows.WriteString(day + ",=cmd()," + evil + ",12,1000,0\n")
	}
	w := do(s, form("/contatti", evil+".csv", rows.String()))
	if w.Code != 200 || strings.Contains(w.Body.String(), "<img") || !strings.Contains(w.Body.String(), "&lt;img") {
		t.Errorf("%d, the page holds markup: %v", w.Code, strings.Contains(w.Body.String(), "<img"))
	}
	if body := get(s, "/?campagna="+url.QueryEscape(evil)).Body.String(); strings.Contains(body, "<img") {
		t.Error("the address writes markup")
	}
	if err := db.Add(t.Context(), now.AddDate(0, 0, -3), []metrics.Batch{{Nonce: "x", Counts: []metrics.Count{{Key: metrics.Key{Campaign: evil, Metric: "open"}, N: 100}}}}); err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{"=1+1": "'=1+1", "@x": "'@x", "-1": "'-1", "+1": "'+1", "\tx": "'\tx", "naspi": "naspi", "": ""} {
		if got := cell(in); got != want {
			t.Errorf("cell(%q) = %q", in, got)
		}
	}
	if got := label("a\"b\\c\nd"); got != `a\"b\\c\nd` {
		t.Errorf("label %q", got)
	}
}

// TestEvents: a page that waits is told what was released, and the server ends
// while it waits.
func TestEvents(t *testing.T) {
	s, db := dashboard(t, false, as(Viewer))
	var later atomic.Bool
	s.Now = func() time.Time {
		if later.Load() {
			return now.Add(15 * time.Minute)
		}
		return now
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, l) }()
	r, err := http.Get("http://" + l.Addr().String() + "/eventi?campagna=2026q4")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	lines := bufio.NewScanner(r.Body)
	next := func() string {
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				return data
			}
		}
		return ""
	}
	first := next()
	_, err = db.Released(t.Context(), "2026q4", time.Time{}, now)
	if err != nil || !strings.Contains(first, `"aperture":"`) {
		t.Errorf("%s, %v", first, err)
	}
	later.Store(true)
	s.Released()
	if second := next(); second == first || !strings.Contains(second, `"ora":"11:30"`) {
		t.Errorf("then %s", second)
	}
	began := time.Now()
	cancel()
	if err := <-done; err != nil || time.Since(began) > 5*time.Second {
		t.Errorf("%v after %s", err, time.Since(began))
	}
}

// TestEverythingHasAWord: each declared value and scene has its Italian name.
func TestEverythingHasAWord(t *testing.T) {
	list := slices.Concat(declared.Channels, declared.Variants)
	for _, m := range declared.Metrics {
		for _, a := range m.Args {
			if !a.Number {
				list = append(list, a.Values...)
			}
		}
	}
	for _, v := range list {
		if words[v] == "" {
			t.Errorf("%q has no word", v)
		}
	}
	for _, g := range []struct {
		name  string
		first int
	}{{"naspi", 1}, {"pension", 21}} {
		found, _ := guide.Find(g.name)
		for i, sc := range found.Board().Scenes {
			n := strconv.Itoa(g.first + i)
			if slices.Contains(declared.Scenes, n) && scenes[n] != l10n.Lookup("it").Text(sc.Title, nil) {
				t.Errorf("scene %s is called %q", n, scenes[n])
			}
		}
	}
}

// TestChecks: what production must see is seen.
func TestChecks(t *testing.T) {
	sent := []sqlstore.Point{{Start: now.Add(-3 * time.Hour), Count: metrics.Count{Key: metrics.Key{Metric: metrics.Sent}, N: 1000}}}
	k := func(metric, value string) metrics.Key { return metrics.Key{Metric: metric, Value: value} }
	for _, test := range []struct {
		name, check, level string
		live               figures
		series             []sqlstore.Point
		health             error
	}{
		{"no openings three hours after", "Aperture dopo l'invio", "allarme", figures{k("sent", ""): 1000}, sent, nil},
		{"openings", "Aperture dopo l'invio", "bene", figures{k("sent", ""): 1000, k("open", ""): 20}, sent, nil},
		{"nothing sent", "Aperture dopo l'invio", "bene", figures{}, nil, nil},
		{"keys that do not match", "Firme non valide", "allarme", figures{k("open", ""): 100, k("refused", "signature"): 50}, sent, nil},
		{"some", "Firme non valide", "attenzione", figures{k("open", ""): 1000, k("refused", "signature"): 20}, sent, nil},
		{"late letters", "Lettere scadute o revocate", "attenzione", figures{k("open", ""): 1000, k("refused", "expired"): 100}, sent, nil},
		{"more openings than letters", "Aperture plausibili", "attenzione", figures{k("sent", ""): 1000, k("open", ""): 5000}, sent, nil},
		{"a full disk", "Conteggio", "allarme", figures{}, sent, errors.New("disk full")},
		{"a silent channel", "Canali", "attenzione", figures{{Metric: "sent", D1: "ch", D2: "io"}: 1000}, sent, nil},
		{"a channel that is heard", "Canali", "bene", figures{{Metric: "sent", D1: "ch", D2: "io"}: 1000, {Metric: "open", D1: "ch", D2: "io"}: 50}, sent, nil},
		{"silence", "Ultimo dato", "attenzione", figures{}, []sqlstore.Point{{Start: now.AddDate(0, 0, -2)}}, nil},
	} {
		r := report{now: now, live: test.live, series: test.series}
		i := slices.IndexFunc(r.checks(test.health), func(c Check) bool { return c.Name == test.check })
		if got := r.checks(test.health)[i]; got.Level != test.level {
			t.Errorf("%s: %+v", test.name, got)
		}
	}
}

// TestReview: metrics to be reviewed are told 90 days before, then as an alarm.
func TestReview(t *testing.T) {
	for day, level := range map[string]string{"2026-12-01": "bene", "2027-09-01": "bene", "2027-10-15": "attenzione", "2028-01-01": "allarme", "2030-07-01": "allarme"} {
		on, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		if got := review(on); got.Level != level {
			t.Errorf("%s: %+v", day, got)
		}
	}
}

// TestVersus: the difference of two variants is told with its interval.
func TestVersus(t *testing.T) {
	got := versus(group{word: "a", start: 5000, done: 2600}, group{word: "b", start: 5000, done: 3050})
	if want := "Variante B rispetto a Variante A: +9,0 punti (intervallo al 95%: da +7,1 a +10,9)."; got != want {
		t.Errorf("got %s", got)
	}
}

// TestEmpty: without any data the pages say what will come.
func TestEmpty(t *testing.T) {
	s, db := dashboard(t, true, as(Importer))
	if w := get(s, "/"); w.Code != 200 || !strings.Contains(w.Body.String(), "Ancora nessun dato") {
		t.Errorf("%d", w.Code)
	}
	if w := get(s, "/contatti"); w.Code != 200 || !strings.Contains(w.Body.String(), "Non è ancora stato importato nulla") {
		t.Errorf("%d", w.Code)
	}
	if err := db.AddContacts(t.Context(), []crm.Row{{Day: "2026-11-02", Topic: "a", Channel: "b", Population: 1, Treated: true}}); err != nil {
		t.Fatal(err)
	}
	if w := get(s, "/contatti"); !strings.Contains(w.Body.String(), "manca un gruppo di confronto") {
		t.Error("what is missing is not said")
	}
}

// TestPrometheus: /metrics is Prometheus' text, and the Grafana page that comes
// with it asks for what it has.
func TestPrometheus(t *testing.T) {
	s, _ := dashboard(t, false, as(Viewer))
	s.Answers = func() map[string]int64 { return map[string]int64{"taken": 120, "failed": 0} }
	text := get(s, "/metrics").Body.String()
	for line := range strings.Lines(text) {
		if !regexp.MustCompile(`^(# (HELP|TYPE) \S+ .+|[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9]+)\n$`).MatchString(line) {
			t.Errorf("not a line of Prometheus': %q", line)
		}
	}
	page, err := os.ReadFile("grafana.json")
	if err != nil {
		t.Fatal(err)
	}
	var any map[string]any
	if err := json.Unmarshal(page, &any); err != nil {
		t.Fatal(err)
	}
	asked := regexp.MustCompile(`videoguida_[a-z_]+`).FindAllString(string(page), -1)
	for _, name := range asked {
		if !strings.Contains(text, "\n"+name) {
			t.Errorf("Grafana asks for %s, which /metrics has not", name)
		}
	}
	if len(asked) < 4 {
		t.Errorf("only %v", asked)
	}
}
