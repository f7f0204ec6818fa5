// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package metrics

import (
	"time"
	_ "time/tzdata" // Rome, whatever the machine has
)

// rome is where the institute's days begin.
var rome = func() *time.Location {
	l, err := time.LoadLocation("Europe/Rome")
	if err != nil {
		panic(err) // the program carries its time zones
	}
	return l
}()

// Midnight returns the start of Rome's day that holds t. On two days of a year
// the day is 23 or 25 hours long.
func Midnight(t time.Time) time.Time {
	y, m, d := t.In(rome).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, rome)
}

// NextDay returns the start of the day after the one that holds t.
func NextDay(t time.Time) time.Time {
	y, m, d := t.In(rome).Date()
	return time.Date(y, m, d+1, 0, 0, 0, 0, rome)
}

// Local returns t as Rome's clocks show it.
func Local(t time.Time) time.Time { return t.In(rome) }
