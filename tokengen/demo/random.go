// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package demo

import (
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"

	"videoguida/tokengen/rows"
	"videoguida/tokengen/sign"
	"videoguida/tokengen/token"
)

// givenNames are common in Italy, of all lengths, none with a surname.
var givenNames = strings.Fields(`Maria Anna Giuseppina Rosa Angela Giovanna Teresa Lucia Carmela Caterina Francesca Antonietta
	Carla Elena Concetta Rita Margherita Paola Laura Giulia Sara Chiara Martina Alessia Federica Valentina Ilaria Nadia Amina
	Fatima Olena Svetlana Ioana Giuseppe Giovanni Antonio Mario Luigi Francesco Angelo Vincenzo Pietro Salvatore Carlo Franco
	Domenico Bruno Paolo Michele Giorgio Aldo Sergio Luciano Andrea Marco Alessandro Stefano Roberto Matteo Davide Luca Omar
	Mohamed Ciprian Jürgen Zoë Niccolò Desirée Massimiliano Gianfrancesco Mariantonietta`)

// Random invents a letter of a guide as of a day: the facts vary as those of a
// campaign do.
func Random(r *rand.Rand, guide string, day int32) token.Claims {
	c := token.Claims{
		V: token.Version, Iss: token.Issuer, Aud: token.Audience, Iat: int64(day) * 86400, Exp: int64(day+181) * 86400,
		Guide: guide, Name: givenNames[r.IntN(len(givenNames))], Lang: "it", Ch: "qr", Camp: "2026-11", Contacts: "ok",
	}
	if r.IntN(12) == 0 {
		c.Name += " " + givenNames[r.IntN(len(givenNames))]
	}
	if r.IntN(20) == 0 {
		c.Lang = pick(r, "de", "en")
	}
	if r.IntN(10) == 0 {
		c.Contacts = "missing"
	}
	if guide == "pension" {
		randomPension(r, &c, day)
	} else {
		randomNaspi(r, &c, day)
	}
	return c
}

func pick(r *rand.Rand, words ...string) string { return words[r.IntN(len(words))] }

func randomNaspi(r *rand.Rand, c *token.Claims, day int32) {
	c.Applied = day - int32(5+r.IntN(60))
	c.Start = c.Applied + int32(r.IntN(9))
	c.Days = int32(30 + r.IntN(701))
	c.Monthly = int64(30000 + r.IntN(128470))
	c.Calc, c.Year = pick(r, "base", "soglia", "massimo"), 2026
	c.Over55, c.Income = r.IntN(4) == 0, r.IntN(10) == 0
	if r.IntN(4) > 0 {
		c.FirstPay = day + int32(5+r.IntN(30))
	}
}

func randomPension(r *rand.Rand, c *token.Claims, day int32) {
	c.Fund, c.Method = pick(r, "private", "private", "cpdel"), pick(r, "retributivo", "misto", "misto", "contributivo", "superstiti")
	c.Start = day - int32(r.IntN(90))
	c.Gross = int64(55000 + r.IntN(300000))
	c.Net, c.Thirteenth, c.Payer = c.Gross, r.IntN(12) > 0, pick(r, "bank", "bank", "post")
	if c.Gross > 85000 {
		c.Taxed = true
		c.Irpef, c.LocalTax = c.Gross*int64(14+r.IntN(12))/100, c.Gross*int64(1+r.IntN(3))/100
		c.Deductions = int64(r.IntN(9000))
		c.Net = c.Gross - c.Irpef - c.LocalTax + c.Deductions
	}
	if r.IntN(3) == 0 {
		c.Arrears = int64(20000 + r.IntN(500000))
	}
	if r.IntN(4) == 0 {
		c.Linked, c.Red = []string{pick(r, "14a", "minimo", "maggiorazione", "superstiti")}, pick(r, "send", "none", "unknown")
	}
	if c.Red == "send" {
		c.RedBy = day + int32(30+r.IntN(200))
	}
	c.FirstPay = day + int32(5+r.IntN(40))
}

// WriteRows writes n invented letters as the table that tokengen batch reads,
// guides in turn.
func WriteRows(out io.Writer, r *rand.Rand, n int, day int32, guides ...string) error {
	w := csv.NewWriter(out)
	columns := rows.Columns[:len(rows.Columns)-3] // how people may be told, nobody invents
	w.Write(columns)
	cells := make([]string, len(columns))
	for i := range n {
		f := sign.Facts(Random(r, guides[i%len(guides)], day))
		f["letter_id"] = fmt.Sprintf("L%07d", i+1)
		for j, name := range columns {
			cells[j] = cell(f[name])
		}
		w.Write(cells) // its error stays in w
	}
	w.Flush()
	return w.Error()
}

// cell writes a fact as a table does.
func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case []string:
		return strings.Join(v, " ")
	}
	return fmt.Sprint(v)
}
