// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package benefit

// Amount returns the monthly benefit for four years' pay, in cents, over the
// weeks paid, under a year's figures: with M = total ÷ weeks × 4.33, 75 per
// cent of M up to the reference pay, 25 per cent above it, at most the year's
// cap (D.Lgs. 22/2015 art. 4). It serves consistency checks only: the amount
// shown is the token's.
func Amount(total Cents, weeks int, p YearParams) Cents {
	if weeks <= 0 || total <= 0 {
		return 0
	}
	w := Cents(weeks)
	num := 75 * 433 * total // in 1/(10000·weeks) of a cent
	if 433*total > 100*w*p.Ref {
		num = 50*100*w*p.Ref + 25*433*total
	}
	den := 10_000 * w
	return min((2*num+den)/(2*den), p.Cap)
}

// estimateShare is the part of the expected income that is taken off.
const estimateShare = 80 // per cent of the expected income, artt. 9 and 10

// Estimate returns how much less a month of NASpI is worth with an expected
// yearly income, in cents: 80 per cent of it, spread over the days left, times
// thirty; at most the month's amount. The reading is to be confirmed by the
// institute: it is shown as an estimate only.
func Estimate(income Cents, daysLeft int, monthly Cents) Cents {
	if income <= 0 || daysLeft <= 0 {
		return 0
	}
	d := Cents(daysLeft) * 100
	return min((income*estimateShare*MonthDays*2+d)/(2*d), monthly)
}
