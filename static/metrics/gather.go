// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package metrics

import (
	"context"
	"errors"
	"time"
)

// Store keeps counters. Its methods may be called at once.
type Store interface {
	// Add adds the batches that were not seen before to the counters of the
	// minute, in one transaction. When it returns nil they are on the disk;
	// otherwise nothing is.
	Add(ctx context.Context, minute time.Time, batches []Batch) error
	// Campaigns returns the campaigns that were announced by a manifest.
	Campaigns(ctx context.Context) ([]string, error)
	// Last returns the latest minute that holds a count, or the zero time.
	Last(ctx context.Context) (time.Time, error)
	// Compact turns minutes older than two days into hours, hours older than
	// sixty days into days of Rome, and forgets what is older than its time.
	Compact(ctx context.Context, now time.Time) error
	// Close ends it.
	Close() error
}

// Errors of a Gather.
var (
	ErrBusy   = errors.New("too many batches are waiting")
	ErrClosed = errors.New("closed")
)

// Gather puts batches that arrive together into one transaction. While one is
// being written the next ones queue, so a transaction grows with the load and
// each batch waits for two at most.
type Gather struct {
	store Store
	clock *Clock
	queue chan waiting
	stop  chan struct{}
	done  chan struct{}
}

type waiting struct {
	batch Batch
	done  chan error
}

// Sizes of the queue and of a transaction, in batches.
const (
	queueSize = 8192
	groupSize = 2048
)

// NewGather starts one; Close ends it.
func NewGather(s Store, c *Clock) *Gather {
	g := &Gather{
		store: s, clock: c, queue: make(chan waiting, queueSize),
		stop: make(chan struct{}), done: make(chan struct{}),
	}
	go g.run()
	return g
}

// Add returns nil when the batch is on the disk. The context bounds the waiting
// alone: a batch that waits may still be counted, as if its answer had been
// lost.
func (g *Gather) Add(ctx context.Context, b Batch) error {
	w := waiting{b, make(chan error, 1)}
	select {
	case <-g.stop:
		return ErrClosed
	case g.queue <- w:
	default:
		return ErrBusy
	}
	select {
	case err := <-w.done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	case <-g.done:
		return last(w.done)
	}
}

// last returns the answer of a batch that was queued while the queue closed.
func last(done chan error) error {
	select {
	case err := <-done:
		return err
	default:
		return ErrClosed
	}
}

// Close writes what waits and ends.
func (g *Gather) Close() {
	close(g.stop)
	<-g.done
}

func (g *Gather) run() {
	defer close(g.done)
	for {
		select {
		case w := <-g.queue:
			g.write(g.group(w))
		case <-g.stop:
			for len(g.queue) > 0 {
				g.write(g.group(<-g.queue))
			}
			return
		}
	}
}

// group takes what waits already.
func (g *Gather) group(first waiting) []waiting {
	group := []waiting{first}
	for len(group) < groupSize {
		select {
		case w := <-g.queue:
			group = append(group, w)
		default:
			return group
		}
	}
	return group
}

// write writes a group and answers it. A store that hangs is given up after ten
// seconds.
func (g *Gather) write(group []waiting) {
	batches := make([]Batch, len(group))
	for i, w := range group {
		batches[i] = w.batch
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	err := g.store.Add(ctx, g.clock.Now().Truncate(time.Minute), batches)
	for _, w := range group {
		w.done <- err
	}
}
