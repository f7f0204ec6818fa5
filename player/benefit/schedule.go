// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package benefit

import (
	"math/bits"

	"videoguida/player/civil"
)

// MonthDays is a month of benefit: the amount falls every thirty days.
const MonthDays = 30

// MaxDays is the longest benefit, 104 weeks (art. 5); longer claims are
// refused as impossible.
const MaxDays = 728

// Month is what is paid for one month of benefit, a block of thirty days.
type Month struct {
	Index    int // 1-based
	From, To civil.Day
	Days     int   // 30, fewer in the last block
	Amount   Cents // paid for the block, gross
	Full     Cents // the block's monthly amount, gross
	Reduced  bool
}

// Schedule returns the months of a benefit of monthly cents that starts on
// start and lasts days, reduced by 3 per cent compound from the day firstReduced
// of benefit on (art. 4 c. 3). It is empty when days is impossible.
func Schedule(monthly Cents, start civil.Day, days, firstReduced int) []Month {
	if days <= 0 || days > MaxDays+MonthDays || monthly <= 0 || monthly > 10_000_000 {
		return nil
	}
	months := make([]Month, 0, (days+MonthDays-1)/MonthDays)
	for first := 1; first <= days; first += MonthDays {
		n := min(MonthDays, days-first+1)
		cuts := cutsOn(first, firstReduced)
		months = append(months, Month{
			Index: len(months) + 1, From: start + civil.Day(first-1), To: start + civil.Day(first+n-2), Days: n,
			Amount: reduced(monthly, cuts, n), Full: reduced(monthly, cuts, MonthDays), Reduced: cuts > 0,
		})
	}
	return months
}

// cutsOn returns how many cuts apply on a day of benefit, 1-based.
func cutsOn(day, firstReduced int) int {
	if firstReduced <= 0 || day < firstReduced {
		return 0
	}
	return (day-firstReduced)/MonthDays + 1
}

// reduced returns monthly·0.97^cuts·days/30 rounded half up. It carries ten
// guard digits: after 25 cuts the truncation is below 10⁻⁸ cents, so the one
// rounding that can show is the last.
func reduced(monthly Cents, cuts, days int) Cents {
	const guard = 10_000_000_000
	v := uint64(monthly) * uint64(days) * guard / 1000 // ≤ 3·10¹⁴: the next product fits 128 bits
	for range cuts {
		hi, lo := bits.Mul64(v, 97)
		v, _ = bits.Div64(hi, lo, 100)
	}
	const unit = MonthDays * guard / 1000
	return Cents((v + unit/2) / unit)
}

// FirstReduced returns the monthly amount after the first cut, in cents.
func FirstReduced(monthly Cents) Cents { return reduced(monthly, 1, MonthDays) }

// Reduction says when the amount starts to fall.
type Reduction uint8

// Reductions.
const (
	NoReduction Reduction = iota // the benefit ends first
	FromSixth                    // from the sixth month
	FromEighth                   // from the eighth: 55 or over at the application
)

// FirstReducedDay returns the first reduced day of benefit under the rule in
// force for jobs that end today: 151, or 211 for who applied at 55 or over
// (L. 234/2021 art. 1 c. 221; circ. INPS 2/2022).
func FirstReducedDay(over55 bool) int {
	r := reductionRules[len(reductionRules)-1]
	if over55 {
		return r.First55
	}
	return r.First
}

// ReductionOf returns when a benefit of the given days starts to fall.
func ReductionOf(over55 bool, days int) Reduction {
	switch {
	case days < FirstReducedDay(over55):
		return NoReduction
	case over55:
		return FromEighth
	}
	return FromSixth
}
