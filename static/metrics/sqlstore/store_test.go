// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sqlstore

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"videoguida/static/metrics"
	"videoguida/static/metrics/release"
)

// both are the stores that have one behaviour; each has its own database.
var both = []struct {
	name string
	test func(t *testing.T, open func(t *testing.T) *DB)
}{
	{"add", testAdd},
	{"nonces count once", testNonces},
	{"at once", testAtOnce},
	{"compact", testCompact},
	{"compact at once", testCompactAtOnce},
	{"forget", testForget},
	{"runs", testRuns},
	{"release", testRelease},
	{"one release", testOneRelease},
	{"catch up", testCatchUp},
	{"reopen", testReopen},
	{"newer schema", testNewer},
	{"contacts", testContacts},
}

// opened returns a function that opens the same database again and again.
func opened(where string) func(t *testing.T) *DB {
	return func(t *testing.T) *DB {
		t.Helper()
		db, err := Open(context.Background(), where)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { db.Close() })
		return db
	}
}

func TestSQLite(t *testing.T) {
	for _, b := range both {
		t.Run(b.name, func(t *testing.T) {
			open := opened(filepath.Join(t.TempDir(), "guide #1?%.db"))
			b.test(t, open)
			if err := open(t).Check(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestPostgreSQL is the same on a real server.
func TestPostgreSQL(t *testing.T) {
	server := postgres(t)
	for _, b := range both {
		t.Run(b.name, func(t *testing.T) { b.test(t, opened(database(t, server))) })
	}
}

func at(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err)
	}
	return t
}

func batch(nonce string, counts ...metrics.Count) metrics.Batch {
	return metrics.Batch{Nonce: nonce + strings.Repeat("A", 22-len(nonce)), Counts: counts}
}

func open1(n int64) metrics.Count {
	return metrics.Count{Key: metrics.Key{Campaign: "2026q4", Metric: "open"}, N: n}
}

func qr(n int64) metrics.Count {
	return metrics.Count{Key: metrics.Key{Campaign: "2026q4", Metric: "open", D1: "ch", D2: "qr"}, N: n}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// total is everything that is stored.
func total(t *testing.T, db *DB) []metrics.Count {
	t.Helper()
	all, err := db.Counted(t.Context(), time.Time{}, at("2100-01-01T00:00:00Z"))
	must(t, err)
	return sorted(asMap(all))
}

func asMap(all []metrics.Count) map[metrics.Key]int64 {
	m := map[metrics.Key]int64{}
	for _, c := range all {
		m[c.Key] += c.N
	}
	return m
}

func testAdd(t *testing.T, open func(t *testing.T) *DB) {
	db := open(t)
	must(t, db.Add(t.Context(), at("2026-11-26T10:00:30Z"), []metrics.Batch{batch("a", open1(1), qr(1)), batch("b", open1(1))}))
	must(t, db.Add(t.Context(), at("2026-11-26T10:00:59Z"), []metrics.Batch{batch("c", open1(3))}))
	must(t, db.Add(t.Context(), at("2026-11-26T10:01:00Z"), nil))
	if d := cmp.Diff([]metrics.Count{open1(5), qr(1)}, total(t, db)); d != "" {
		t.Error(d)
	}
	last, err := db.Last(t.Context())
	if err != nil || last != at("2026-11-26T10:00:00Z") {
		t.Errorf("last %v, %v", last, err)
	}
	many := make([]metrics.Batch, 500)
	for i := range many {
		c := open1(1)
		c.Value = fmt.Sprint(i % 170)
		many[i] = batch(fmt.Sprint("m", i, "-"), c)
	}
	must(t, db.Add(t.Context(), at("2026-11-26T10:02:00Z"), many))
	if all := total(t, db); len(all) != 172 {
		t.Errorf("%d counters", len(all))
	}
}

func testNonces(t *testing.T, open func(t *testing.T) *DB) {
	db := open(t)
	now := at("2026-11-26T10:00:00Z")
	must(t, db.Add(t.Context(), now, []metrics.Batch{batch("a", open1(1)), batch("a", open1(1)), batch("b", open1(1))}))
	must(t, db.Add(t.Context(), now.Add(time.Hour), []metrics.Batch{batch("b", open1(1)), batch("c", open1(1))}))
	if d := cmp.Diff([]metrics.Count{open1(3)}, total(t, db)); d != "" {
		t.Error(d)
	}
}

// testAtOnce: several hosts, or goroutines, write the same counters and nonces.
func testAtOnce(t *testing.T, open func(t *testing.T) *DB) {
	var wg sync.WaitGroup
	for host := range 3 {
		db := open(t)
		for g := range 4 {
			wg.Go(func() {
				for i := range 25 {
					own := batch(fmt.Sprint("h", host, "g", g, "i", i, "-"), open1(1), qr(1))
					shared := batch(fmt.Sprint("s", i, "-"), open1(1))
					if err := db.Add(t.Context(), at("2026-11-26T10:00:00Z"), []metrics.Batch{own, shared}); err != nil {
						t.Error(err)
					}
				}
			})
		}
	}
	wg.Wait()
	if d := cmp.Diff([]metrics.Count{open1(325), qr(300)}, total(t, open(t))); d != "" {
		t.Error(d)
	}
}

// testCompact: minutes become hours and hours days of Rome, also of 23 and 25
// hours and on a leap day, and no count is lost.
func testCompact(t *testing.T, open func(t *testing.T) *DB) {
	db := open(t)
	var days []int64
	for i, s := range []string{"2026-03-28", "2026-03-29", "2026-10-25", "2028-02-28", "2028-02-29", "2028-03-01"} {
		day, err := time.Parse(time.DateOnly, s)
		must(t, err)
		start := metrics.Midnight(day.Add(12 * time.Hour))
		days = append(days, start.Unix())
		for h := start; h.Before(metrics.NextDay(start)); h = h.Add(30 * time.Minute) {
			must(t, db.Add(t.Context(), h, []metrics.Batch{batch(fmt.Sprint(i, h.Unix(), "-"), open1(1), qr(1))}))
		}
	}
	before := total(t, db)
	for _, now := range []string{"2028-03-01T12:00:00Z", "2028-03-03T12:00:00Z", "2028-03-03T12:00:00Z", "2028-06-01T00:00:00Z"} {
		must(t, db.Compact(t.Context(), at(now)))
		if now < "2028-06" {
			continue
		}
		got, err := db.words(t.Context(), "SELECT span || ' ' || bucket || ' ' || n FROM counter WHERE d1 = '' ORDER BY bucket")
		must(t, err)
		var want []string
		for i, n := range []int{48, 46, 50, 48, 48, 48} {
			want = append(want, fmt.Sprint("86400 ", days[i], " ", n))
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
	}
	if d := cmp.Diff(before, total(t, db)); d != "" {
		t.Error(d)
	}
}

// testCompactAtOnce: of hosts that make counters coarser at once none moves a
// count that another moved.
func testCompactAtOnce(t *testing.T, open func(t *testing.T) *DB) {
	db := open(t)
	for i := range 100 {
		must(t, db.Add(t.Context(), at("2026-11-01T10:00:00Z").Add(time.Duration(i)*7*time.Minute), []metrics.Batch{batch(fmt.Sprint("c", i, "-"), open1(1))}))
	}
	var wg sync.WaitGroup
	for range 4 {
		db := open(t)
		wg.Go(func() {
			for _, now := range []string{"2026-11-05T10:00:00Z", "2027-02-05T10:00:00Z"} {
				if err := db.Compact(t.Context(), at(now)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if d := cmp.Diff([]metrics.Count{open1(100)}, total(t, db)); d != "" {
		t.Error(d)
	}
	if last, err := db.Last(t.Context()); err != nil || last != at("2026-10-31T23:00:00Z") {
		t.Errorf("last %v, %v", last, err)
	}
}

// testForget: a campaign is kept for a year after its last count, a nonce for
// two days.
func testForget(t *testing.T, open func(t *testing.T) *DB) {
	db := open(t)
	must(t, db.AddRun(t.Context(), at("2026-11-26T10:00:00Z"), metrics.Run{ID: "r", Campaigns: []string{"2026q4"}}))
	must(t, db.Add(t.Context(), at("2026-11-26T10:00:00Z"), []metrics.Batch{batch("a", open1(1))}))
	must(t, db.Compact(t.Context(), at("2026-11-29T10:00:00Z")))
	must(t, db.Add(t.Context(), at("2026-11-29T10:00:00Z"), []metrics.Batch{batch("a", open1(1))}))
	if d := cmp.Diff([]metrics.Count{open1(2)}, total(t, db)); d != "" {
		t.Error(d)
	}
	must(t, db.Compact(t.Context(), at("2027-11-20T10:00:00Z")))
	if len(total(t, db)) != 1 {
		t.Error("forgotten too early")
	}
	must(t, db.Compact(t.Context(), at("2027-12-10T10:00:00Z")))
	if all := total(t, db); len(all) != 0 {
		t.Errorf("a year later %v", all)
	}
	if names, err := db.Campaigns(t.Context()); err != nil || len(names) != 0 {
		t.Errorf("campaigns %v, %v", names, err)
	}
}

// testRuns: a run counts once, however often it is imported, and what it did
// later is added; another run counts for itself.
func testRuns(t *testing.T, open func(t *testing.T) *DB) {
	db := open(t)
	run := func(name string, n int64) {
		must(t, db.AddRun(t.Context(), at("2026-11-26T10:00:00Z"), metrics.Run{ID: name, Campaigns: []string{"2026q4"}, Counts: []metrics.Count{open1(n), qr(n)}}))
	}
	run("notify a 1/1", 900)
	run("notify a 1/1", 900)
	run("notify a 1/1", 940)
	run("notify a 1/1", 100)
	run("batch a 1/1", 1000)
	if d := cmp.Diff([]metrics.Count{open1(1940), qr(1940)}, total(t, db)); d != "" {
		t.Error(d)
	}
	if names, err := db.Campaigns(t.Context()); err != nil || !cmp.Equal(names, []string{"2026q4"}) {
		t.Errorf("campaigns %v, %v", names, err)
	}
}

// testRelease: a day's counts come out by the rules, and the next step builds
// on what was kept back.
func testRelease(t *testing.T, open func(t *testing.T) *DB) {
	db := open(t)
	must(t, db.Add(t.Context(), at("2026-11-26T10:00:00Z"), []metrics.Batch{batch("a", open1(1000), qr(1000))}))
	must(t, release.Run(t.Context(), db, at("2026-11-26T10:15:59Z")))
	if all, err := db.Published(t.Context()); err != nil || len(all) != 0 {
		t.Errorf("a step was released that was not over: %v, %v", all, err)
	}
	must(t, release.Run(t.Context(), db, at("2026-11-26T10:16:00Z")))
	all, err := db.Released(t.Context(), "2026q4", time.Time{}, at("2026-11-27T00:00:00Z"))
	if err != nil || len(all) != 1 || all[0].Key != open1(0).Key || all[0].N < 990 || all[0].N > 1000 || all[0].N%5 != 0 {
		t.Errorf("live: %v, %v", all, err)
	}
	must(t, db.Add(t.Context(), at("2026-11-27T10:00:00Z"), []metrics.Batch{batch("b", open1(30), qr(30))}))
	must(t, release.Run(t.Context(), db, at("2026-11-28T10:00:00Z")))
	all, err = db.Released(t.Context(), "2026q4", time.Time{}, at("2026-11-28T00:00:00Z"))
	if err != nil || len(all) != 2 || all[0].N < 1015 || all[0].N > 1030 || all[1].N > all[0].N || all[1].N < 985 {
		t.Errorf("days: %v, %v", all, err)
	}
	points, err := db.Series(t.Context(), "2026q4", time.Time{}, at("2026-11-28T00:00:00Z"))
	if err != nil || len(points) != 2 || points[0].Start != at("2026-11-26T10:00:00Z") {
		t.Errorf("series: %v, %v", points, err)
	}
}

// testOneRelease: of hosts that release at once one does, for each step.
func testOneRelease(t *testing.T, open func(t *testing.T) *DB) {
	db := open(t)
	for i := range 10 {
		must(t, db.Add(t.Context(), at("2026-11-20T10:00:00Z").Add(time.Duration(i)*24*time.Hour), []metrics.Batch{batch(fmt.Sprint("a", i, "-"), open1(100), qr(100))}))
	}
	var wg sync.WaitGroup
	for range 3 {
		db := open(t)
		wg.Go(func() {
			if err := release.Run(t.Context(), db, at("2026-12-10T10:00:00Z")); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	all, err := db.Released(t.Context(), "2026q4", time.Time{}, at("2026-12-10T00:00:00Z"))
	if err != nil || len(all) != 2 || all[0].N < 985 || all[0].N > 1000 {
		t.Errorf("%v, %v", all, err)
	}
}

// testCatchUp: released after a pause or step by step, figures are the same.
func testCatchUp(t *testing.T, open func(t *testing.T) *DB) {
	db := open(t)
	first := at("2026-11-20T10:00:00Z")
	for i := range 5 {
		day := first.Add(time.Duration(i) * 24 * time.Hour)
		must(t, db.Add(t.Context(), day, []metrics.Batch{batch(fmt.Sprint("a", i, "-"), open1(200), qr(190))}))
	}
	read := func() []metrics.Count {
		all, err := db.Released(t.Context(), "2026q4", time.Time{}, at("2026-12-10T00:00:00Z"))
		must(t, err)
		return all
	}
	for h := range 24 * 7 {
		must(t, release.Run(t.Context(), db, first.Add(time.Duration(h)*time.Hour)))
	}
	want := read()
	for _, s := range []string{"DELETE FROM released", "DELETE FROM carry", "DELETE FROM meta WHERE name LIKE 'released%'"} {
		_, err := db.write.Exec(s)
		must(t, err)
	}
	must(t, release.Run(t.Context(), db, first.Add(24*7*time.Hour)))
	if d := cmp.Diff(want, read()); d != "" || len(want) != 2 {
		t.Errorf("%v: %s", want, d)
	}
}

func testReopen(t *testing.T, open func(t *testing.T) *DB) {
	db := open(t)
	must(t, db.Add(t.Context(), at("2026-11-26T10:00:00Z"), []metrics.Batch{batch("a", open1(1))}))
	must(t, db.AddRun(t.Context(), at("2026-11-26T10:00:00Z"), metrics.Run{ID: "r", Campaigns: []string{"naspi-2026"}}))
	one, err := db.Secret(t.Context())
	must(t, err)
	must(t, db.Close())
	db = open(t)
	two, err := db.Secret(t.Context())
	if err != nil || len(one) != 32 || !cmp.Equal(one, two) {
		t.Errorf("secrets %x and %x, %v", one, two, err)
	}
	names, err := db.Campaigns(t.Context())
	if err != nil || len(names) != 1 || len(total(t, db)) != 1 {
		t.Errorf("campaigns %v, %v", names, err)
	}
}

func testNewer(t *testing.T, open func(t *testing.T) *DB) {
	db := open(t)
	set := func(v string) {
		_, err := db.write.Exec(db.q("UPDATE meta SET value = ? WHERE name = 'schema'"), v)
		must(t, err)
	}
	set("7")
	where := db.d.path
	if db.d.postgres {
		must(t, db.write.QueryRow("SELECT 'postgres:///' || current_database() || '?user=guida&host=' || current_setting('unix_socket_directories')").Scan(&where))
	}
	if _, err := Open(t.Context(), where); err == nil || !strings.Contains(err.Error(), "schema is version 7, this program knows 1") {
		t.Errorf("got %v", err)
	}
	set("1")
}
