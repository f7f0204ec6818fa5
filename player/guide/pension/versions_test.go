// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"videoguida/player/civil"
	"videoguida/player/guide/guidetest"
	"videoguida/player/timeline"
	"videoguida/tokengen/token"
)

// TestLength holds the eight versions and the cases at their edge between 3:30
// and 5:00 at measure A.
func TestLength(t *testing.T) {
	s := suite(t)
	s.Profiles = s.Profiles[:len(versions(t).Versions)]
	s.Length(t, 210, 300)
}

// combination is one way in which a letter can stretch a guide, with the
// amounts and the dates that take longest to say.
type combination struct {
	fund, method, red      string
	linked                 int // a bit per sum
	taxed, missing, arrear bool
}

// combinations returns every one of them; without FULL, the longest wording of
// each axis alone.
func combinations() (all []combination) {
	funds, methods := []string{"cpdel"}, []string{"misto"}
	if os.Getenv("FULL") != "" {
		funds, methods = []string{"private", "cpdel"}, []string{"retributivo", "misto", "contributivo", "superstiti"}
	}
	yesNo := []bool{false, true}
	for _, fund := range funds {
		for _, method := range methods {
			for linked := range 1 << len(linkedSums) {
				for _, red := range []string{"", "send", "unknown", "none"} {
					for n := range 8 {
						all = append(all, combination{fund, method, red, linked, yesNo[n>>2], yesNo[n>>1&1], yesNo[n&1]})
					}
				}
			}
		}
	}
	return slices.DeleteFunc(all, func(c combination) bool { return (c.linked == 0) != (c.red == "") })
}

var linkedSums = [...]string{"14a", "minimo", "maggiorazione", "superstiti"}

// letter returns an invented letter of a combination.
func (c combination) letter() guidetest.Profile {
	day := int32(civil.Date(2027, 9, 28))
	l := token.Claims{
		V: 1, Guide: "pension", Name: "Giovanni", Lang: "it", Fund: c.fund, Method: c.method, Start: int32(today) - 24,
		Gross: 445454, Net: 445454, Thirteenth: true, FirstPay: int32(today) + 24, Payer: "bank", Red: c.red,
		Contacts: "ok", Taxed: c.taxed, Exp: int64(day) * 86400,
	}
	if c.taxed {
		l.Net, l.Irpef = 344454, 101000
	}
	if c.missing {
		l.Contacts = "missing"
	}
	if c.arrear {
		l.Arrears = 445454
	}
	if c.red == "send" {
		l.RedBy = day
	}
	for i, sum := range linkedSums {
		if c.linked>>i&1 == 1 {
			l.Linked = append(l.Linked, sum)
		}
	}
	return guidetest.Profile{Name: fmt.Sprintf("%+v", c), Claims: l, Today: today}
}

// TestEverythingAtOnceFits: whatever a letter combines, at measure A and with
// the voice, the guide takes 3:30 to 5:00, and saying yes to an axis of the
// versions never shortens it.
func TestEverythingAtOnceFits(t *testing.T) {
	s, bank := suite(t), suite(t).Bank(t)
	all := map[combination][2]int{}
	var longest [2]int
	for _, c := range combinations() {
		told, _ := s.Speak(t, c.letter(), bank)
		all[c] = [2]int{s.Compile(t, c.letter(), "it").Duration, told.Duration}
		for i, ms := range all[c] {
			longest[i] = max(longest[i], ms)
			if ms < 210_000 || ms > 300_000 {
				t.Errorf("%+v takes %s (0: silent, 1: voice: %d)", c, timeline.Stamp(ms), i)
			}
		}
	}
	t.Logf("%d combinations, the longest %s, with the voice %s", len(all), timeline.Stamp(longest[0]), timeline.Stamp(longest[1]))
	for c, without := range all {
		for _, with := range c.more() {
			if all[with][0] < without[0] || all[with][1] < without[1] {
				t.Errorf("%+v takes %v ms, %+v only %v", c, without, with, all[with])
			}
		}
	}
}

// more returns the combination with each axis of the versions that it lacks.
func (c combination) more() (out []combination) {
	if taxed := c; !c.taxed {
		taxed.taxed = true
		out = append(out, taxed)
	}
	if missing := c; !c.missing {
		missing.missing = true
		out = append(out, missing)
	}
	if linked := c; c.linked == 0 {
		linked.linked, linked.red = 1, "send"
		out = append(out, linked)
	}
	return out
}

// TestVersions: the table is eight versions by three yes or no, saying yes to
// an axis never shortens a version, and the last is at least forty seconds
// longer than the first.
func TestVersions(t *testing.T) {
	table, s := versions(t), suite(t)
	var eight []int
	for i, v := range table.Versions {
		if !v.Edge {
			eight = append(eight, s.Compile(t, s.Profiles[i], "it").Duration)
		}
	}
	if len(eight) != 8 || len(table.Axes) != 3 {
		t.Fatalf("%d versions by %d axes, want 8 by 3", len(eight), len(table.Axes))
	}
	for i := range eight {
		for axis := range table.Axes {
			if with := i | 1<<axis; eight[with] < eight[i] {
				t.Errorf("version %d lasts %d ms, version %d only %d", i+1, eight[i], with+1, eight[with])
			}
		}
	}
	if d := eight[7] - eight[0]; d < 40_000 {
		t.Errorf("version 8 is %d ms longer than version 1, want 40000", d)
	}
}
