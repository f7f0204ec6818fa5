// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package inventory

import (
	"videoguida/player/civil"
	"videoguida/player/facts"
)

// Samples returns values of a kind of slot that together need every unit the
// slot can be said with. The first are ordinary: they make good carriers of the
// text around the slot.
func Samples(kind string) []facts.Value {
	switch kind {
	case "name":
		return []facts.Value{{Kind: facts.Text, S: "Maria"}}
	case "money":
		return money()
	case "date", "date-il", "date-al", "date-dal":
		return dates()
	case "days", "months", "minutes", "seconds":
		return counts(facts.Count, 1)
	case "percent", "int", "year":
		return counts(facts.Count, 1)
	}
	return nil
}

// numbers returns whole numbers with every unit below a million: each of 0 to
// 99 after hundreds and alone, each thousand, each hundred before all vowels.
func numbers() []int64 {
	var out []int64
	for _, turn := range [...]int64{37, 61, 83} {
		for i := range int64(100) {
			below := (i*turn + 34) % 100
			out = append(out, (i*turn/37+1)%100*1000+(i%9+1)*100+below)
		}
	}
	for h := int64(1); h < 10; h++ {
		out = append(out, 1000+h*100+20, 1000+h*100+81+h%9, h*100_000+200)
	}
	for i := range int64(100) {
		out = append(out, i)
	}
	return append(out, 2103, 1003, 101_200, 201_003)
}

// money returns amounts of every number, and every number of cents.
func money() []facts.Value {
	var out []facts.Value
	for i, n := range numbers() {
		if cents := n*100 + int64(i*41+56)%100; cents != 0 {
			out = append(out, facts.Value{Kind: facts.Money, N: cents})
		}
	}
	return append(out, facts.Value{Kind: facts.Money, N: 120_000})
}

func counts(kind facts.Kind, least int64) []facts.Value {
	out := []facts.Value{{Kind: kind, N: 112}, {Kind: kind, N: 12}}
	for _, n := range numbers() {
		if n >= least && n < 1000 {
			out = append(out, facts.Value{Kind: kind, N: n})
		}
	}
	return out
}

// dates returns every day of a month, every month, every year that is recorded
// whole.
func dates() []facts.Value {
	out := make([]facts.Value, 0, 4*days)
	for i := range days {
		out = append(out, day(2026, 12, i+1))
	}
	for i := range 3 * days {
		out = append(out, day(firstYear+i%(lastYear-firstYear+1), i%12+1, (i*5+3)%28+1))
	}
	return out
}

const (
	days      = 31
	firstYear = 2020 // of those said with one unit
	lastYear  = 2045
)

func day(y, m, d int) facts.Value {
	return facts.Value{Kind: facts.Date, N: int64(civil.Date(y, m, d))}
}
