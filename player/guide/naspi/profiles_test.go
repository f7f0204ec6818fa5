// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package naspi

import (
	"testing"

	"videoguida/player"
	"videoguida/player/avatar"
	"videoguida/player/civil"
	"videoguida/player/guide/guidetest"
	"videoguida/player/story"
	"videoguida/tokengen/token"
)

var today = civil.Date(2026, 11, 24)

// maria is the script's base profile: under 55, all facts known.
func maria() token.Claims {
	return token.Claims{
		V: 1, Guide: "naspi", Name: "Maria", Lang: "it", Exp: int64(civil.Date(2027, 5, 22)) * 86400,
		Applied: int32(civil.Date(2026, 11, 5)), Start: int32(civil.Date(2026, 11, 8)), Days: 364, Monthly: 114471,
		Calc: "soglia", Year: 2026, FirstPay: int32(civil.Date(2026, 12, 11)), Contacts: "ok",
	}
}

func profiles() []guidetest.Profile {
	with := func(name string, change func(c *token.Claims)) guidetest.Profile {
		c := maria()
		change(&c)
		return guidetest.Profile{name, c, today}
	}
	short := func(c *token.Claims) { c.Days, c.Calc = 91, "base" }
	return []guidetest.Profile{
		with("base", func(*token.Claims) {}),
		with("contacts missing", func(c *token.Claims) { c.Contacts = "missing" }),
		with("income declared", func(c *token.Claims) { c.Income = true }),
		with("missing and income", func(c *token.Claims) { c.Income, c.Contacts = true, "missing" }),
		with("55 or over", func(c *token.Claims) { c.Over55 = true }),
		with("short", short),
		with("maximum, first payment unknown", func(c *token.Claims) { c.Calc, c.FirstPay = "massimo", 0 }),
		with("longest", func(c *token.Claims) { c.Over55, c.Income, c.Contacts = true, true, "missing" }),
		with("applied before SIISL", func(c *token.Claims) {
			c.Applied, c.Start = int32(civil.Date(2024, 11, 24)), int32(civil.Date(2024, 11, 25))
			c.Days = 728
		}),
		{"everything past", maria(), civil.Date(2027, 4, 1)},
		with("no name", func(c *token.Claims) { c.Name = "" }),
	}
}

// suite is the guide told to people of every kind.
func suite() guidetest.Suite {
	return guidetest.Suite{
		Prefix: "naspi-", Board: Board, Facts: Facts, Rig: rig, Profiles: profiles(),
		Film: func(c token.Claims) *story.Storyboard { return Film(Months(c)) },
	}
}

func newPlayer(t testing.TB, p guidetest.Profile) *player.Player {
	t.Helper()
	return suite().Player(t, p, "it")
}

// rig is shared: a shape's pointer is its identity, and tests compare frames.
var rig = avatar.New()
