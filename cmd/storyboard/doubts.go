// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"videoguida/player/benefit"
	"videoguida/player/civil"
	"videoguida/tokengen/token"
)

// doubts are what staff should look at before a letter leaves: figures that do
// not agree with each other or lie far from the year's rule.
func doubts(c token.Claims, today civil.Day) []benefit.Doubt {
	if c.Guide != "pension" {
		return nil
	}
	year, _, _ := today.YMD()
	return benefit.Pension{
		Gross: benefit.Cents(c.Gross), Net: benefit.Cents(c.Net), Irpef: benefit.Cents(c.Irpef),
		Local: benefit.Cents(c.LocalTax), Thirteenth: c.Thirteenth, Taxed: c.Taxed,
	}.Check(year)
}
