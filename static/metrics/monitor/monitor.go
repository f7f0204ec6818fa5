// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package monitor is the running half of the counters: one store, the handler
// that fills it, and the work that comes round: releasing figures every minute,
// making old counters coarser every hour.
package monitor

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"videoguida/static/metrics"
	"videoguida/static/metrics/release"
	"videoguida/static/metrics/sqlstore"
)

// Monitor is a store at work.
type Monitor struct {
	Store   *sqlstore.DB
	Handler *metrics.Handler
	Clock   *metrics.Clock
	// Released is called after figures were released, if it is set.
	Released func()

	now     func() time.Time // the machine's clock
	answers *answers
	gather  *metrics.Gather
	worked  atomic.Int64 // Unix time of the last round without an error
}

// Open opens the store that where names and gets ready to count by the clock now.
func Open(ctx context.Context, where string, now func() time.Time) (*Monitor, error) {
	db, err := sqlstore.Open(ctx, where)
	if err != nil {
		return nil, err
	}
	m := &Monitor{Store: db, now: now}
	if err := m.prepare(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return m, nil
}

// prepare reads what the store knows of the time before.
func (m *Monitor) prepare(ctx context.Context) error {
	last, err := m.Store.Last(ctx)
	if err != nil {
		return err
	}
	names, err := m.Store.Campaigns(ctx)
	if err != nil {
		return err
	}
	if m.answers, err = newAnswers(ctx, m.Store); err != nil {
		return err
	}
	m.Clock = metrics.NewClock(m.now, last)
	m.gather = metrics.NewGather(m.Store, m.Clock)
	m.Handler = metrics.NewHandler(m.gather, m.Clock, names)
	return nil
}

// Behind returns how far the machine's clock is behind the last count, or zero:
// somebody should look at it.
func (m *Monitor) Behind() time.Duration {
	return max(0, m.Clock.Now().Sub(m.now())).Round(time.Second)
}

// Run does what comes round until ctx ends. Errors are told to report, and the
// work is tried again.
func (m *Monitor) Run(ctx context.Context, report func(error)) {
	minute := time.NewTicker(time.Minute)
	defer minute.Stop()
	for round := 0; ; round++ {
		if err := m.Work(ctx, round%60 == 0); err != nil && ctx.Err() == nil {
			report(err)
		}
		select {
		case <-ctx.Done():
			return
		case <-minute.C:
		}
	}
}

// Work does one round: what is due is released, and, when hourly, old counters
// are made coarser.
func (m *Monitor) Work(ctx context.Context, hourly bool) error {
	now := m.Clock.Now()
	errs := []error{release.Run(ctx, m.Store, now)}
	if names, err := m.Store.Campaigns(ctx); err != nil {
		errs = append(errs, err)
	} else {
		m.Handler.Know(names)
	}
	if hourly {
		errs = append(errs, m.Store.Compact(ctx, now))
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("counters: %w", err)
	}
	m.worked.Store(now.Unix())
	if m.Released != nil {
		m.Released()
	}
	return nil
}

// Close writes what waits and closes the store. Nothing may be posted any more.
func (m *Monitor) Close() error {
	m.gather.Close()
	return m.Store.Close()
}

// Health returns why counts are not taken or figures not released, or nil.
func (m *Monitor) Health() error {
	if err := m.Store.Health(); err != nil {
		return err
	}
	if w := m.worked.Load(); w != 0 && m.Clock.Now().Unix()-w > 600 {
		return errors.New("figures were not released for ten minutes")
	}
	return nil
}
