// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package civil counts calendar days.
//
// A [Day] is a whole day in the proleptic Gregorian calendar, without hours,
// zones or clocks. Every date of the product (token claims, benefit rules,
// printed sheets) is a Day, so no time zone can ever move a deadline.
//
// The arithmetic is its own: package time would weigh 25 KB in the reader.
// Tests compare it with package time for every day of eight centuries.
package civil

import "strconv"

// Day is the number of days since 1 January 1970. Zero means "no date":
// no claim of this product can fall on that day.
type Day int32

// The Gregorian calendar repeats every era: 400 years.
const (
	eraDays  = 146097
	eraYears = 400
	epoch    = 719468 // days from 1 March of year 0 to 1 January 1970
)

// Date returns the Day of a calendar date. A month or day out of range is
// carried over: 31 April is 1 May.
func Date(year, month, day int) Day {
	year, month = year+floor(month-1, 12), month-1-12*floor(month-1, 12)
	// Years begin in March, so that the leap day is the last of its year.
	if month < 2 {
		year--
	}
	era := floor(year, eraYears)
	y := year - era*eraYears
	return Day(era*eraDays + y*365 + y/4 - y/100 + yearDay(month) + day - 1 - epoch)
}

// yearDay is the day of the March year on which a month (0–11, January first)
// begins.
func yearDay(month int) int { return (153*((month+10)%12) + 2) / 5 }

// YMD returns the year, the month (1–12) and the day of the month (1–31).
func (d Day) YMD() (year, month, day int) {
	z := int(d) + epoch
	era := floor(z, eraDays)
	n := z - era*eraDays // 0…146096
	y := (n - n/1460 + n/36524 - n/146096) / 365
	n -= y*365 + y/4 - y/100
	m := (5*n + 2) / 153 // 0 is March
	year, month, day = era*eraYears+y, m+3, n-(153*m+2)/5+1
	if m >= 10 {
		year, month = year+1, m-9
	}
	return year, month, day
}

// floor divides, rounding down.
func floor(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// Parse reads YYYY-MM-DD and reports whether it names a real date.
func Parse(s string) (Day, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	d := Date(digits(s[:4]), digits(s[5:7]), digits(s[8:]))
	return d, d.String() == s
}

// digits reads a number; what is not one gives -1, which no date has.
func digits(s string) int {
	n, err := strconv.ParseUint(s, 10, 16)
	if err != nil {
		return -1
	}
	return int(n)
}

// String returns YYYY-MM-DD.
func (d Day) String() string {
	y, m, day := d.YMD()
	return pad(y, 4) + "-" + pad(m, 2) + "-" + pad(day, 2)
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}

// Weekday returns the day of the week: 0 is Monday, 6 is Sunday.
func (d Day) Weekday() int { return (int(d)+3)%7 - 7*floor((int(d)+3)%7, 7) }
