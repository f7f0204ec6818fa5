package naspi

import (
	"regexp"
	"testing"

	"videoguida/player/l10n"
	"videoguida/player/script"
	"videoguida/tokengen/token"
)

// withhold lists, for each claim of the case, how a letter without it looks.
var withhold = map[string]func(c *token.Claims){
	"name": func(c *token.Claims) { c.Name = "" }, "applied": func(c *token.Claims) { c.Applied = 0 },
	"start": func(c *token.Claims) { c.Start = 0 }, "days": func(c *token.Claims) { c.Days = 0 },
	"monthly": func(c *token.Claims) { c.Monthly = 0 }, "calc": func(c *token.Claims) { c.Calc = "" },
	"year": func(c *token.Claims) { c.Year = 0 }, "first_pay": func(c *token.Claims) { c.FirstPay = 0 },
	"all": func(c *token.Claims) { *c = token.Claims{V: 1, Guide: "naspi", Exp: c.Exp} },
}

// invented is what a text tells when it makes a figure up.
var invented = regexp.MustCompile(`19(69|70)|\b0,00|€0\.00|\b0 (giorni|mesi|Tage|Monate|days|months)|\b0 (euro|Euro)|⟦|\{|  | ,| \.`)

// TestMissingClaimsInventNothing: the guide of a letter that lacks a fact tells
// the rest, and film and text tell the same.
func TestMissingClaimsInventNothing(t *testing.T) {
	for name, without := range withhold {
		for _, lang := range l10n.Langs() {
			p := profile{name, maria(), today}
			without(&p.claims)
			tl := compile(t, p, lang)
			var told []string
			for _, ch := range script.Read(Board(), Facts(p.claims, p.today), l10n.Lookup(lang)) {
				for _, l := range ch.Lines {
					told = append(told, l.ID)
				}
			}
			if len(told) != len(tl.Lines) || len(told) < 30 {
				t.Errorf("without %s the text has %d lines, the film %d", name, len(told), len(tl.Lines))
			}
			for i, l := range tl.Lines {
				if i < len(told) && told[i] != l.ID {
					t.Fatalf("without %s the text tells %s, the film %s", name, told[i], l.ID)
				}
				for _, text := range []string{l.Text, l.Describe} {
					if m := invented.FindString(text); m != "" {
						t.Errorf("without %s, %s %s tells %q: %s", name, lang, l.ID, m, text)
					}
				}
			}
		}
	}
}
