// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package benefit

// minimum is one year's trattamento minimo.
type minimum struct {
	Year        int
	Month       Cents
	Source, Tag string
}

// Minimum returns the trattamento minimo of a year, cents a month. A year whose
// figure is not known yet, or not sure, has none.
func Minimum(year int) (Cents, bool) {
	for _, m := range minimums {
		if m.Year == year && m.Tag != "U" {
			return m.Month, true
		}
	}
	return 0, false
}

// Months of a year for which a pension is paid, the thirteenth included.
const pensionMonths = 13

// Pension is a monthly pension, cents.
type Pension struct {
	Gross, Net, Irpef, Local Cents
	Thirteenth               bool
	Taxed                    bool
}

// Doubt is something in a pension's figures that a person should look at
// before the letter leaves.
type Doubt string

// Doubts.
const (
	NetOverGross   Doubt = "the net amount is larger than the gross"
	UntaxedButLess Doubt = "untaxed, yet a tax is withheld"
	TaxesOverDrop  Doubt = "the taxes are more than what is withheld in all"
	TaxFarFromRule Doubt = "IRPEF is far from what the pension alone would owe"
)

// Check compares the figures with each other and IRPEF with the year's rule.
// It never corrects: the institute's amounts are the ones shown. Zero amounts
// are not known and are not judged.
func (p Pension) Check(year int) (doubts []Doubt) {
	if p.Net > p.Gross && p.Gross > 0 {
		doubts = append(doubts, NetOverGross)
	}
	if !p.Taxed && p.Irpef > 0 {
		doubts = append(doubts, UntaxedButLess)
	}
	if p.Gross > 0 && p.Net > 0 && p.Net <= p.Gross && p.Irpef+p.Local > p.Gross-p.Net {
		doubts = append(doubts, TaxesOverDrop)
	}
	if p.Taxed && p.Irpef > 0 && !p.near(year) {
		doubts = append(doubts, TaxFarFromRule)
	}
	return doubts
}

// tolerance is by how much the IRPEF of one month may differ from the rule, per
// cent of the gross amount: other incomes, family and adjustments move it.
const tolerance = 15

func (p Pension) near(year int) bool {
	months := Cents(pensionMonths - 1)
	if p.Thirteenth {
		months = pensionMonths
	}
	due, ok := Irpef(p.Gross*months, year)
	if !ok {
		return true // no rule to compare with
	}
	return max(p.Irpef-due/months, due/months-p.Irpef)*100 <= p.Gross*tolerance
}
