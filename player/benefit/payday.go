// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package benefit

import "videoguida/player/civil"

// Payer is who pays a pension out.
type Payer uint8

// Payers. A bank is closed on Saturdays; a post office is open.
const (
	UnknownPayer Payer = iota
	Post
	Bank
)

// Open reports whether the payer pays on d. What is true of a bank is true of
// both, so an unknown payer counts as a bank.
func (p Payer) Open(d civil.Day) bool {
	const saturday, sunday = 5, 6
	w := d.Weekday()
	return !Holiday(d) && w != sunday && (w != saturday || p == Post)
}

// PayDay returns the day on which the pensions of a month are paid: the first
// day on which the payer is open, in January the second (L. 205/2017 art. 1
// c. 184; circ. INPS 153/2025).
func PayDay(year, month int, p Payer) civil.Day {
	d := nextOpen(civil.Date(year, month, 1), p)
	if month == 1 {
		d = nextOpen(d+1, p)
	}
	return d
}

// NextPayDay returns the first day of payment that is not before from.
func NextPayDay(from civil.Day, p Payer) civil.Day {
	year, month, _ := from.YMD()
	d := PayDay(year, month, p)
	if d < from {
		year, month, _ = civil.Date(year, month+1, 1).YMD()
		d = PayDay(year, month, p)
	}
	return d
}

func nextOpen(d civil.Day, p Payer) civil.Day {
	for !p.Open(d) {
		d++
	}
	return d
}
