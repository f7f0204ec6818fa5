// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package simulate

import (
	"math"
	"path/filepath"
	"testing"
	"time"

	"videoguida/static/metrics"
	"videoguida/static/metrics/crm"
	"videoguida/static/metrics/sqlstore"
)

// TestTruthComesOut: what was invented goes in as pages send it and comes out
// as published, within the rounding.
func TestTruthComesOut(t *testing.T) {
	db, err := sqlstore.Open(t.Context(), filepath.Join(t.TempDir(), "demo.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	c := Campaign{ID: "2026q4", Days: 6, Letters: 20000, Seed: 1, Now: time.Date(2026, 11, 26, 10, 0, 0, 0, time.UTC)}
	if err := c.Run(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	all, err := db.Released(t.Context(), "2026q4", time.Time{}, c.Now)
	if err != nil {
		t.Fatal(err)
	}
	got := map[metrics.Key]float64{}
	for _, x := range all {
		got[x.Key] = float64(x.N)
	}
	key := func(metric, value, by, word string) float64 {
		return got[metrics.Key{Campaign: "2026q4", Metric: metric, Value: value, D1: by, D2: word}]
	}
	opens := key("open", "", "", "")
	if parts := key("open", "", "ch", "qr") / opens; opens < 500 || math.Abs(parts-0.55) > 0.08 {
		t.Errorf("%g openings, %g by letter", opens, parts)
	}
	for v, want := range Completion {
		if share := key("viewed", "80", "va", v) / key("start", "", "va", v); math.Abs(share-want) > 0.1 {
			t.Errorf("variant %s: %g of starts completed, invented %g", v, share, want)
		}
	}
	if sent := key(metrics.Sent, "", "", ""); sent < 11700 || sent > 11760 {
		t.Errorf("%g sent", sent)
	}
	rows, err := db.Contacts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if r, err := crm.Compare(rows, ""); err != nil || r.Change.Low > Effect || r.Change.High < Effect {
		t.Errorf("%+v, %v", r.Change, err)
	}
}
