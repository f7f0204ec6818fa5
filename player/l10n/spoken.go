// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package l10n

import (
	"strings"

	"videoguida/player/civil"
	"videoguida/player/facts"
)

// A value is said in units, the pieces that a voice bank has recorded: a number
// is one word made of thousands, hundreds and what is below a hundred. A unit
// that is a word of its own begins with a space, unless it is the first.

// sayItalian returns a value as it is said, unit by unit: numbers in words,
// "primo" for the first of the month.
func sayItalian(kind string, v facts.Value) []string {
	switch kind {
	case "money":
		return sayMoney(v.N)
	case "days", "months", "minutes", "seconds":
		return sayCount(v.N, (&Catalog{lang: "it"}).unit(kind, v.N))
	case "percent":
		return append(number(v.N), " per cento")
	case "year":
		return sayYear(v.N)
	case "int":
		return number(v.N)
	case "date", "date-il", "date-al", "date-dal":
		d := civil.Day(v.N)
		return sayDate(article(kind, d), d)
	}
	return []string{v.S}
}

// sayMoney joins the number of cents to its "e": they are said in one breath.
func sayMoney(cents int64) []string {
	euro, rest := cents/100, cents%100
	said := append(number(euro), " euro")
	if euro == 1 {
		said = []string{"un euro"}
	}
	switch rest {
	case 0:
		return said
	case 1:
		return append(said, " e un centesimo")
	}
	return append(said, " e "+Number(rest), " centesimi")
}

// sayCount says how many: "un giorno" is one unit, "ventotto giorni" two.
func sayCount(n int64, unit string) []string {
	if n == 1 {
		return []string{"un " + unit}
	}
	return append(number(n), " "+unit)
}

// sayDate joins an elided article to the day: "l'otto" is one unit.
func sayDate(article string, d civil.Day) []string {
	y, m, day := d.YMD()
	n := "primo"
	if day != 1 {
		n = Number(int64(day))
	}
	said := []string{article + n}
	if word, ok := strings.CutSuffix(article, " "); ok {
		said = []string{word, " " + n}
	}
	year := sayYear(int64(y))
	year[0] = " " + year[0]
	return append(append(said, " "+month("it", m)), year...)
}

// The years that are recorded whole.
const firstYear, lastYear = 2020, 2045

func sayYear(y int64) []string {
	if y < firstYear || y > lastYear {
		return number(y)
	}
	return []string{Number(y)}
}

const (
	unitWords = "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove"
	tenWords  = "- - venti trenta quaranta cinquanta sessanta settanta ottanta novanta"
)

func word(list string, n int64) string {
	for range n {
		_, list, _ = strings.Cut(list, " ")
	}
	w, _, _ := strings.Cut(list, " ")
	return w
}

// Number says a whole number in Italian, from 0 to 999,999; numbers outside
// are written in figures.
func Number(n int64) string { return strings.Join(number(n), "") }

// number says a whole number unit by unit.
func number(n int64) []string {
	switch {
	case n < 0 || n > 999_999:
		return []string{group(n, '.')}
	case n < 100:
		return []string{tens(n)}
	}
	said := hundred(thousands(n/1000), n%1000)
	switch n % 100 {
	case 0:
		return said
	case 3:
		return append(said, "tré") // the stress is on it: milletré
	}
	return append(said, tens(n%100))
}

// wholeThousands is up to how many thousands are recorded as one unit.
const wholeThousands = 20

// thousands says n thousand: mille, duemila, trentuno·mila, cento·uno·mila.
func thousands(n int64) []string {
	switch {
	case n == 0:
		return nil
	case n == 1:
		return []string{"mille"}
	case n <= wholeThousands:
		return []string{tens(n) + "mila"}
	case n%100 == 0:
		return []string{strings.Join(hundred(nil, n), "") + "mila"}
	}
	return append(hundred(nil, n), strings.Replace(tens(n%100), "é", "e", 1), "mila") // ventitre·mila
}

// hundred appends the hundreds of n, at most 999; cento loses its vowel before
// otto and ottanta.
func hundred(said []string, n int64) []string {
	if n < 100 {
		return said
	}
	s := ""
	if n >= 200 {
		s = word(unitWords, n/100)
	}
	if r := n % 100; r == 8 || r/10 == 8 {
		return append(said, s+"cent")
	}
	return append(said, s+"cento")
}

// tens says 0 to 99: it drops the vowel before uno and otto and accents a
// final tre.
func tens(n int64) string {
	if n < 20 {
		return word(unitWords, n)
	}
	s, u := word(tenWords, n/10), n%10
	switch u {
	case 0:
		return s
	case 1, 8:
		return s[:len(s)-1] + word(unitWords, u)
	case 3:
		return s + "tré"
	}
	return s + word(unitWords, u)
}
