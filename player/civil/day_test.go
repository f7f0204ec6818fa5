// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package civil

import (
	"testing"
	"time"
)

// TestAgreesWithTime compares every day from 1600 to 2400 with package time.
func TestAgreesWithTime(t *testing.T) {
	at := time.Date(1600, 1, 1, 0, 0, 0, 0, time.UTC)
	for d := Day(at.Unix() / 86400); at.Year() < 2400; d++ {
		y, m, day := d.YMD()
		if wy, wm, wd := at.Date(); y != wy || m != int(wm) || day != wd {
			t.Fatalf("day %d is %d-%d-%d, want %s", d, y, m, day, at.Format(time.DateOnly))
		}
		if got := Date(y, m, day); got != d {
			t.Fatalf("Date(%d, %d, %d) = %d, want %d", y, m, day, got, d)
		}
		at = at.AddDate(0, 0, 1)
	}
}

func TestDateCarriesOver(t *testing.T) {
	for _, c := range [...][3]int{{2026, 13, 1}, {2026, 0, 31}, {2026, 4, 31}, {2026, -13, 29}, {2024, 2, 30}, {2026, 1, 0}, {2026, 1, -400}, {2026, 25, 500}} {
		want := Day(time.Date(c[0], time.Month(c[1]), c[2], 0, 0, 0, 0, time.UTC).Unix() / 86400)
		if got := Date(c[0], c[1], c[2]); got != want {
			t.Errorf("Date%v = %v, want %v", c, got, want)
		}
	}
}

func TestParse(t *testing.T) {
	for _, s := range []string{"2026-11-25", "2024-02-29", "1969-12-31", "0001-01-01"} {
		if d, ok := Parse(s); !ok || d.String() != s {
			t.Errorf("Parse(%q) = %v, %v", s, d, ok)
		}
	}
	for _, s := range []string{"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-11-25", "2026-11-25 ", "2026/11/25", "+026-11-25", "2026-11--5"} {
		if d, ok := Parse(s); ok {
			t.Errorf("Parse(%q) = %v, want refused", s, d)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("2026-11-25")
	f.Add("2026-02-30")
	f.Fuzz(func(t *testing.T, s string) {
		want, err := time.Parse(time.DateOnly, s)
		d, ok := Parse(s)
		if ok != (err == nil) || ok && d != Day(want.Unix()/86400) {
			t.Errorf("Parse(%q) = %v, %v; time says %v, %v", s, d, ok, want, err)
		}
	})
}
