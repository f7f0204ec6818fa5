// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"strings"
	"testing"

	"videoguida/player"
	"videoguida/player/guide/guidetest"
	"videoguida/player/l10n"
	"videoguida/player/paint"
	"videoguida/player/script"
	"videoguida/player/sheet"
	"videoguida/tokengen/token"
)

// everything is all that a person reads, sees written, keeps in a file or in a
// calendar, and the day that the calendar page of the film lights up.
func everything(t *testing.T, p guidetest.Profile) string {
	f, words := Facts(p.Claims, p.Today), l10n.Lookup("it")
	var b strings.Builder
	b.WriteString(script.Transcript(script.Read(Board(), f, words)))
	c := sheet.Case{Form: Sheet(p.Claims, f, p.Today), Facts: f, Words: words, Today: p.Today}
	b.WriteString(c.HTML() + c.Calendar() + c.Value(f["prossimo"]))
	var o paint.Ops
	guidetest.EveryMark(suite(t).Player(t, p, "it"), func(p *player.Player, _, _ string) {
		p.Paint(&o)
		o.Texts(func(text string) { b.WriteString(text + "\n") })
	})
	return b.String()
}

// TestEveryClaimIsTold: a claim that changes nothing that a person meets should
// not travel.
func TestEveryClaimIsTold(t *testing.T) {
	was := version(t, "pension-longest")
	before := everything(t, was)
	for name, change := range map[string]func(c *token.Claims){
		"name": func(c *token.Claims) { c.Name = "Mara" }, "fund": func(c *token.Claims) { c.Fund = "private" },
		"method": func(c *token.Claims) { c.Method = "contributivo" }, "start": func(c *token.Claims) { c.Start-- },
		"gross": func(c *token.Claims) { c.Gross++ }, "net": func(c *token.Claims) { c.Net-- },
		"irpef": func(c *token.Claims) { c.Irpef++ }, "local_tax": func(c *token.Claims) { c.LocalTax++ },
		"deductions": func(c *token.Claims) { c.Deductions++ }, "arrears": func(c *token.Claims) { c.Arrears++ },
		"thirteenth": func(c *token.Claims) { c.Thirteenth = false }, "payer": func(c *token.Claims) { c.Payer = "post" },
		"taxed":     func(c *token.Claims) { c.Taxed, c.Irpef, c.LocalTax, c.Deductions = false, 0, 0, 0 },
		"linked":    func(c *token.Claims) { c.Linked = []string{"minimo"} },
		"red":       func(c *token.Claims) { c.Red = "none" },
		"red_by":    func(c *token.Claims) { c.RedBy++ },
		"first_pay": func(c *token.Claims) { c.FirstPay++ }, "contacts": func(c *token.Claims) { c.Contacts = "ok" },
		"exp": func(c *token.Claims) { c.Exp += 86400 },
	} {
		p := was
		change(&p.Claims)
		if everything(t, p) == before {
			t.Errorf("nobody tells %s", name)
		}
	}
}
