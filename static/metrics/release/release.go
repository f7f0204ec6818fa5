// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package release decides what may be published of the counters. It is the one
// way out: pages, files, live updates, alarms and /metrics read what it has
// released and nothing else.
//
// Totals are rounded by themselves. What was counted and not released yet is
// carried over; at the end of a step [Figure] lets out a multiple of five, ten
// or more, or nothing, and keeps a secret remainder. Nothing is lost: small
// counts come out later, added up.
//
// A breakdown follows its total: when the total has grown by ten for each of
// its parts, [Share] deals out exactly that growth, in multiples of five, ten
// or more, to the parts that have it. The parts therefore add up to what was
// published of the total, and no part under ten is shown.
//
// Why nobody can tell of any count that it is one to nine: the published table
// is itself a possible truth. Had every counter been exactly what was published
// of it, this package would have published the same; and in that truth each
// count is zero, or ten or more. So neither sums, differences, successive
// releases nor knowledge of this program tell more (TestNothingIsPinned tries
// every truth). Between two totals, such as openings and starts, the secret
// remainder does the same work: a published total leaves ten possible truths
// or more, and a difference of two no fewer.
//
// Totals of openings, starts and errors, and of the letters issued and sent,
// are released every quarter of an hour; everything else, breakdowns above all,
// when Rome's day is over.
package release

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"time"

	"videoguida/static/metrics"
)

// Unit and Least bound what is published: multiples of Unit, Least or more.
const (
	Unit  = 5
	Least = 10
)

// hidden is the number of remainders that [Figure] may keep, 0 to 5.
const hidden = 6

// Figure returns what goes out of a total's pending counts: a multiple of Unit,
// Least or more, or nothing. At least remainder, a secret from 0 to 5, stays.
func Figure(pending, remainder int64) int64 {
	if pending-remainder < Least {
		return 0
	}
	return (pending - remainder) / Unit * Unit
}

// Share deals grown, a multiple of Unit that is at least Least for each part,
// out to the parts according to what is pending of them. Each gets nothing or
// Least or more; who has less than Least gets nothing. Pending adds up to grown
// or more, and may be negative where a part got too much before.
func Share(grown int64, pending []int64) []int64 {
	out := make([]int64, len(pending))
	left := grown
	for i, n := range pending {
		if n >= Least {
			out[i] = n / Unit * Unit
			left -= out[i]
		}
	}
	for ; left < 0; left += Unit {
		out[best(out, func(i int) int64 { return out[i] })] -= Unit
	}
	for ; left > 0; left -= Unit {
		out[best(out, func(i int) int64 { return pending[i] - out[i] })] += Unit
	}
	return out
}

// best returns the part with output for which value is highest.
func best(out []int64, value func(i int) int64) int {
	found := -1
	for i, n := range out {
		if n > 0 && (found < 0 || value(i) > value(found)) {
			found = i
		}
	}
	return max(found, 0)
}

// live are the metrics whose totals are released every quarter of an hour.
var live = []string{"open", "start", "error", metrics.Issued, metrics.Sent}

// Live reports whether a counter is released every quarter of an hour.
func Live(k metrics.Key) bool {
	return k.Value == "" && k.D1 == "" && slices.Contains(live, k.Metric)
}

// Quarter is the length of a live step.
const Quarter = 15 * time.Minute

// grace is how long after the end of a step its last counts may be written.
const grace = time.Minute

// End returns the end of the step that holds t: of its quarter of an hour, or
// of Rome's day.
func End(live bool, t time.Time) time.Time {
	if live {
		return Start(live, t).Add(Quarter)
	}
	return metrics.NextDay(t)
}

// Start returns the start of the step that holds t.
func Start(live bool, t time.Time) time.Time {
	if live {
		return t.Truncate(Quarter)
	}
	return metrics.Midnight(t)
}

// remainder draws a total's remainder for a step. Only who holds the secret can
// draw it again.
func remainder(secret []byte, step time.Time, k metrics.Key) int64 {
	h := hmac.New(sha256.New, secret)
	h.Write(binary.BigEndian.AppendUint64(nil, uint64(step.Unix())))
	h.Write([]byte(k.Campaign + "\x00" + k.Metric))
	return int64(binary.BigEndian.Uint64(h.Sum(nil)) % hidden)
}
