// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"testing"
	"time"

	"videoguida/player/avatar"
	"videoguida/player/civil"
	"videoguida/player/guide/guidetest"
	"videoguida/player/story"
	"videoguida/tokengen/demo"
	"videoguida/tokengen/token"
)

var today = civil.Date(2026, 11, 24)

// versions are the eight versions and the cases at their edge.
func versions(t testing.TB) demo.Table {
	t.Helper()
	table, ok := demo.Versions("pension", time.Unix(int64(today)*86400, 0))
	if !ok || len(table.Versions) < 13 {
		t.Fatalf("the table has %d versions", len(table.Versions))
	}
	return table
}

// version returns the version or the edge with this id.
func version(t testing.TB, id string) guidetest.Profile {
	t.Helper()
	for _, v := range versions(t).Versions {
		if v.ID == id {
			return guidetest.Profile{Name: id, Claims: v.Claims, Today: today}
		}
	}
	t.Fatalf("there is no version %q", id)
	return guidetest.Profile{}
}

// suite is the guide told to people of every kind.
func suite(t testing.TB) guidetest.Suite {
	s := guidetest.Suite{
		Prefix: "pens-", Board: Board, Facts: Facts, Rig: rig,
		Film: func(token.Claims) *story.Storyboard { return Film() },
	}
	for _, v := range versions(t).Versions {
		s.Profiles = append(s.Profiles, guidetest.Profile{Name: v.ID, Claims: v.Claims, Today: today})
	}
	with := func(name string, change func(p *guidetest.Profile)) {
		p := version(t, "pension-8")
		p.Name = name
		change(&p)
		s.Profiles = append(s.Profiles, p)
	}
	with("first payment unknown", func(p *guidetest.Profile) { p.Claims.FirstPay = 0 })
	with("first payment past", func(p *guidetest.Profile) { p.Claims.FirstPay = int32(p.Today) - 3 })
	with("survivors' cut", func(p *guidetest.Profile) {
		p.Claims.Linked, p.Claims.Method = []string{"superstiti"}, "superstiti"
	})
	with("nothing to send", func(p *guidetest.Profile) { p.Claims.Red = "none" })
	with("RED not known", func(p *guidetest.Profile) { p.Claims.Red = "unknown" })
	with("a year without its minimum", func(p *guidetest.Profile) { p.Today = civil.Date(2027, 2, 1) })
	with("no name", func(p *guidetest.Profile) { p.Claims.Name = "" })
	with("no fund", func(p *guidetest.Profile) { p.Claims.Fund = "" })
	with("arrears of unknown start", func(p *guidetest.Profile) { p.Claims.Start, p.Claims.Arrears = 0, 280474 })
	return s
}

// rig is shared: a shape's pointer is its identity, and tests compare frames.
var rig = avatar.New()
