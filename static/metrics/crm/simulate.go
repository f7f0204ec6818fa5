// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package crm

import (
	"math"
	"math/rand/v2"
	"time"
)

// World is an invented institute with a known truth, for tests and for the
// demonstration.
type World struct {
	Start         time.Time // the first day, any weekday
	Before, After int       // weeks
	Effect        float64   // relative change of treated topics, -0.12
	Noise         float64   // standard deviation of a topic's week, logarithm
	People        int64     // the population of each topic
}

// topics are the invented topics; the first half gets the guide.
var topics = []string{"naspi", "pensione", "assegno unico", "permessi"}

// channelRates are contacts a day and person on a middling weekday.
var channelRates = []struct {
	name string
	rate float64
}{{"sede", 0.0010}, {"telefono", 0.0030}}

// weekdays is how much of a middling day each weekday has, Sunday first.
var weekdays = [...]float64{0.05, 1.5, 1.3, 1.2, 1.1, 1.0, 0.3}

// Rows invents the world's contacts: weekdays, a season that all topics share,
// and weeks that are better or worse for a topic.
func (w World) Rows(rnd *rand.Rand) (rows []Row) {
	for week := range w.Before + w.After {
		season := 0.2 * math.Sin(2*math.Pi*float64(week)/52)
		for i, topic := range topics {
			treated := i < len(topics)/2 && week >= w.Before
			level := math.Exp(season + 0.1*float64(i) + w.Noise*rnd.NormFloat64())
			if treated {
				level *= 1 + w.Effect
			}
			for d := range 7 {
				rows = w.day(rows, rnd, Row{Day: w.Start.AddDate(0, 0, 7*week+d).Format(time.DateOnly), Topic: topic, Treated: treated}, level)
			}
		}
	}
	return rows
}

func (w World) day(to []Row, rnd *rand.Rand, r Row, level float64) []Row {
	at, err := time.Parse(time.DateOnly, r.Day)
	if err != nil {
		return to
	}
	for _, c := range channelRates {
		r.Channel, r.Population = c.name, w.People
		r.Contacts = poisson(rnd, float64(w.People)*c.rate*level*weekdays[at.Weekday()])
		to = append(to, r)
	}
	return to
}

// poisson draws a count; for large means the normal distribution serves.
func poisson(rnd *rand.Rand, mean float64) (n int64) {
	if mean > 50 {
		return max(0, int64(math.Round(mean+math.Sqrt(mean)*rnd.NormFloat64())))
	}
	for p := rnd.Float64(); p > math.Exp(-mean); p *= rnd.Float64() {
		n++
	}
	return n
}
