package l10n

import (
	"strings"

	"videoguida/player/civil"
	"videoguida/player/facts"
)

// sayItalian returns a value as it is said: numbers in words, "primo" for the
// first of the month.
func sayItalian(kind string, v facts.Value) string {
	it := Catalog{lang: "it"}
	switch kind {
	case "money":
		return sayMoney(v.N)
	case "days", "months":
		return Number(v.N) + " " + it.unit(kind, v.N)
	case "percent":
		return Number(v.N) + " per cento"
	case "year", "int":
		return Number(v.N)
	case "date", "date-il", "date-al", "date-dal":
		d := civil.Day(v.N)
		return article(kind, d) + sayDate(d)
	}
	return v.S
}

func sayMoney(cents int64) string {
	euro, rest := cents/100, cents%100
	s := Number(euro) + " euro"
	if euro == 1 {
		s = "un euro"
	}
	switch rest {
	case 0:
		return s
	case 1:
		return s + " e un centesimo"
	}
	return s + " e " + Number(rest) + " centesimi"
}

func sayDate(d civil.Day) string {
	y, m, day := d.YMD()
	n := "primo"
	if day != 1 {
		n = Number(int64(day))
	}
	return n + " " + month("it", m) + " " + Number(int64(y))
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
func Number(n int64) string {
	switch {
	case n < 0 || n > 999_999:
		return group(n, '.')
	case n < 20:
		return word(unitWords, n)
	case n < 100:
		return tens(n)
	case n < 1000:
		return hundreds(n)
	}
	s := "mille"
	if n >= 2000 {
		s = Number(n/1000) + "mila"
	}
	if n%1000 != 0 {
		s += Number(n % 1000)
	}
	return s
}

// tens drops the vowel before uno and otto and accents a final tre.
func tens(n int64) string {
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

func hundreds(n int64) string {
	s, r := "", n%100
	if n >= 200 {
		s = word(unitWords, n/100)
	}
	if r == 8 || r/10 == 8 {
		s += "cent"
	} else {
		s += "cento"
	}
	if r != 0 {
		s += Number(r)
	}
	return s
}
