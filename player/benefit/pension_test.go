// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package benefit

import (
	"testing"
	"time"

	"videoguida/player/civil"
)

// TestPayDays2026 holds the 24 official dates of 2026 (P17).
func TestPayDays2026(t *testing.T) {
	post := [12]int{3, 2, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1}
	bank := [12]int{5, 2, 2, 1, 4, 1, 1, 3, 1, 1, 2, 1}
	for i := range 12 {
		for payer, day := range map[Payer]int{Post: post[i], Bank: bank[i], UnknownPayer: bank[i]} {
			want := civil.Date(2026, i+1, day)
			if got := PayDay(2026, i+1, payer); got != want {
				t.Errorf("payer %d, month %d: %s, want %s", payer, i+1, got, want)
			}
		}
	}
}

// TestNextPayDay: from any day on, the next payment is not past, the payer is
// open, and no open day of the month comes before it, January's first apart.
func TestNextPayDay(t *testing.T) {
	for from := civil.Date(2024, 1, 1); from < civil.Date(2031, 1, 1); from++ {
		for _, p := range []Payer{Post, Bank} {
			d := NextPayDay(from, p)
			if d < from || d-from > 36 || !p.Open(d) {
				t.Fatalf("after %s comes %s", from, d)
			}
			year, month, day := d.YMD()
			before := 0
			for i := range day - 1 {
				if p.Open(civil.Date(year, month, i+1)) {
					before++
				}
			}
			if want := map[bool]int{true: 1}[month == 1]; before != want {
				t.Fatalf("%d open days before %s, want %d", before, d, want)
			}
		}
	}
}

// TestEaster compares with dates of the almanac.
func TestEaster(t *testing.T) {
	for year, want := range map[int]string{2000: "2000-04-23", 2008: "2008-03-23", 2019: "2019-04-21", 2024: "2024-03-31",
		2025: "2025-04-20", 2026: "2026-04-05", 2027: "2027-03-28", 2038: "2038-04-25"} {
		if got := Easter(year).String(); got != want {
			t.Errorf("Easter %d is %s, want %s", year, got, want)
		}
	}
	for year := 1900; year < 2200; year++ {
		e := Easter(year)
		if _, m, d := e.YMD(); e.Weekday() != 6 || m*100+d < 322 || m*100+d > 425 {
			t.Fatalf("Easter %d is %s", year, e)
		}
	}
}

func TestHolidays(t *testing.T) {
	for _, s := range []string{"2026-01-01", "2026-01-06", "2026-04-06", "2026-10-04", "2027-10-04", "2026-12-26"} {
		if d, _ := civil.Parse(s); !Holiday(d) {
			t.Errorf("%s is a holiday", s)
		}
	}
	for _, s := range []string{"2025-10-04", "2026-04-07", "2026-11-02", "2026-12-24"} {
		if d, _ := civil.Parse(s); Holiday(d) {
			t.Errorf("%s is no holiday", s)
		}
	}
}

func TestWeekday(t *testing.T) {
	for d := civil.Date(1949, 1, 1); d < civil.Date(2101, 1, 1); d += 13 {
		want := (int(time.Unix(int64(d)*86400, 0).UTC().Weekday()) + 6) % 7
		if d.Weekday() != want {
			t.Fatalf("%s is day %d of the week, want %d", d, d.Weekday(), want)
		}
	}
}

// TestMinimum holds P3 and the years of B5.
func TestMinimum(t *testing.T) {
	for year, want := range map[int]Cents{2022: 52538, 2023: 56794, 2024: 59861, 2025: 60340, 2026: 61185} {
		if got, ok := Minimum(year); !ok || got != want {
			t.Errorf("%d: %d %v, want %d", year, got, ok, want)
		}
	}
	if m, _ := Minimum(2025); (m*1014+500)/1000 != 61185 {
		t.Error("2026 is 2025 and 1.4 per cent")
	}
	for _, year := range []int{2021, 2027} {
		if _, ok := Minimum(year); ok {
			t.Errorf("%d is not known", year)
		}
	}
}

// TestIrpef holds P4, P5 and P9.
func TestIrpef(t *testing.T) {
	for _, year := range []int{2024, 2025, 2026} {
		gross, _ := GrossIrpef(2_600_000, year)
		if net, _ := Irpef(2_600_000, year); gross != 598_000 || net != 510_128 || PensionDeduction(2_600_000) != 87_872 {
			t.Errorf("%d: 26,000 euro owe %d, %d after deductions", year, gross, net)
		}
		if net, _ := Irpef(795_405, year); net != 0 {
			t.Errorf("%d: the minimum owes %d", year, net)
		}
	}
	before, _ := GrossIrpef(5_000_000, 2025)
	now, _ := GrossIrpef(5_000_000, 2026)
	if before-now != 44_000 {
		t.Errorf("50,000 euro gain %d in 2026, want 44000", before-now)
	}
	if _, ok := Irpef(2_000_000, 2027); ok {
		t.Error("the rule of 2027 is not known")
	}
}

func TestPensionCheck(t *testing.T) {
	good := Pension{Gross: 168_000, Net: 138_000, Irpef: 27_000, Local: 0, Thirteenth: true, Taxed: true}
	tests := []struct {
		name   string
		change func(p *Pension)
		want   []Doubt
	}{
		{"plausible", func(*Pension) {}, nil},
		{"nothing known", func(p *Pension) { *p = Pension{} }, nil},
		{"hardly any tax", func(p *Pension) { p.Irpef = 100 }, []Doubt{TaxFarFromRule}},
		{"net over gross", func(p *Pension) { p.Net = 200_000 }, []Doubt{NetOverGross}},
		{"untaxed", func(p *Pension) { p.Taxed = false }, []Doubt{UntaxedButLess}},
		{"too many taxes", func(p *Pension) { p.Local = 9_000 }, []Doubt{TaxesOverDrop}},
		{"half the pension", func(p *Pension) { p.Net, p.Irpef = 80_000, 84_000 }, []Doubt{TaxFarFromRule}},
	}
	for _, tt := range tests {
		p := good
		tt.change(&p)
		got := p.Check(2026)
		if len(got) != len(tt.want) || len(got) > 0 && got[0] != tt.want[0] {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	if d := (Pension{Gross: 168_000, Irpef: 100, Taxed: true}).Check(2030); d != nil {
		t.Errorf("without a rule nothing is far from it: %q", d)
	}
}
