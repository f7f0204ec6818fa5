// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package crm

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"time"
)

// Week is a whole week, Monday to Sunday.
type Week struct {
	Monday  time.Time
	Treated Rate // topics that get the guide, now or later
	Control Rate // the others
	After   bool // the guide was being given on all its days
}

// Rate is contacts and the population they come from, both summed over days.
type Rate struct{ Contacts, Population float64 }

// PerThousand is contacts a day and 1,000 people.
func (r Rate) PerThousand() float64 { return 1000 * r.Contacts / r.Population }

// gap is the difference of the logarithms of both rates. Half a contact is
// added, so that a week without contacts has one too.
func (w Week) gap() float64 {
	l := func(r Rate) float64 { return math.Log((r.Contacts + 0.5) / r.Population) }
	return l(w.Treated) - l(w.Control)
}

// Channels returns the channels of the rows in order.
func Channels(rows []Row) (all []string) {
	for _, r := range rows {
		if !slices.Contains(all, r.Channel) {
			all = append(all, r.Channel)
		}
	}
	slices.Sort(all)
	return all
}

// Errors that say what a comparison lacks.
var (
	ErrNoTreated = errors.New("no topic is ever marked as treated")
	ErrNoControl = errors.New("every topic is marked as treated: nothing to compare with")
	ErrFewWeeks  = errors.New("fewer than four whole weeks before or after the start")
)

// day sums one day's rows.
type day struct {
	treated, control Rate
	given            bool
}

// Weeks sums rows into whole weeks. A week in which the guide began is left
// out, and so is one with a missing day.
func Weeks(rows []Row, channel string) ([]Week, error) {
	ever := map[string]bool{}
	for _, r := range rows {
		ever[r.Topic] = ever[r.Topic] || r.Treated
	}
	if err := groups(ever); err != nil {
		return nil, err
	}
	return whole(sumDays(rows, channel, ever)), nil
}

func groups(ever map[string]bool) error {
	n := 0
	for _, treated := range ever {
		if treated {
			n++
		}
	}
	switch n {
	case 0:
		return ErrNoTreated
	case len(ever):
		return ErrNoControl
	}
	return nil
}

// sumDays adds a channel's rows, or all, by day. People are counted once for a
// topic, through however many channels they call.
func sumDays(rows []Row, channel string, ever map[string]bool) map[string]*day {
	days := map[string]*day{}
	people := map[[2]string]int64{}
	for _, r := range rows {
		if channel != "" && r.Channel != channel {
			continue
		}
		d := days[r.Day]
		if d == nil {
			d = &day{}
			days[r.Day] = d
		}
		d.given = d.given || r.Treated
		rate := &d.control
		if ever[r.Topic] {
			rate = &d.treated
		}
		k := [2]string{r.Day, r.Topic}
		more := max(0, r.Population-people[k])
		people[k] += more
		rate.Contacts += float64(r.Contacts)
		rate.Population += float64(more)
	}
	return days
}

// whole gathers days into weeks that have all seven.
func whole(days map[string]*day) (weeks []Week) {
	for s := range days {
		monday, err := time.Parse(time.DateOnly, s)
		if err != nil || monday.Weekday() != time.Monday {
			continue
		}
		if w, ok := week(days, monday); ok {
			weeks = append(weeks, w)
		}
	}
	slices.SortFunc(weeks, func(a, b Week) int { return cmp.Compare(a.Monday.Unix(), b.Monday.Unix()) })
	return weeks
}

func week(days map[string]*day, monday time.Time) (w Week, ok bool) {
	w.Monday = monday
	given := 0
	for i := range 7 {
		d := days[monday.AddDate(0, 0, i).Format(time.DateOnly)]
		if d == nil || d.treated.Population == 0 || d.control.Population == 0 {
			return w, false
		}
		w.Treated.add(d.treated)
		w.Control.add(d.control)
		if d.given {
			given++
		}
	}
	w.After = given == 7
	return w, given == 0 || given == 7
}

func (r *Rate) add(o Rate) {
	r.Contacts += o.Contacts
	r.Population += o.Population
}
