// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package notify

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Refused is a message that will never be taken. Code says why, in a word.
type Refused struct{ Code string }

// Error implements error.
func (r Refused) Error() string { return "refused: " + r.Code }

// Later is a message that may be taken later; After, when it is not 0, says
// when.
type Later struct {
	Err   error
	After time.Duration
}

// Error implements error.
func (l Later) Error() string { return "later: " + l.Err.Error() }

// Unwrap implements the errors interface.
func (l Later) Unwrap() error { return l.Err }

// Unknown is a message that may have been taken: it was sent whole, and no
// answer came. Nobody is told twice, so it is not tried again.
type Unknown struct{ Err error }

// Error implements error.
func (u Unknown) Error() string { return "may have arrived: " + u.Err.Error() }

// Unwrap implements the errors interface.
func (u Unknown) Unwrap() error { return u.Err }

// Broken is an error that no other message would escape: a wrong password, a
// full disk. It ends the run.
type Broken struct{ Err error }

// Error implements error.
func (b Broken) Error() string { return b.Err.Error() }

// Unwrap implements the errors interface.
func (b Broken) Unwrap() error { return b.Err }

// Retry says how often and after how long a message is tried again: First,
// doubled each time up to Most, or what the other side asks for up to Longest.
type Retry struct {
	Times                int // in all
	First, Most, Longest time.Duration
}

// Usual is the policy for people's messages.
var Usual = Retry{Times: 6, First: time.Second, Most: time.Minute, Longest: 10 * time.Minute}

// do tries until it works, is refused, or is over.
func (p Retry) do(ctx context.Context, send func() error) error {
	wait := p.First
	for n := 1; ; n++ {
		err := send()
		var later Later
		if err == nil || final(err) || n == p.Times || ctx.Err() != nil {
			return err
		}
		pause := wait/2 + rand.N(wait/2+1)
		if errors.As(err, &later) && later.After > 0 {
			if later.After > p.Longest {
				return err
			}
			pause = later.After
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return err
		}
		wait = min(2*wait, p.Most)
	}
}

// final reports whether trying again would not help, or would tell twice.
func final(err error) bool {
	return errors.As(err, new(Refused)) || errors.As(err, new(Unknown)) || errors.As(err, new(Broken))
}

// retryAfter reads a Retry-After header: seconds or a date (RFC 9110, 10.2.3);
// 0 when there is none that can be read.
func retryAfter(header string, now time.Time) time.Duration {
	header = strings.TrimSpace(header)
	if n, err := strconv.ParseUint(header, 10, 31); err == nil {
		return time.Duration(n) * time.Second
	}
	if at, err := http.ParseTime(header); err == nil && at.After(now) {
		return at.Sub(now)
	}
	return 0
}
