// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package benefit

// irpefRule is one year's IRPEF: the upper ends of its brackets but the last
// and the rate of each, per cent.
type irpefRule struct {
	Year        int
	UpTo        [3]Cents
	Rates       [4]Cents
	Source, Tag string
}

// GrossIrpef returns the IRPEF of a yearly income before any deduction, cents.
func GrossIrpef(income Cents, year int) (Cents, bool) {
	for _, r := range irpefRules {
		if r.Year == year {
			return r.on(income), true
		}
	}
	return 0, false
}

func (r irpefRule) on(income Cents) Cents {
	tax, from := Cents(0), Cents(0)
	for i, rate := range r.Rates {
		to := income
		if i < len(r.UpTo) {
			to = min(income, r.UpTo[i])
		}
		if to > from {
			tax += (to - from) * rate
			from = to
		}
	}
	return (tax + 50) / 100
}

// Irpef returns the yearly IRPEF of who has a pension and nothing else, cents,
// after the deduction for pensions. It serves checks of plausibility only.
func Irpef(income Cents, year int) (Cents, bool) {
	gross, ok := GrossIrpef(income, year)
	return max(gross-PensionDeduction(income), 0), ok
}

// PensionDeduction returns the yearly deduction for pension income, cents (art.
// 13 c. 3 and 3-bis TUIR, the same from 2022 to 2026). The band of the fifty
// euro more is not verified, so nothing that a citizen reads uses it.
func PensionDeduction(income Cents) Cents {
	const euro = 100
	d := Cents(0)
	switch {
	case income <= 8_500*euro:
		d = 1_955 * euro
	case income <= 28_000*euro:
		d = 700*euro + part(1_255*euro, 28_000*euro-income, 19_500*euro)
	case income <= 50_000*euro:
		d = part(700*euro, 50_000*euro-income, 22_000*euro)
	}
	if income > 25_000*euro && income <= 29_000*euro {
		d += 50 * euro
	}
	return d
}

// part returns n·of/whole, half up.
func part(n, of, whole Cents) Cents { return (2*n*of + whole) / (2 * whole) }
