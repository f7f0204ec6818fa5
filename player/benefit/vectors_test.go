// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package benefit

import (
	"testing"

	"videoguida/player/civil"
)

// TestYears holds the figures of law of the domain study, parts A1, A8 and H:
// reference pay, cap, limits of dependent, self-employed and occasional work.
func TestYears(t *testing.T) {
	want := map[int][5]Cents{
		2022: {125087, 136077, 817391, 550000, 500000},
		2023: {135219, 147099, 817391, 550000, 500000},
		2024: {142521, 155042, 850000, 550000, 500000},
		2025: {143661, 156282, 850000, 550000, 500000},
		2026: {145672, 158470, 850000, 550000, 500000},
	}
	for year, w := range want {
		p, ok := Params(year)
		if got := [5]Cents{p.Ref, p.Cap, p.SubLimit, p.AutLimit, p.OccLimit}; !ok || got != w {
			t.Errorf("%d: %v, want %v", year, got, w)
		}
		if p.Source == "" || p.Tag != "V-O" && p.Tag != "V-S" && p.Tag != "DER" {
			t.Errorf("%d rests on %q, tag %q", year, p.Source, p.Tag)
		}
	}
	if len(yearParams) != len(want) {
		t.Errorf("%d years, want %d", len(yearParams), len(want))
	}
	for _, year := range []int{2021, 2027, 0} {
		if _, ok := Params(year); ok {
			t.Errorf("figures of %d are known", year)
		}
	}
}

// TestCapIsReached: the pay that reaches each year's cap, part A1.
func TestCapIsReached(t *testing.T) {
	for year, pay := range map[int]Cents{2022: 294134, 2023: 317958, 2024: 335126, 2025: 337806, 2026: 342536} {
		p, _ := Params(year)
		if got := Amount(pay*100, 433, p); got != p.Cap {
			t.Errorf("%d: a pay of %d gives %d, want the cap %d", year, pay, got, p.Cap)
		}
		if got := Amount((pay-100)*100, 433, p); got >= p.Cap {
			t.Errorf("%d: one euro less already gives the cap", year)
		}
	}
}

// TestFractionOfMonth is N5: forty-five days at 750 euro are a month and a half.
func TestFractionOfMonth(t *testing.T) {
	m := Schedule(75000, civil.Date(2026, 11, 8), 45, FirstReducedDay(false))
	if len(m) != 2 || m[0].Amount != 75000 || m[1].Amount != 37500 || m[1].Full != 75000 {
		t.Errorf("%+v", m)
	}
}

// TestReductionRules is R11: what counts is the day the job ended.
func TestReductionRules(t *testing.T) {
	tests := []struct {
		ended          civil.Day
		first, first55 int
	}{
		{civil.Date(2021, 12, 31), 91, 91}, {civil.Date(2022, 1, 1), 151, 211}, {civil.Date(2026, 10, 31), 151, 211},
	}
	for _, tt := range tests {
		var in ReductionRule
		for _, r := range reductionRules {
			if r.From <= tt.ended {
				in = r
			}
		}
		if in.First != tt.first || in.First55 != tt.first55 || in.Source == "" || in.Tag == "" || in.Tag == "U" {
			t.Errorf("a job that ended on %s: %+v, want %d and %d", tt.ended, in, tt.first, tt.first55)
		}
	}
	if FirstReducedDay(false) != 151 || FirstReducedDay(true) != 211 {
		t.Error("the rule in force is not the latest")
	}
}

// TestReductionIsCompound: each month is 97 hundredths of the one before, to
// the cent, because only the last step rounds.
func TestReductionIsCompound(t *testing.T) {
	for _, monthly := range []Cents{1, 99, 78065, 114471, 158470, 10_000_000} {
		exact := float64(monthly)
		for i, m := range Schedule(monthly, 20000, MaxDays, 151) {
			if i >= 5 {
				exact *= 0.97
			}
			if d := float64(m.Full) - exact; d > 0.5000001 || d < -0.5000001 {
				t.Errorf("%d cents, month %d: %d, exactly %.4f", monthly, m.Index, m.Full, exact)
			}
		}
	}
}

// TestCollaboratorEstimate is the cut of part D3: 280 euro a month take 224 off
// 800, so that 576 are left.
func TestCollaboratorEstimate(t *testing.T) {
	if less := Estimate(12*28000, 360, 80000); less != 22400 || 80000-less != 57600 {
		t.Errorf("the cut is %d", less)
	}
	for _, none := range []Cents{Estimate(0, 360, 80000), Estimate(-1, 360, 80000), Estimate(100, 0, 80000)} {
		if none != 0 {
			t.Errorf("a cut of %d from nothing", none)
		}
	}
}

// TestThresholdVectors are the rest of D3, with the answer each income gives:
// an income equal to the limit counts as within it.
func TestThresholdVectors(t *testing.T) {
	p, _ := Params(2026)
	answer := func(income, limit Cents) string {
		if income <= limit {
			return "sotto"
		}
		return "sopra"
	}
	tests := []struct {
		name string
		path []string
		want Result
	}{
		{"5 months, 8.000, told", []string{"dip", "breve", answer(800000, p.SubLimit), "no", "si"}, Reduced},
		{"5 months, 8.000, not told", []string{"dip", "breve", answer(800000, p.SubLimit), "no", "no"}, Suspended},
		{"8 months, 8.500, told", []string{"dip", "lungo", answer(850000, p.SubLimit), "no", "si"}, Reduced},
		{"8 months, 8.500,01", []string{"dip", "lungo", answer(850001, p.SubLimit)}, Lost},
		{"6 months, 20.000", []string{"dip", "breve", answer(2000000, p.SubLimit)}, Suspended},
		{"6 months and a day, 20.000", []string{"dip", "lungo", answer(2000000, p.SubLimit)}, Lost},
		{"autonomous 5.500", []string{"aut", answer(550000, p.AutLimit), "si"}, Reduced},
		{"autonomous 5.500,01", []string{"aut", answer(550001, p.AutLimit)}, Lost},
		{"autonomous 0, told", []string{"aut", "zero", "si"}, Whole},
		{"autonomous 0, not told", []string{"aut", "zero", "no"}, Lost},
		{"occasional 5.000", []string{"occ", answer(500000, p.OccLimit)}, Whole},
	}
	for _, tt := range tests {
		s, err := Walk(tt.path)
		if err != nil || s.Outcome == nil || s.Outcome.Result != tt.want {
			t.Errorf("%s: %+v %v, want %v", tt.name, s.Outcome, err, tt.want)
		}
	}
}
