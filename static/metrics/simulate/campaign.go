// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package simulate invents a campaign whose truth is known and sends it through
// the counters as pages would: every figure of the demonstration went through
// the handler, the store and the release.
package simulate

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"videoguida/static/metrics"
	"videoguida/static/metrics/crm"
	"videoguida/static/metrics/release"
	"videoguida/static/metrics/sqlstore"
)

// Effect is the known change of contacts about treated topics.
const Effect = -0.12

// Campaign is an invented campaign.
type Campaign struct {
	ID      string
	Days    int   // whole ones; today follows them
	Letters int64 // sent over the first ten days
	Seed    uint64
	Now     time.Time
	Report  func() // called after each day
}

// Run fills an empty database with the campaign, and with contacts in which the
// guide has its known effect.
func (c Campaign) Run(ctx context.Context, db *sqlstore.DB) error {
	at := metrics.Midnight(c.Now).AddDate(0, 0, -c.Days)
	clock := metrics.NewClock(func() time.Time { return at }, time.Time{})
	g := metrics.NewGather(db, clock)
	defer g.Close()
	h := metrics.NewHandler(g, clock, []string{c.ID})
	h.Flood.Rate, h.Flood.Burst, h.Flood.All = math.MaxInt32, math.MaxInt32, math.MaxInt32
	rnd := rand.New(rand.NewPCG(c.Seed, 7203))
	for d := range c.Days {
		if err := c.deliver(ctx, db, d, at.Add(8*time.Hour)); err != nil {
			return err
		}
		start := at
		for hour := 6; hour < 24; hour++ {
			at = start.Add(time.Duration(hour) * time.Hour)
			if err := c.hour(h, rnd, c.openings(d)*busy[hour]); err != nil {
				return err
			}
		}
		at = metrics.NextDay(start)
		if err := release.Run(ctx, db, at.Add(2*time.Minute)); err != nil {
			return err
		}
		if c.Report != nil {
			c.Report()
		}
	}
	for start := at; at.Before(c.Now.Add(-time.Hour)); at = at.Add(time.Hour) { // today, so far
		if err := c.hour(h, rnd, c.openings(c.Days)*busy[int(at.Sub(start).Hours())%24]); err != nil {
			return err
		}
	}
	return errors.Join(release.Run(ctx, db, c.Now), c.contacts(ctx, db, rnd))
}

// busy is the share of a day's openings in each hour.
var busy = [24]float64{6: 0.01, 7: 0.03, 8: 0.06, 9: 0.09, 10: 0.1, 11: 0.1, 12: 0.08, 13: 0.07, 14: 0.07, 15: 0.07, 16: 0.07, 17: 0.06, 18: 0.06, 19: 0.05, 20: 0.04, 21: 0.02, 22: 0.01, 23: 0.01}

// delivery is the number of days in which the letters go out.
const delivery = 10

// openings is how many openings a day has on average: three letters of ten are
// opened, most within a week.
func (c Campaign) openings(day int) (n float64) {
	for sent := range min(delivery, day+1) {
		n += 0.3 * float64(c.Letters) / delivery * math.Exp(-float64(day-sent)/6) / 6.5
	}
	return n
}

// deliver counts a day's letters as the manifests of batch and notify would.
func (c Campaign) deliver(ctx context.Context, db *sqlstore.DB, day int, at time.Time) error {
	if day >= delivery {
		return nil
	}
	r := metrics.Run{ID: fmt.Sprintf("demo %s %d", c.ID, day), Campaigns: []string{c.ID}}
	n := c.Letters / delivery
	for _, metric := range []string{metrics.Issued, metrics.Sent} {
		if metric == metrics.Sent {
			n -= n / 50 // wrong addresses
		}
		k := metrics.Key{Campaign: c.ID, Metric: metric}
		r.Counts = append(r.Counts, metrics.Count{Key: k, N: n})
		for i, ch := range []string{"qr", "myinps", "io", "mobile"} {
			k.D1, k.D2 = "ch", ch
			r.Counts = append(r.Counts, metrics.Count{Key: k, N: n * []int64{55, 22, 15, 8}[i] / 100})
		}
	}
	return db.AddRun(ctx, at, r)
}

// hour posts an hour's visits at once.
func (c Campaign) hour(h http.Handler, rnd *rand.Rand, mean float64) error {
	var bodies []string
	for range int(mean + rnd.Float64()) {
		bodies = append(bodies, newVisit(rnd).bodies(rnd, c.ID)...)
	}
	var all errgroup.Group
	all.SetLimit(64)
	for _, b := range bodies {
		all.Go(func() error { return post(h, b) })
	}
	return all.Wait()
}

func post(h http.Handler, body string) error {
	r := httptest.NewRequest(http.MethodPost, metrics.Path, strings.NewReader(body))
	r.Header.Set("Content-Type", "text/plain")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != http.StatusNoContent {
		return fmt.Errorf("simulate: %d %s", w.Code, w.Header().Get(metrics.RefusedHeader))
	}
	return nil
}

// contacts invents half a year of contacts; the guide begins in its middle.
func (c Campaign) contacts(ctx context.Context, db *sqlstore.DB, rnd *rand.Rand) error {
	w := crm.World{Before: 14, After: 12, Effect: Effect, Noise: 0.04, People: 60000}
	w.Start = metrics.Midnight(c.Now).UTC().Truncate(24*time.Hour).AddDate(0, 0, -7*(w.Before+w.After)-7)
	for w.Start.Weekday() != time.Monday {
		w.Start = w.Start.AddDate(0, 0, 1)
	}
	return db.AddContacts(ctx, w.Rows(rnd))
}
