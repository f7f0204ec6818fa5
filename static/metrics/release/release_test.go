// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package release

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"videoguida/static/metrics"
)

// TestShare: whatever is pending, the parts get the total's growth, each nothing
// or a multiple of five of ten or more, and nothing where less than ten is
// pending; what is dealt out once would be dealt out the same again.
func TestShare(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 100000 {
		pending := make([]int64, 2+rnd.IntN(8))
		var sum int64
		for i := range pending {
			pending[i] = rnd.Int64N([]int64{3, 12, 40, 1000}[rnd.IntN(4)]) - rnd.Int64N(8)
			sum += pending[i]
		}
		grown := (sum - rnd.Int64N(15)) / Unit * Unit
		if grown < Least*int64(len(pending)) {
			continue
		}
		out := Share(grown, pending)
		for i, n := range out {
			grown -= n
			if n%Unit != 0 || n != 0 && n < Least || n > 0 && pending[i] < Least {
				t.Fatalf("%v of %v", out, pending)
			}
		}
		if again := Share(sum64(out), out); grown != 0 || !slices.Equal(out, again) {
			t.Fatalf("%v of %v: %d left; then %v", out, pending, grown, again)
		}
	}
}

func sum64(all []int64) (n int64) {
	for _, x := range all {
		n += x
	}
	return n
}

// TestApply: over many days of invented visits, every figure keeps the rules,
// parts add up to their total as it was when they were dealt out, and no more
// than a little is kept back.
func TestApply(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	var carry []metrics.Count
	truth, shown := map[metrics.Key]int64{}, map[metrics.Key]int64{}
	for day := range 60 {
		var counted []metrics.Count
		for ch, share := range map[string]int64{"qr": 900, "io": 90, "myinps": 9, "mobile": 2} {
			n := rnd.Int64N(share)
			counted = append(counted,
				metrics.Count{Key: metrics.Key{Campaign: "2026q4", Metric: "ready"}, N: n},
				metrics.Count{Key: metrics.Key{Campaign: "2026q4", Metric: "ready", D1: "ch", D2: ch}, N: n})
		}
		for _, c := range counted {
			truth[c.Key] += c.N
		}
		var out []metrics.Count
		out, carry = Apply([]byte("invented"), Step{Start: time.Unix(int64(day)*86400, 0)}, counted, carry)
		for _, c := range out {
			shown[c.Key] += c.N
			if c.N%Unit != 0 || c.N < Least {
				t.Fatalf("published %v", c)
			}
		}
	}
	total := Total("2026q4", "ready")
	parts := int64(0)
	for k, n := range truth {
		if off := n - shown[k]; off < -40 || off > 60 {
			t.Errorf("%v: %d of %d", k, shown[k], n)
		}
		if k != total {
			parts += shown[k]
		}
	}
	if off := shown[total] - parts; off < 0 || off >= 60 || truth[total] < 10000 {
		t.Errorf("parts add up to %d of %d", parts, shown[total])
	}
}

// TestRemaindersDiffer: remainders are spread, differ by counter and step, and
// are the same again for the same ones.
func TestRemaindersDiffer(t *testing.T) {
	var seen [hidden]int
	for i := range 600 {
		k, at := Total("2026q4", strconv.Itoa(i%7)), time.Unix(int64(i)*900, 0)
		r := remainder([]byte("invented"), at, k)
		if r != remainder([]byte("invented"), at, k) {
			t.Fatal("a remainder changed")
		}
		seen[r]++
	}
	for r, n := range seen {
		if n < 60 {
			t.Errorf("remainder %d came %d times of 600", r, n)
		}
	}
}

// TestSteps: days are Rome's, also when the clocks change.
func TestSteps(t *testing.T) {
	for _, test := range []struct {
		at          string
		live        bool
		start, hour string
	}{
		{"2026-11-26T22:59:59Z", false, "2026-11-25T23:00:00Z", "24h0m0s"},
		{"2026-11-26T23:00:00Z", false, "2026-11-26T23:00:00Z", "24h0m0s"},
		{"2026-03-29T12:00:00Z", false, "2026-03-28T23:00:00Z", "23h0m0s"},
		{"2026-10-25T12:00:00Z", false, "2026-10-24T22:00:00Z", "25h0m0s"},
		{"2028-02-29T12:00:00Z", false, "2028-02-28T23:00:00Z", "24h0m0s"},
		{"2026-10-25T00:59:59Z", true, "2026-10-25T00:45:00Z", "15m0s"},
	} {
		at, err := time.Parse(time.RFC3339, test.at)
		if err != nil {
			t.Fatal(err)
		}
		start, end := Start(test.live, at), End(test.live, at)
		if got := start.UTC().Format(time.RFC3339); got != test.start || end.Sub(start).String() != test.hour {
			t.Errorf("%s: %s and %s long", test.at, got, end.Sub(start))
		}
	}
}

// TestRounder: a count in memory is published once a quarter, rounded.
func TestRounder(t *testing.T) {
	r := Rounder{Key: Total("", "failed"), Secret: []byte("invented")}
	now := time.Date(2026, 11, 26, 10, 1, 0, 0, time.UTC)
	if got := r.Show(9, now); got != 0 {
		t.Errorf("of 9: %d", got)
	}
	if got := r.Show(500, now.Add(10*time.Minute)); got != 0 {
		t.Errorf("within the quarter: %d", got)
	}
	got := r.Show(503, now.Add(15*time.Minute))
	if got%Unit != 0 || got > 503 || got < 490 {
		t.Errorf("of 503: %d", got)
	}
	if again := r.Show(504, now.Add(16*time.Minute)); again != got {
		t.Errorf("then %d", again)
	}
}
