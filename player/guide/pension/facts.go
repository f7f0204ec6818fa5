// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"slices"

	"videoguida/player/benefit"
	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/tokengen/token"
)

// Facts derives the script's facts from the verified claims and from the day
// of viewing. Unknown claims stay unknown, and so does what would follow from
// them: the scenes that need them adapt.
func Facts(c token.Claims, today civil.Day) facts.Set {
	c.Net = net(c)
	f := facts.Set{
		"nome":          {Kind: facts.Text, S: c.Name},
		"gestione":      facts.Word(map[string]string{"private": "privata", "cpdel": "cpdel"}[c.Fund]),
		"metodo":        facts.Word(c.Method),
		"tono":          facts.Word("lieto"),
		"lordo":         facts.Amount(c.Gross),
		"netto":         facts.Amount(c.Net),
		"nettoDiverso":  facts.Is(c.Gross != 0 && c.Net != 0 && c.Gross != c.Net),
		"arretrati":     facts.Amount(c.Arrears),
		"tredicesima":   facts.Is(c.Thirteenth),
		"contatti":      facts.Word("ok"),
		"scadenzaGuida": facts.Day(civil.Day(c.Exp / 86400)),
		"oggi":          facts.Day(today),
		"completa":      facts.Is(complete(c)),
	}
	if c.Method == "superstiti" {
		f["tono"] = facts.Word("sobrio")
	}
	if c.Contacts == "missing" {
		f["contatti"] = facts.Word("mancanti")
	}
	addDates(f, c, today)
	addTaxes(f, c)
	addLinked(f, c, today)
	addLength(f)
	return f
}

// addLength adds that a guide is long, so that some lines take their shorter
// form and the guide its five minutes: it has four or more, or six or more, of
// what lengthens one most.
func addLength(f facts.Set) {
	extras := 0
	for _, name := range [...]string{"tassata", "arretrati", "q14", "minimo", "maggiorazione", "superstiti"} {
		if f[name].Known() {
			extras++
		}
	}
	if f["red"].S == "da-inviare" {
		extras++
	}
	f["lunga"], f["lunghissima"] = facts.Is(extras >= 4), facts.Is(extras >= 6)
}

// net is the net amount, 0 when the letter's is larger than the gross one: of
// two figures that do not agree neither line about what is withheld is true.
func net(c token.Claims) int64 {
	if c.Gross != 0 && c.Net > c.Gross {
		return 0
	}
	return c.Net
}

// complete reports whether the letter says enough for its silence to mean no:
// without it nobody is told that there are no taxes or no sums tied to income.
func complete(c token.Claims) bool {
	return c.Gross != 0 && c.Net != 0 &&
		!slices.Contains(c.Dropped, "taxed") && !slices.Contains(c.Dropped, "linked")
}

func addDates(f facts.Set, c token.Claims, today civil.Day) {
	f["prossimo"] = facts.Day(benefit.NextPayDay(today, payer(c)))
	if c.Start != 0 {
		f["decorrenza"] = facts.Day(civil.Day(c.Start))
	}
	if c.FirstPay != 0 {
		f["primoPagamento"] = facts.Day(civil.Day(c.FirstPay))
		f["primoPassato"] = facts.Is(civil.Day(c.FirstPay) < today)
	}
}

// payer is who pays the pension out.
func payer(c token.Claims) benefit.Payer {
	switch c.Payer {
	case "post":
		return benefit.Post
	case "bank":
		return benefit.Bank
	}
	return benefit.UnknownPayer
}

// addTaxes adds what is withheld. A figure is there when it is known, so that
// zero can be said of an untaxed pension and of no other.
func addTaxes(f facts.Set, c token.Claims) {
	taxed := c.Taxed || c.Irpef != 0
	f["tassata"] = facts.Is(taxed)
	if complete(c) && !taxed {
		f["irpef"] = facts.Amount(0)
	}
	for name, cents := range map[string]int64{"irpef": c.Irpef, "addizionali": c.LocalTax, "detrazioni": c.Deductions} {
		if taxed && cents != 0 {
			f[name] = facts.Amount(cents)
		}
	}
}

// addLinked adds the sums that depend on income, with what the person has to
// declare. A deadline that is over is not told.
func addLinked(f facts.Set, c token.Claims, today civil.Day) {
	f["legataReddito"] = facts.Is(len(c.Linked) > 0)
	for claim, name := range map[string]string{"14a": "q14", "minimo": "minimo", "maggiorazione": "maggiorazione", "superstiti": "superstiti"} {
		f[name] = facts.Is(slices.Contains(c.Linked, claim))
	}
	if len(c.Linked) == 0 {
		return
	}
	f["red"] = facts.Word("non-noto")
	switch c.Red {
	case "send":
		f["red"] = facts.Word("da-inviare")
	case "none":
		f["red"] = facts.Word("non-serve")
	}
	if by := civil.Day(c.RedBy); c.Red == "send" && by >= today {
		f["redScadenza"] = facts.Day(by)
	}
	year, _, _ := today.YMD()
	if m, ok := benefit.Minimum(year); ok {
		f["tm"] = facts.Amount(int64(m))
	}
}
