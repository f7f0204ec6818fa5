// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package crm

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const head = "day,topic,channel,contacts,population_at_risk,treated\n"

func TestRead(t *testing.T) {
	got, err := Read(strings.NewReader("\ufeff" + head + "2026-11-02,naspi,telefono,120,40000,1\r\n2026-11-02,\"già, pensione\",sede,0,1,0\n"))
	want := []Row{{"2026-11-02", "naspi", "telefono", 120, 40000, true}, {"2026-11-02", "già, pensione", "sede", 0, 1, false}}
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Error(d, err)
	}
}

// wrongFiles are wrong in one thing, and what is said.
var wrongFiles = map[string]string{
	"":                                     "line 1: not the header",
	"day,topic\n":                          "line 1: not the header",
	head:                                   "no rows",
	head + "2026-02-30,naspi,sede,1,1,1\n": "line 2: day: not a date YYYY-MM-DD",
	head + "2026-02-03,,sede,1,1,1\n":      "line 2: topic: not 1 to 60",
	head + "2026-02-03,naspi,\"a\nb\",1,1,1\n":                           "line 2: channel: not 1 to 60",
	head + "2026-02-03,naspi,sede,-1,1,1\n":                              "line 2: contacts: not a whole number",
	head + "2026-02-03,naspi,sede,1e309,1,1\n":                           "line 2: contacts: not a whole number",
	head + "2026-02-03,naspi,sede,1,0,1\n":                               "line 2: population_at_risk: zero",
	head + "2026-02-03,naspi,sede,1,1,yes\n":                             "line 2: treated: neither 0 nor 1",
	head + "2026-02-03,naspi,sede,1,1\n":                                 "line 2: wrong number of fields",
	head + "2026-02-03,nas\"pi,sede,1,1,1\n":                             "line 2: bare",
	head + "2026-02-03,a,sede,1,1,1\n2026-02-03,a,sede,1,1,1\n":          "line 3: the same day, topic and channel twice",
	head + "2026-02-03," + strings.Repeat("x", 33<<20) + ",sede,1,1,1\n": "more than 32 MB",
}

func TestReadRefuses(t *testing.T) {
	for file, want := range wrongFiles {
		if _, err := Read(strings.NewReader(file)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.80q: got %v, want %s", file, err, want)
		}
	}
}

// FuzzRead: what is read keeps its limits, and an error never repeats a value.
func FuzzRead(f *testing.F) {
	for file := range wrongFiles {
		if len(file) < 1000 {
			f.Add(file)
		}
	}
	f.Add(head + "2026-11-02,naspi,telefono,120,40000,1\n")
	f.Fuzz(func(t *testing.T, file string) {
		rows, err := Read(strings.NewReader(file))
		if err != nil && len(err.Error()) > 200 {
			t.Errorf("a long error: %q", err)
		}
		for _, r := range rows {
			if r.Population < 1 || r.Contacts < 0 || r.Topic == "" || len(r.Day) != 10 {
				t.Errorf("%+v", r)
			}
		}
	})
}
