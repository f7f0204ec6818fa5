// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package naspi

import (
	"videoguida/player/benefit"
	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/tokengen/token"
)

// Facts derives the script's facts from the verified claims and from the day
// of viewing. Unknown claims stay unknown, and so does what would follow from
// them: the scenes that need them adapt.
func Facts(c token.Claims, today civil.Day) facts.Set {
	f := facts.Set{
		"nome":              {Kind: facts.Text, S: c.Name},
		"importo":           facts.Amount(c.Monthly),
		"calcolo":           {Kind: facts.Enum, S: c.Calc},
		"giorni":            facts.Number(int64(c.Days)),
		"mesi":              facts.Number(int64(benefit.MonthsRounded(int(c.Days)))),
		"decorrenza":        facts.Day(civil.Day(c.Start)),
		"redditoDichiarato": facts.Is(c.Income),
		"contatti":          facts.Word(contacts(c.Contacts)),
		"scadenzaGuida":     facts.Day(civil.Day(c.Exp / 86400)),
		"oggi":              facts.Day(today),
	}
	addLimits(f, c, today)
	addReduction(f, c)
	addDates(f, c, today)
	return f
}

// Months returns the person's schedule: what is paid for each 30-day month of
// benefit.
func Months(c token.Claims) []benefit.Month {
	return benefit.Schedule(benefit.Cents(c.Monthly), civil.Day(c.Start), int(c.Days), benefit.FirstReducedDay(c.Over55))
}

// addLimits adds the figures of law: the reference pay of the token's year and
// the income limits of the latest year known on the day of viewing.
func addLimits(f facts.Set, c token.Claims, today civil.Day) {
	if p, ok := benefit.Params(int(c.Year)); ok {
		f["riferimento"] = facts.Amount(int64(p.Ref))
		f["annoRiferimento"] = facts.Number(int64(c.Year))
	}
	if p, ok := benefit.LatestParams(today); ok {
		f["sogliaDip"] = facts.Amount(int64(p.SubLimit))
		f["sogliaAut"] = facts.Amount(int64(p.AutLimit))
		f["sogliaOcc"] = facts.Amount(int64(p.OccLimit))
		f["annoSoglie"] = facts.Number(int64(p.Year))
	}
}

func addReduction(f facts.Set, c token.Claims) {
	kinds := map[benefit.Reduction]string{
		benefit.NoReduction: "nessuna", benefit.FromSixth: "sesto", benefit.FromEighth: "ottavo",
	}
	if c.Days == 0 {
		return
	}
	r := benefit.ReductionOf(c.Over55, int(c.Days))
	f["riduzione"] = facts.Word(kinds[r])
	if r != benefit.NoReduction && c.Monthly != 0 {
		f["importoRidotto"] = facts.Amount(int64(benefit.FirstReduced(benefit.Cents(c.Monthly))))
	}
}

func addDates(f facts.Set, c token.Claims, today civil.Day) {
	if first := civil.Day(c.FirstPay); first != 0 {
		f["primoPagamento"] = facts.Day(first)
		f["primoPassato"] = facts.Is(first < today)
	}
	if c.Start != 0 && c.Days != 0 {
		f["fine"] = facts.Day(benefit.End(civil.Day(c.Start), int(c.Days)))
	}
	if c.Start != 0 && benefit.SIISLApplies(civil.Day(c.Applied)) {
		deadline := benefit.SIISLDeadline(civil.Day(c.Start))
		f["siisl"] = facts.Is(true)
		f["scadenzaSiisl"] = facts.Day(deadline)
		f["siislScaduto"] = facts.Is(deadline < today)
	}
	f["regolaAnticipo"] = facts.Word("2025")
	if len(benefit.AnticipationShares(today)) > 1 {
		f["regolaAnticipo"] = facts.Word("2026")
	}
}

// contacts translates the claim's word into the script's; anything but an
// explicit "missing" counts as in order.
func contacts(claim string) string {
	if claim == "missing" {
		return "mancanti"
	}
	return "ok"
}
