// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package benefit

import "videoguida/player/civil"

// Cents is an amount of money in euro cents.
type Cents int64

// YearParams are one year's figures of law, in euro cents.
type YearParams struct {
	Year     int
	Ref      Cents // reference monthly pay, art. 4 c. 2
	Cap      Cents // largest monthly benefit
	SubLimit Cents // yearly income limit, subordinate and co.co.co.
	AutLimit Cents // yearly income limit, self-employed
	OccLimit Cents // yearly limit of occasional work, art. 54-bis DL 50/2017
	Source   string
	Tag      string // V-O, V-S, DER or U
}

// ReductionRule says from which day of benefit the amount falls.
type ReductionRule struct {
	From           civil.Day // end of the job, from this day on
	First, First55 int       // first reduced day, 1-based; for 55 or over
	Source, Tag    string
}

// AnticipationRule says how an anticipation asked for from a day on is paid,
// in per cent.
type AnticipationRule struct {
	From        civil.Day
	First, Rest int
	Source, Tag string
}

// Params returns a year's figures.
func Params(year int) (YearParams, bool) {
	for _, p := range yearParams {
		if p.Year == year {
			return p, true
		}
	}
	return YearParams{}, false
}

// LatestParams returns the figures of the latest year known that is not after
// today's.
func LatestParams(today civil.Day) (YearParams, bool) {
	y, _, _ := today.YMD()
	for i := len(yearParams) - 1; i >= 0; i-- {
		if yearParams[i].Year <= y {
			return yearParams[i], true
		}
	}
	return YearParams{}, false
}

// AnticipationShares returns the shares, in per cent, in which an anticipation
// asked for on the given day is paid (D.Lgs. 22/2015 art. 8).
func AnticipationShares(asked civil.Day) []int {
	for i := len(anticipationRules) - 1; i >= 0; i-- {
		if r := anticipationRules[i]; asked >= r.From {
			if r.Rest == 0 {
				return []int{r.First}
			}
			return []int{r.First, r.Rest}
		}
	}
	return nil
}
