// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package release

import (
	"maps"
	"slices"
	"time"

	"videoguida/static/metrics"
)

// books are the pending counts: of totals and parts what was counted and not
// released, of lines the growth that was not dealt out.
type books map[metrics.Key]int64

// step is a step under way.
type step struct {
	live   bool
	start  time.Time
	secret []byte
	books  books
	out    []metrics.Count
}

// Apply releases what a step brought: counted is what was counted in it,
// carried the books before it. It returns what goes out and the new books.
func Apply(secret []byte, at Step, counted, carried []metrics.Count) (out, carry []metrics.Count) {
	s := step{live: at.Live, start: at.Start, secret: secret, books: books{}}
	campaigns := map[string]bool{}
	for _, c := range slices.Concat(carried, counted) {
		s.books[c.Key] += c.N
		campaigns[c.Campaign] = true
	}
	for _, c := range slices.Sorted(maps.Keys(campaigns)) {
		for _, name := range Names() {
			s.metric(c, name)
		}
	}
	for _, k := range slices.SortedFunc(maps.Keys(s.books), metrics.Compare) {
		carry = append(carry, metrics.Count{Key: k, N: s.books[k]})
	}
	return s.out, carry
}

// metric releases a metric's total if it is the step for it, and its lines when
// a day is over.
func (s *step) metric(campaign, name string) {
	top := Total(campaign, name)
	all := lines(campaign, name)
	if Live(top) == s.live {
		s.release(top, Figure(s.books[top], remainder(s.secret, s.start, top)), all)
	}
	if s.live {
		return
	}
	for _, l := range all {
		s.line(l, all)
	}
}

// release lets n of a counter out; the lines that break it down have as much to
// deal out.
func (s *step) release(k metrics.Key, n int64, all []line) {
	if n == 0 {
		return
	}
	s.out = append(s.out, metrics.Count{Key: k, N: n})
	s.books[k] -= n
	for _, l := range all {
		if l.total == k {
			s.books[l.grown()] += n
		}
	}
}

// line deals out what a total has grown by, once it is enough for all parts.
// What names no part (a letter without a variant) is a part that is not shown.
func (s *step) line(l line, all []line) {
	grown := s.books[l.grown()]
	parts := len(l.words) + 1
	if grown < int64(Least*parts) {
		return
	}
	pending := make([]int64, parts)
	pending[parts-1] = grown + s.books[l.total]
	for i, w := range l.words {
		pending[i] = s.books[l.part(w)]
		pending[parts-1] -= pending[i]
	}
	s.books[l.grown()] = 0
	for i, n := range Share(grown, pending)[:parts-1] {
		s.release(l.part(l.words[i]), n, all)
	}
}
