// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package benefit

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"videoguida/player/civil"
)

// TestSchedule holds the vectors R1–R4 and R7 of the domain study.
func TestSchedule(t *testing.T) {
	start := civil.Date(2026, 11, 8)
	tests := []struct {
		name    string
		monthly Cents
		first   int
		want    map[int]Cents
	}{
		{"R1", 90000, 151, map[int]Cents{5: 90000, 6: 87300, 7: 84681, 8: 82141}},
		{"R2", 100000, 151, map[int]Cents{5: 100000, 6: 97000, 7: 94090, 8: 91267, 12: 80798, 24: 56061}},
		{"R3", 100000, 211, map[int]Cents{7: 100000, 8: 97000, 24: 59583}},
		{"R4 old rule", 133540, 91, map[int]Cents{3: 133540, 4: 129534, 24: 70440}},
	}
	for _, tt := range tests {
		months := Schedule(tt.monthly, start, 720, tt.first)
		if len(months) != 24 {
			t.Fatalf("%s: %d months", tt.name, len(months))
		}
		for i, want := range tt.want {
			if got := months[i-1].Full; got != want {
				t.Errorf("%s: month %d = %d, want %d", tt.name, i, got, want)
			}
		}
	}
}

func TestScheduleDates(t *testing.T) {
	m := Schedule(100000, civil.Date(2026, 11, 8), 364, FirstReducedDay(false))
	if got := m[5].From.String(); got != "2027-04-07" {
		t.Errorf("151st day is %s, want 2027-04-07", got)
	}
	if got := Schedule(100000, civil.Date(2026, 11, 8), 364, 211)[7].From.String(); got != "2027-06-06" {
		t.Errorf("211th day is %s, want 2027-06-06", got)
	}
	last := m[len(m)-1]
	if last.To.String() != "2027-11-06" || last.To != End(civil.Date(2026, 11, 8), 364) || last.Days != 4 {
		t.Errorf("last block: %+v", last)
	}
	if want := (last.Full*4*2 + 30) / 60; last.Amount != want {
		t.Errorf("last block pays %d, want %d", last.Amount, want)
	}
}

func TestScheduleBlocks(t *testing.T) {
	for days := 1; days <= MaxDays; days++ {
		next, sum := civil.Day(20000), 0
		for _, m := range Schedule(123456, 20000, days, 151) {
			if m.From != next || int(m.To-m.From)+1 != m.Days || m.Reduced != (m.Index >= 6) {
				t.Fatalf("%d days: %+v", days, m)
			}
			next, sum = m.To+1, sum+m.Days
		}
		if sum != days {
			t.Fatalf("%d days: blocks sum to %d", days, sum)
		}
	}
	for _, days := range []int{0, -1, 5000} {
		if Schedule(100000, 20000, days, 151) != nil {
			t.Errorf("%d days give a schedule", days)
		}
	}
}

func TestReductionOf(t *testing.T) {
	tests := []struct {
		over bool
		days int
		want Reduction
	}{{false, 150, NoReduction}, {false, 151, FromSixth}, {true, 210, NoReduction}, {true, 211, FromEighth}, {true, 151, NoReduction}}
	for _, tt := range tests {
		if got := ReductionOf(tt.over, tt.days); got != tt.want {
			t.Errorf("ReductionOf(%v, %d) = %v, want %v", tt.over, tt.days, got, tt.want)
		}
	}
}

// TestAmount holds the vectors N1–N14.
func TestAmount(t *testing.T) {
	y2015 := YearParams{Ref: 119500, Cap: 130000}
	p := func(year int) YearParams { y, _ := Params(year); return y }
	tests := []struct {
		total Cents
		weeks int
		p     YearParams
		want  Cents
	}{
		{2850000, 116, y2015, 79788}, {4530000, 116, y2015, 102023}, {4000000, 104, y2015, 101385},
		{3000000, 104, p(2026), 93678}, {2000000, 60, p(2026), 108250}, {2500000, 104, p(2025), 78065},
	}
	for _, tt := range tests {
		if got := Amount(tt.total, tt.weeks, tt.p); got != tt.want {
			t.Errorf("%d over %d weeks = %d, want %d", tt.total, tt.weeks, got, tt.want)
		}
	}
	for average, want := range map[Cents]Cents{100000: 75000, 145672: 109254, 342536: 158470, 400000: 158470} {
		if got := Amount(average*100, 433, p(2026)); got != want {
			t.Errorf("Amount(%d) = %d, want %d", average, got, want)
		}
	}
	if got := Amount(213803*100, 433, p(2023)); got != 121060 {
		t.Errorf("N4 = %d", got)
	}
}

