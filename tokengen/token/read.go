// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package token

import "unicode"

// read turns the payload into claims. Standard claims must have their type;
// an optional claim with an impossible value is dropped and its name kept.
func read(b []byte) (Claims, error) {
	fields, ok := parseFlat(b)
	if !ok {
		return Claims{}, refuse(Forged, "payload", "") // signed, yet malformed: no scanner did that
	}
	var c Claims
	for _, f := range fields {
		if err := c.standard(f); err != nil {
			return c, err
		}
		c.optional(f)
	}
	if c.Contacts == "" {
		c.Contacts = "ok"
	}
	return c, nil
}

// standard reads the claims without which a token means nothing.
func (c *Claims) standard(f field) error {
	switch f.name {
	case "iss":
		return text(f, &c.Iss)
	case "aud":
		return text(f, &c.Aud)
	case "jti":
		return text(f, &c.Jti)
	case "guide":
		return text(f, &c.Guide)
	case "iat":
		return instant(f, &c.Iat)
	case "exp":
		return instant(f, &c.Exp)
	case "nbf": // the issuer writes iat; a limit not checked here must not be passed over
		return refuse(Newer, "claim", "nbf")
	case "v":
		if f.kind != 'n' || f.n <= 0 || f.n > 1000 {
			return refuse(Newer, "version", "v")
		}
		c.V = int(f.n)
	}
	return nil
}

func text(f field, to *string) error {
	if f.kind != 's' {
		return refuse(Forged, "type", f.name)
	}
	*to = f.s
	return nil
}

func instant(f field, to *int64) error {
	if f.kind != 'n' {
		return refuse(Forged, "type", f.name)
	}
	*to = f.n
	return nil
}

// Bounds of what can be true: days between 2015 and 2100, amounts up to
// 100,000 euro a month.
const (
	firstDay = 16436
	lastDay  = 47482
	maxMoney = 10_000_000
)

// optional reads the facts of the case.
func (c *Claims) optional(f field) {
	kept := true
	switch f.name {
	case "name":
		kept = f.kind == 's'
		c.Name = CleanName(f.s)
	case "lang":
		kept = c.word(f, &c.Lang, "it", "de", "en")
	case "ch":
		kept = c.word(f, &c.Ch, "qr", "myinps", "io", "mobile")
	case "camp":
		kept = label(f, &c.Camp)
	case "arm":
		kept = label(f, &c.Arm)
	case "contacts":
		kept = c.word(f, &c.Contacts, "ok", "missing")
	default:
		kept = c.naspi(f) && c.pension(f)
	}
	if !kept {
		c.Dropped = append(c.Dropped, f.name)
	}
}

func (c *Claims) naspi(f field) bool {
	switch f.name {
	case "applied":
		return number(f, &c.Applied, firstDay, lastDay)
	case "start":
		return number(f, &c.Start, firstDay, lastDay)
	case "first_pay":
		return number(f, &c.FirstPay, firstDay, lastDay)
	case "days":
		return number(f, &c.Days, 1, 758)
	case "year":
		return number(f, &c.Year, 2015, 2100)
	case "monthly":
		return number(f, &c.Monthly, 1, maxMoney)
	case "over55":
		return flag(f, &c.Over55)
	case "income":
		return flag(f, &c.Income)
	case "calc":
		return c.word(f, &c.Calc, "base", "soglia", "massimo")
	}
	return true
}

func (c *Claims) pension(f field) bool {
	const most = 10 * maxMoney
	switch f.name {
	case "gross":
		return number(f, &c.Gross, 0, most)
	case "net":
		return number(f, &c.Net, 0, most)
	case "irpef":
		return number(f, &c.Irpef, 0, most)
	case "local_tax":
		return number(f, &c.LocalTax, 0, most)
	case "deductions":
		return number(f, &c.Deductions, 0, most)
	case "arrears":
		return number(f, &c.Arrears, 0, most)
	case "fund":
		return c.word(f, &c.Fund, "private", "cpdel")
	case "method":
		return c.word(f, &c.Method, "retributivo", "misto", "contributivo", "superstiti")
	case "payer":
		return c.word(f, &c.Payer, "bank", "post")
	case "red":
		return c.word(f, &c.Red, "send", "none", "unknown")
	case "red_by":
		return number(f, &c.RedBy, firstDay, lastDay)
	case "thirteenth":
		return flag(f, &c.Thirteenth)
	case "taxed":
		return flag(f, &c.Taxed)
	case "linked":
		return c.linked(f)
	}
	return true
}

func (c *Claims) linked(f field) bool {
	if f.kind != 'a' {
		return false
	}
	for _, s := range f.list {
		var w string
		if !c.word(field{kind: 's', s: s}, &w, "14a", "minimo", "maggiorazione", "superstiti") {
			return false
		}
	}
	c.Linked = f.list
	return true
}

func (*Claims) word(f field, to *string, allowed ...string) bool {
	for _, w := range allowed {
		if f.kind == 's' && f.s == w {
			*to = w
			return true
		}
	}
	return false
}

func number[T int32 | int64](f field, to *T, low, high int64) bool {
	if f.kind != 'n' || f.n < low || f.n > high {
		return false
	}
	*to = T(f.n)
	return true
}

func flag(f field, to *bool) bool {
	*to = f.b
	return f.kind == 'b'
}

// label reads a short word of letters, digits and dashes.
func label(f field, to *string) bool {
	if f.kind != 's' || len(f.s) > 32 {
		return false
	}
	for _, r := range f.s {
		if r != '-' && r != '_' && r != '.' && (r > 127 || !unicode.IsLetter(r) && !unicode.IsDigit(r)) {
			return false
		}
	}
	*to = f.s
	return true
}

// MaxName is the longest name shown, in characters.
const MaxName = 40

// CleanName keeps what a given name is made of: letters, marks, spaces,
// apostrophes, hyphens and full stops. Everything else, markup and direction
// controls included, is left out.
func CleanName(s string) string {
	var out []rune
	for _, r := range s {
		ok := unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' || r == '-' || r == '.'
		space := r == ' ' && len(out) > 0 && out[len(out)-1] != ' '
		if (ok || space) && len(out) < MaxName {
			out = append(out, r)
		}
	}
	for len(out) > 0 && out[len(out)-1] == ' ' {
		out = out[:len(out)-1]
	}
	return string(out)
}
