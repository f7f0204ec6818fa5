// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package metrics

import (
	"sync"
	"time"
)

// Clock tells a time that never goes back. While the machine's clock is behind
// what was told, time passes at half its pace until the two meet: counters keep
// their order and no closed hour is opened again. The zero value is not ready;
// see [NewClock].
type Clock struct {
	mu   sync.Mutex
	wall func() time.Time
	told time.Time // the last answer
	seen time.Time // the wall clock then, with the machine's monotonic reading
}

// NewClock returns a clock that starts at floor or at wall's time, whichever is
// later: floor is the last time that the store saw.
func NewClock(wall func() time.Time, floor time.Time) *Clock {
	now := wall()
	c := &Clock{wall: wall, told: now, seen: now}
	if floor.After(now) {
		c.told = floor
	}
	return c
}

// Now returns the time in UTC.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := c.wall()
	passed := max(0, now.Sub(c.seen)) // monotonic where the machine can
	c.seen = now
	if wall := now.Round(0); wall.After(c.told) {
		c.told = wall
	} else {
		c.told = c.told.Add(passed / 2)
	}
	return c.told.UTC()
}
