// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package release

import (
	"sync"
	"time"

	"videoguida/static/metrics"
)

// Rounder publishes a count that lives in memory, such as of answers, by the
// rules of a total: each closed quarter of an hour, and never in between.
type Rounder struct {
	Key    metrics.Key
	Secret []byte

	mu      sync.Mutex
	quarter time.Time
	shown   int64
}

// Show returns what may be published at a time when the count is n.
func (r *Rounder) Show(n int64, now time.Time) int64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	if q := Start(true, now); q.After(r.quarter) {
		r.quarter = q
		r.shown += Figure(n-r.shown, remainder(r.Secret, q, r.Key))
	}
	return r.shown
}
