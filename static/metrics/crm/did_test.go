// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package crm

import (
	"math"
	"math/rand/v2"
	"os"
	"testing"
	"time"
)

var monday = time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)

// runs is the number of invented worlds.
func runs() int {
	if os.Getenv("FULL") != "" {
		return 500
	}
	return 200
}

// TestTruthIsCovered: in invented worlds with a known effect the interval holds
// the truth in nine cases of ten at least.
func TestTruthIsCovered(t *testing.T) {
	for _, w := range []World{
		{monday, 12, 12, -0.12, 0.05, 20000},
		{monday, 8, 6, -0.06, 0.10, 5000},
		{monday, 26, 26, -0.28, 0.03, 50000},
	} {
		covered, found := 0, 0
		for i := range runs() {
			r, err := Compare(w.Rows(rand.New(rand.NewPCG(7, uint64(i)))), "")
			if err != nil {
				t.Fatal(err)
			}
			if r.Change.Low <= w.Effect && w.Effect <= r.Change.High {
				covered++
			}
			if r.Change.Excludes() {
				found++
			}
		}
		t.Logf("%d+%d weeks, effect %g: covered in %d of %d runs, found in %d", w.Before, w.After, w.Effect, covered, runs(), found)
		if covered*100 < 90*runs() {
			t.Errorf("covered in %d of %d runs", covered, runs())
		}
	}
}

// TestNothingIsFoundWhereNothingIs: without an effect at most 8 % of the
// intervals leave zero out, and so do at most as many placebos.
func TestNothingIsFoundWhereNothingIs(t *testing.T) {
	w := World{monday, 12, 12, 0, 0.05, 20000}
	found, placebo := 0, 0
	for i := range runs() {
		r, err := Compare(w.Rows(rand.New(rand.NewPCG(11, uint64(i)))), "")
		if err != nil {
			t.Fatal(err)
		}
		if r.Change.Excludes() {
			found++
		}
		if r.Placebo.Excludes() {
			placebo++
		}
	}
	t.Logf("found in %d of %d runs, placebo in %d", found, runs(), placebo)
	if found*100 > 8*runs() || placebo*100 > 10*runs() {
		t.Errorf("found in %d of %d runs, placebo in %d", found, runs(), placebo)
	}
}

// TestDetectable: an effect as large as the smallest detectable one is found in
// about four cases of five.
func TestDetectable(t *testing.T) {
	w := World{monday, 12, 12, 0, 0.05, 20000}
	var mean float64
	for i := range 50 {
		r, err := Compare(w.Rows(rand.New(rand.NewPCG(1, uint64(i)))), "")
		if err != nil {
			t.Fatal(err)
		}
		mean += r.Detectable / 50
	}
	w.Effect = mean
	found := 0
	for i := range 100 {
		r, err := Compare(w.Rows(rand.New(rand.NewPCG(13, uint64(i)))), "")
		if err != nil {
			t.Fatal(err)
		}
		if r.Change.Excludes() {
			found++
		}
	}
	if mean > -0.03 || mean < -0.15 || found < 68 || found > 94 {
		t.Errorf("detectable %g is found in %d of 100", mean, found)
	}
}

// TestTrendIsSeen: a gap that moves before the start is told.
func TestTrendIsSeen(t *testing.T) {
	w := World{monday, 12, 12, 0, 0.02, 50000}
	rows := w.Rows(rand.New(rand.NewPCG(1, 2)))
	for i := range rows {
		if rows[i].Topic == "naspi" || rows[i].Topic == "pensione" {
			at, _ := time.Parse(time.DateOnly, rows[i].Day)
			rows[i].Contacts = int64(float64(rows[i].Contacts) * math.Exp(-0.02*at.Sub(monday).Hours()/168))
		}
	}
	r, err := Compare(rows, "")
	if err != nil || r.Trend.P > 0.01 || r.Trend.PerWeek > -0.01 || r.Placebo.High > 0 {
		t.Errorf("%+v, placebo %+v, %v", r.Trend, r.Placebo, err)
	}
}

// TestWholeWeeksOnly: days of a broken week and of the week of the start are
// left out, and people are counted once however many channels there are.
func TestWholeWeeksOnly(t *testing.T) {
	w := World{monday.AddDate(0, 0, 2), 6, 6, 0, 0, 1000} // starts on a Wednesday
	rows := w.Rows(rand.New(rand.NewPCG(1, 3)))
	r, err := Compare(rows, "")
	if err != nil || r.Before != 5 || r.After != 5 {
		t.Errorf("%d and %d weeks, %v", r.Before, r.After, err)
	}
	if got := r.Weeks[0].Treated.Population; got != 2*7*1000 {
		t.Errorf("population %g", got)
	}
	if r, err := Compare(rows, "sede"); err != nil || r.Weeks[0].Treated.Population != 2*7*1000 {
		t.Errorf("by channel: %v, %v", r.Weeks[0], err)
	}
}

func TestCompareRefuses(t *testing.T) {
	w := World{monday, 3, 3, 0, 0, 1000}
	rows := w.Rows(rand.New(rand.NewPCG(1, 4)))
	if _, err := Compare(rows, ""); err != ErrFewWeeks {
		t.Errorf("got %v", err)
	}
	var some []Row
	for _, r := range rows {
		if r.Topic == "naspi" {
			some = append(some, r)
		}
	}
	if _, err := Compare(some, ""); err != ErrNoControl {
		t.Errorf("got %v", err)
	}
	if _, err := Compare(nil, ""); err != ErrNoTreated {
		t.Errorf("got %v", err)
	}
}
