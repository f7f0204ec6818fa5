package naspi

import (
	"testing"

	"videoguida/player"
	"videoguida/player/avatar"
	"videoguida/player/civil"
	"videoguida/player/l10n"
	"videoguida/player/timeline"
	"videoguida/player/typeset/titillium"
	"videoguida/tokengen/token"
)

// profile is a kind of person the script was timed for.
type profile struct {
	name   string
	claims token.Claims
	today  civil.Day
}

var today = civil.Date(2026, 11, 24)

// maria is the script's base profile: under 55, all facts known.
func maria() token.Claims {
	return token.Claims{
		V: 1, Guide: "naspi", Name: "Maria", Lang: "it", Exp: int64(civil.Date(2027, 5, 22)) * 86400,
		Applied: int32(civil.Date(2026, 11, 5)), Start: int32(civil.Date(2026, 11, 8)), Days: 364, Monthly: 114471,
		Calc: "soglia", Year: 2026, FirstPay: int32(civil.Date(2026, 12, 11)), Contacts: "ok",
	}
}

func profiles() []profile {
	with := func(name string, change func(c *token.Claims)) profile {
		c := maria()
		change(&c)
		return profile{name, c, today}
	}
	short := func(c *token.Claims) { c.Days, c.Calc = 91, "base" }
	return []profile{
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

func compile(t testing.TB, p profile, lang string) *timeline.Timeline {
	t.Helper()
	tl, err := timeline.Compile(Film(Months(p.claims)), Facts(p.claims, p.today), l10n.Lookup(lang), timeline.Silent{})
	if err != nil {
		t.Fatal(err)
	}
	return tl
}

func newPlayer(t testing.TB, p profile) *player.Player {
	t.Helper()
	fonts, err := titillium.Load()
	if err != nil {
		t.Fatal(err)
	}
	return player.New(compile(t, p, "it"), fonts, rig)
}

// rig is shared: a shape's pointer is its identity, and tests compare frames.
var rig = avatar.New()