func TestEstimate(t *testing.T) {
	if got := Estimate(200000, 360, 100000); got != 13333 {
		t.Errorf("2.000 over twelve months = %d, want 13333", got)
	}
	if got := Estimate(900000, 30, 100000); got != 100000 {
		t.Errorf("the estimate exceeds the month: %d", got)
	}
}

func TestDates(t *testing.T) {
	if SIISLApplies(civil.Date(2024, 11, 24)) || !SIISLApplies(civil.Date(2024, 11, 25)) {
		t.Error("SIISL applies after 24 November 2024 only")
	}
	if got := SIISLDeadline(civil.Date(2026, 11, 8)).String(); got != "2026-11-23" {
		t.Errorf("SIISL deadline %s", got)
	}
	if n := len(AnticipationShares(civil.Date(2025, 12, 31))); n != 1 {
		t.Errorf("until 2025 one instalment, got %d", n)
	}
	if s := AnticipationShares(civil.Date(2026, 1, 1)); len(s) != 2 || s[0] != 70 || s[1] != 30 {
		t.Errorf("from 2026 %v", s)
	}
	if p, ok := LatestParams(civil.Date(2027, 3, 1)); !ok || p.Year != 2026 {
		t.Errorf("latest year %d", p.Year)
	}
	if _, ok := LatestParams(civil.Date(2020, 3, 1)); ok {
		t.Error("no figures before 2022")
	}
}

// walkAll calls f for every complete path.
func walkAll(t *testing.T, answers []string, f func(path []string, o Outcome)) {
	s, err := Walk(answers)
	if err != nil {
		t.Fatalf("%v: %v", answers, err)
	}
	if s.Outcome != nil {
		f(answers, *s.Outcome)
		return
	}
	for _, o := range s.Question.Options {
		walkAll(t, append(append([]string{}, answers...), o.Answer), f)
	}
}

func TestEveryPath(t *testing.T) {
	paths, seen := 0, map[string]bool{}
	walkAll(t, nil, func(path []string, o Outcome) {
		paths++
		seen[o.Case] = true
		shown := o.Tag == "V-O" || o.Tag == "V-S"
		if !shown && o.Result != ToVerify && o.Result != ToEstimate {
			t.Errorf("%v ends in case %s without a source", path, o.Case)
		}
	})
	if paths != 57 || len(seen) != 37 || len(cases) != 37 {
		t.Errorf("%d paths, %d of %d cases; want 57, 37, 37", paths, len(seen), len(cases))
	}
}

// TestJobVectors holds D3 of the domain study.
func TestJobVectors(t *testing.T) {
	tests := []struct {
		path []string
		want Result
	}{
		{[]string{"dip", "breve", "sotto", "no", "si"}, Reduced},
		{[]string{"dip", "breve", "sotto", "no", "no"}, Suspended},
		{[]string{"dip", "lungo", "sotto", "no", "si"}, Reduced},
		{[]string{"dip", "lungo", "sopra"}, Lost},
		{[]string{"dip", "breve", "sopra"}, Suspended},
		{[]string{"aut", "sotto", "si"}, Reduced},
		{[]string{"aut", "sopra"}, Lost},
		{[]string{"aut", "zero", "si"}, Whole},
		{[]string{"aut", "zero", "no"}, Lost},
		{[]string{"occ", "sotto"}, Whole},
		{[]string{"coll", "sopra"}, ToVerify},
	}
	for _, tt := range tests {
		s, err := Walk(tt.path)
		if err != nil || s.Outcome == nil || s.Outcome.Result != tt.want {
			t.Errorf("%v: %+v %v, want %v", tt.path, s.Outcome, err, tt.want)
		}
	}
	for _, p := range [][]string{{"nulla"}, {"tir", "si"}, {"dip", "mai"}} {
		if _, err := Walk(p); err != ErrAnswer {
			t.Errorf("%v: %v, want ErrAnswer", p, err)
		}
	}
}

func TestGeneratedParamsAreFresh(t *testing.T) {
	out := t.TempDir()
	if msg, err := exec.Command("go", "run", "./gen", out).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, msg)
	}
	for _, name := range []string{"params_gen.go", "pensions_gen.go"} {
		fresh, _ := os.ReadFile(filepath.Join(out, name))
		kept, _ := os.ReadFile(name)
		if len(kept) == 0 || string(fresh) != string(kept) {
			t.Errorf("%s is stale: go generate ./player/benefit", name)
		}
	}
}

func FuzzWalk(f *testing.F) {
	f.Add("dip", "breve", "sotto")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		s, err := Walk([]string{a, b, c})
		if err == nil && s.Question == nil && s.Outcome == nil {
			t.Error("a walk leads nowhere")
		}
	})
}

func BenchmarkSchedule(b *testing.B) {
	for b.Loop() {
		Schedule(128544, 20000, 728, 151)
	}
}
