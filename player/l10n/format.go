// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package l10n

import (
	"strconv"
	"strings"

	"videoguida/player/civil"
	"videoguida/player/facts"
)

// write returns a value as it is read in running text.
func (c *Catalog) write(kind string, v facts.Value) string {
	switch kind {
	case "money":
		return c.prose(v.N)
	case "days", "months", "minutes", "seconds":
		return c.Int(v.N) + " " + c.unit(kind, v.N)
	case "percent":
		return c.Int(v.N) + " " + pick(c.lang, "per cento", "Prozent", "per cent")
	case "year":
		return strconv.FormatInt(v.N, 10)
	case "int":
		return c.Int(v.N)
	case "date", "date-il", "date-al", "date-dal":
		return c.dated(kind, civil.Day(v.N))
	}
	return v.S
}

func pick(lang, it, de, en string) string {
	switch lang {
	case "de":
		return de
	case "en":
		return en
	}
	return it
}

// unit returns "giorno" or "giorni" and the like: all three languages need
// only one and other.
func (c *Catalog) unit(kind string, n int64) string {
	one, other := c.units(kind)
	if n == 1 {
		return one
	}
	return other
}

func (c *Catalog) units(kind string) (one, other string) {
	switch kind {
	case "days":
		return pick(c.lang, "giorno", "Tag", "day"), pick(c.lang, "giorni", "Tage", "days")
	case "minutes":
		return pick(c.lang, "minuto", "Minute", "minute"), pick(c.lang, "minuti", "Minuten", "minutes")
	case "seconds":
		return pick(c.lang, "secondo", "Sekunde", "second"), pick(c.lang, "secondi", "Sekunden", "seconds")
	}
	return pick(c.lang, "mese", "Monat", "month"), pick(c.lang, "mesi", "Monate", "months")
}

// Int writes a whole number, grouped by thousands.
func (c *Catalog) Int(n int64) string {
	sep := byte('.')
	if c.lang == "en" {
		sep = ','
	}
	return group(n, sep)
}

func group(n int64, sep byte) string {
	s := strconv.FormatInt(n, 10)
	var b strings.Builder
	for i := range len(s) {
		if left := len(s) - i; i > 0 && s[i-1] != '-' && left%3 == 0 {
			b.WriteByte(sep)
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// amount writes cents as a grouped number with two decimals.
func (c *Catalog) amount(cents int64) string {
	sign := ""
	if cents < 0 {
		sign, cents = "−", -cents
	}
	point := ","
	if c.lang == "en" {
		point = "."
	}
	return sign + c.Int(cents/100) + point + two(cents%100)
}

func two(n int64) string {
	if n < 10 {
		return "0" + strconv.FormatInt(n, 10)
	}
	return strconv.FormatInt(n, 10)
}

// Money writes cents for tables, charts and big figures: 1.285,44 € with a
// no-break space, €1,285.44 in English.
func (c *Catalog) Money(cents int64) string {
	if c.lang == "en" {
		return "€" + c.amount(cents)
	}
	return c.amount(cents) + "\u00a0€"
}

// prose writes cents inside a sentence: 1.285,44 euro; round amounts have no
// decimals.
func (c *Catalog) prose(cents int64) string {
	n := c.amount(cents)
	if cents%100 == 0 {
		n = n[:len(n)-3]
	}
	return pick(c.lang, n+" euro", n+" Euro", "€"+n)
}

// months returns the twelve names, separated by spaces.
func months(lang string) string {
	return pick(lang,
		"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
		"Jänner Februar März April Mai Juni Juli August September Oktober November Dezember",
		"January February March April May June July August September October November December")
}

func month(lang string, m int) string {
	names := months(lang)
	for range m - 1 {
		_, names, _ = strings.Cut(names, " ")
	}
	name, _, _ := strings.Cut(names, " ")
	return name
}

// Date writes a day in full: 1° dicembre 2026.
func (c *Catalog) Date(d civil.Day) string {
	y, m, day := d.YMD()
	n := strconv.Itoa(day)
	if c.lang == "de" {
		n += "."
	} else if c.lang == "it" && day == 1 {
		n += "°"
	}
	return n + " " + month(c.lang, m) + " " + strconv.Itoa(y)
}

// ShortDate writes a day in figures: 08/11/2026, 08.11.2026 in German.
func (c *Catalog) ShortDate(d civil.Day) string {
	y, m, day := d.YMD()
	sep := pick(c.lang, "/", ".", "/")
	return two(int64(day)) + sep + two(int64(m)) + sep + strconv.Itoa(y)
}

// dated puts the Italian article or preposition before a date.
func (c *Catalog) dated(kind string, d civil.Day) string {
	if c.lang != "it" {
		return c.Date(d)
	}
	return article(kind, d) + c.Date(d)
}

// article returns "il ", "l'" and the like; before otto and undici it elides.
func article(kind string, d civil.Day) string {
	prep, ok := strings.CutPrefix(kind, "date-")
	if !ok {
		return ""
	}
	_, _, day := d.YMD()
	if day != 8 && day != 11 {
		return prep + " "
	}
	switch prep {
	case "al":
		return "all'"
	case "dal":
		return "dall'"
	}
	return "l'"
}
