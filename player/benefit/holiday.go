// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package benefit

import "videoguida/player/civil"

// holidayRule is a national holiday on a fixed date, from a year on.
type holidayRule struct {
	Month, Day, From int
	Source           string
}

// Holiday reports whether d is a national holiday that is not simply a Sunday:
// a fixed one or Easter Monday. Patron saints are local and are not known here.
func Holiday(d civil.Day) bool {
	year, month, day := d.YMD()
	for _, h := range holidayRules {
		if h.Month == month && h.Day == day && year >= h.From {
			return true
		}
	}
	return d == Easter(year)+1
}

// Easter returns Easter Sunday of a Gregorian year, by the method that was
// published without a name in Nature in 1876.
func Easter(year int) civil.Day {
	golden, century := year%19, year/100
	leaps := century / 4
	moon := (19*golden + century - leaps - (century-(century+8)/25+1)/3 + 15) % 30
	sunday := (32 + 2*(century%4) + 2*(year%100/4) - moon - year%100%4) % 7
	late := (golden + 11*moon + 22*sunday) / 451
	n := moon + sunday - 7*late + 114
	return civil.Date(year, n/31, n%31+1)
}
