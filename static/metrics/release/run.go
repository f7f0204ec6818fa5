// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package release

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"videoguida/static/metrics"
)

// Store is what releasing needs of a store.
type Store interface {
	// Secret returns the store's secret for remainders.
	Secret(ctx context.Context) ([]byte, error)
	// Mark returns up to when live or daily counters were released; zero when
	// they never were.
	Mark(ctx context.Context, live bool) (time.Time, error)
	// Next returns the first bucket at or after from that holds a count, or
	// zero.
	Next(ctx context.Context, from time.Time) (time.Time, error)
	// Counted returns the sums of the buckets from one time up to another.
	Counted(ctx context.Context, from, to time.Time) ([]metrics.Count, error)
	// Carried returns what was not released of every counter.
	Carried(ctx context.Context) ([]metrics.Count, error)
	// Publish stores a step in one transaction, unless the mark is no longer
	// the step's: then it returns ErrDone.
	Publish(ctx context.Context, s Step) error
}

// ErrDone means that another host released the step.
var ErrDone = errors.New("the step was released already")

// Step is one step's result.
type Step struct {
	Live       bool
	Mark       time.Time // the mark before
	Start, End time.Time
	Out, Carry []metrics.Count
}

// Run releases every step that ended a minute before now, the earliest first: a
// day follows its quarters of an hour. Steps in which nothing was counted are
// passed over.
func Run(ctx context.Context, s Store, now time.Time) error {
	secret, err := s.Secret(ctx)
	if err != nil {
		return fmt.Errorf("release: %w", err)
	}
	for {
		next, err := first(ctx, s)
		if err == nil && (next.End.IsZero() || next.End.Add(grace).After(now)) {
			return nil
		}
		if err == nil {
			err = one(ctx, s, next, secret)
		}
		if err != nil && !errors.Is(err, ErrDone) {
			return fmt.Errorf("release: %w", err)
		}
	}
}

// first returns the step that ends first of the next live and daily ones, the
// live one when both end at once. Its End is zero when there is none.
func first(ctx context.Context, s Store) (found Step, err error) {
	for _, live := range []bool{true, false} {
		mark, err := s.Mark(ctx, live)
		if err != nil {
			return found, err
		}
		at, err := s.Next(ctx, mark)
		if err != nil {
			return found, err
		}
		if end := End(live, at); !at.IsZero() && (found.End.IsZero() || end.Before(found.End)) {
			found = Step{Live: live, Mark: mark, Start: Start(live, at), End: end}
		}
	}
	return found, nil
}

// one releases a step.
func one(ctx context.Context, s Store, r Step, secret []byte) error {
	counted, err := s.Counted(ctx, r.Start, r.End)
	if err != nil {
		return err
	}
	carried, err := s.Carried(ctx)
	if err != nil {
		return err
	}
	counted = slices.DeleteFunc(counted, func(c metrics.Count) bool { return Live(c.Key) != r.Live })
	r.Out, r.Carry = Apply(secret, r, counted, carried)
	return s.Publish(ctx, r)
}
