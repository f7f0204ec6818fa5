// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package demo

import (
	"time"

	"videoguida/tokengen/sign"
	"videoguida/tokengen/token"
)

// pensionAxes are the three yes or no of the customer's eight versions.
func pensionAxes() []Axis {
	return []Axis{
		{"somme legate al reddito", func(c *token.Claims) { c.Linked, c.Red = []string{"14a"}, "send" }},
		{"tasse", taxed},
		{"contatti mancanti", func(c *token.Claims) { c.Contacts = "missing" }},
	}
}

// taxed makes the pension one on which IRPEF is paid.
func taxed(c *token.Claims) {
	c.Gross, c.Net, c.Irpef, c.LocalTax, c.Deductions, c.Taxed = 150000, 125093, 23407, 1500, 6512, true
}

// pension returns an invented untaxed pension without anything special,
// changed.
func (b *builder) pension(id string, change func(c *token.Claims)) token.Claims {
	c := token.Claims{
		V: token.Version, Iss: token.Issuer, Aud: token.Audience, Jti: sign.Jti("demo " + id),
		Iat: int64(b.day-2) * 86400, Exp: int64(b.day+178) * 86400,
		Guide: "pension", Name: "Giovanni", Lang: "it", Ch: "qr", Camp: "demo",
		Fund: "private", Method: "misto", Start: b.day - 24, Gross: 64050, Net: 64050, Thirteenth: true,
		FirstPay: b.payday(), Payer: "bank", Contacts: "ok",
	}
	change(&c)
	return c
}

// payday returns a working day at the beginning of the next month.
func (b *builder) payday() int32 {
	t := time.Unix(int64(b.day)*86400, 0).UTC()
	first := time.Date(t.Year(), t.Month()+1, 1, 0, 0, 0, 0, time.UTC)
	if first.Month() == time.January {
		first = first.AddDate(0, 0, 4)
	}
	for first.Weekday() == time.Saturday || first.Weekday() == time.Sunday {
		first = first.AddDate(0, 0, 1)
	}
	return int32(first.Unix() / 86400)
}

// pensionEdges are the script's cases at the edge: lines that lengthen or
// shorten a version.
func (b *builder) pensionEdges(axes int) (out []Version) {
	add := func(id, title string, from int, change func(c *token.Claims)) {
		v := Version{Letter: Letter{ID: id, Title: title}, On: make([]bool, axes), Edge: true}
		v.Claims = b.pension(id, func(c *token.Claims) {
			for i, a := range pensionAxes() {
				if v.On[i] = (from-1)>>(axes-1-i)&1 == 1; v.On[i] {
					a.on(c)
				}
			}
			change(c)
		})
		out = append(out, v)
	}
	add("pension-contributivo", "calcolo contributivo, senza tredicesima", 1, func(c *token.Claims) {
		c.Name, c.Method, c.Thirteenth = "Nadia", "contributivo", false
	})
	add("pension-superstiti", "superstiti: tono sobrio", 1, func(c *token.Claims) { c.Name, c.Method = "Elena", "superstiti" })
	add("pension-cpdel", "cassa CPDEL, retributivo, arretrati", 3, func(c *token.Claims) {
		c.Name, c.Fund, c.Method, c.Arrears, c.Payer = "Chiara", "cpdel", "retributivo", 300000, "post"
	})
	add("pension-linked", "minimo, maggiorazione e quattordicesima, arretrati, scadenza RED", 6, func(c *token.Claims) {
		c.Linked, c.Arrears, c.RedBy = []string{"14a", "minimo", "maggiorazione"}, 128100, b.day+96
	})
	add("pension-longest", "CPDEL, quattordicesima, arretrati, scadenza RED", 8, func(c *token.Claims) {
		c.Fund, c.Linked, c.Arrears, c.RedBy = "cpdel", []string{"14a"}, 300000, b.day+96
	})
	add("pension-everything", "tutto insieme: CPDEL, ogni somma legata al reddito, arretrati, scadenza RED", 8, func(c *token.Claims) {
		c.Fund, c.Linked, c.Arrears, c.RedBy = "cpdel", []string{"14a", "minimo", "maggiorazione", "superstiti"}, 445454, b.day+96
	})
	return out
}

// pensions adds the pension letters: the versions, their edges and what else
// may be missing.
func (b *builder) pensions() {
	t := b.versions(Table{Guide: "pension", Axes: pensionAxes()}, b.pension)
	for _, v := range append(t.Versions, b.pensionEdges(len(t.Axes))...) {
		b.add(v.Letter)
	}
	good := func(id, title string, change func(c *token.Claims)) {
		b.add(Letter{ID: id, Title: title, Claims: b.pension(id, change)})
	}
	good("pension-first-pay-unknown", "pensione: primo pagamento non ancora noto", func(c *token.Claims) { c.Name, c.FirstPay = "Omar", 0 })
	good("pension-first-pay-past", "pensione: primo pagamento passato", func(c *token.Claims) { c.Name, c.FirstPay = "Sara", b.day-20 })
	good("pension-deutsch", "Rente, auf Deutsch", func(c *token.Claims) { c.Name, c.Lang = "Greta", "de"; taxed(c) })
	good("pension-english", "pension, in English", func(c *token.Claims) { c.Name, c.Lang = "Amina", "en"; taxed(c) })
}
