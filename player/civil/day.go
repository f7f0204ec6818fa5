// Package civil counts calendar days.
//
// A [Day] is a whole day in the proleptic Gregorian calendar, without hours,
// zones or clocks. Every date of the product (token claims, benefit rules,
// printed sheets) is a Day, so no time zone can ever move a deadline.
package civil

import "time"

// Day is the number of days since 1 January 1970. Zero means "no date":
// no claim of this product can fall on that day.
type Day int32

// Date returns the Day of a calendar date; out-of-range values are normalised
// as in [time.Date].
func Date(year, month, day int) Day {
	return Day(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// YMD returns the year, the month (1–12) and the day of the month (1–31).
func (d Day) YMD() (year, month, day int) {
	y, m, dd := time.Unix(int64(d)*86400, 0).UTC().Date()
	return y, int(m), dd
}

// Parse reads YYYY-MM-DD and reports whether it names a real date.
func Parse(s string) (Day, bool) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return 0, false
	}
	return Day(t.Unix() / 86400), true
}

// String returns YYYY-MM-DD.
func (d Day) String() string {
	return time.Unix(int64(d)*86400, 0).UTC().Format("2006-01-02")
}
