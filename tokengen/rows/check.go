// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package rows

import (
	"net/mail"
	"regexp"
	"slices"
	"strings"
	"time"

	"videoguida/tokengen/sign"
	"videoguida/tokengen/token"
)

var (
	letterID = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)
	phone    = regexp.MustCompile(`^\+?[0-9]{6,15}$`)
	taxCode  = regexp.MustCompile(`(?i)[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPR-T][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]`)
)

const tax = "must not be a tax code"

// take returns the text of a column and leaves the rest.
func (row *Row) take(values map[string]any, name string) string {
	v, ok := values[name]
	delete(values, name)
	switch v := v.(type) {
	case sign.Cell:
		return string(v)
	case string:
		return v
	}
	if ok && v != nil {
		row.fail(name, "must be a text")
	}
	return ""
}

func (row *Row) fail(field, code string) {
	row.Bad = append(row.Bad, sign.FieldError{Field: field, Code: code})
}

func (row *Row) letter(values map[string]any) {
	id := row.take(values, "letter_id")
	switch {
	case id == "":
		row.fail("letter_id", "missing")
	case !letterID.MatchString(id):
		row.fail("letter_id", "must be letters, digits, dots, hyphens and underscores, at most 64, a letter or digit first")
	case taxCode.MatchString(id):
		row.fail("letter_id", tax)
	default:
		row.Letter = id
	}
}

func (row *Row) contact(values map[string]any) {
	c := Contact{row.take(values, "email"), row.take(values, "phone"), row.take(values, "recipient")}
	if a, err := mail.ParseAddress(c.Email); c.Email != "" && (err != nil || a.Address != c.Email || len(c.Email) > 254) {
		row.fail("email", "must be an e-mail address and nothing else")
	}
	if c.Phone != "" && !phone.MatchString(c.Phone) {
		row.fail("phone", "must be digits, with + and the country before them")
	}
	switch {
	case c.Recipient == "":
	case taxCode.MatchString(c.Recipient):
		row.fail("recipient", tax)
	case !letterID.MatchString(c.Recipient):
		row.fail("recipient", "must be letters, digits, dots, hyphens and underscores, at most 64")
	}
	row.Contact = c
}

// reserved takes out the claims that whoever signs sets.
func reserved(values map[string]any) (bad []sign.FieldError) {
	for _, name := range []string{"ch", "jti"} {
		if _, ok := values[name]; ok {
			delete(values, name)
			bad = append(bad, sign.FieldError{Field: name, Code: "is set when the letter is signed: leave it out"})
		}
	}
	return bad
}

// The facts of each guide. Without a needed one there is no guide to tell; the
// others may be missing, and what needs them is then not told.
var (
	needed = map[string][]string{
		"naspi":   {"applied", "start", "days", "monthly", "calc", "year"},
		"pension": {"fund", "start", "method", "gross", "net"},
	}
	others = map[string][]string{
		"naspi": {"over55", "first_pay", "income"},
		"pension": {
			"first_pay", "irpef", "local_tax", "deductions", "arrears", "thirteenth", "payer", "taxed", "linked", "red", "red_by",
		},
	}
)

// incomplete returns the facts that a row's guide lacks and those of another
// guide.
func incomplete(values map[string]any) (bad []sign.FieldError) {
	guide, _ := values["guide"].(string)
	if c, ok := values["guide"].(sign.Cell); ok {
		guide = string(c)
	}
	if needed[guide] == nil {
		return []sign.FieldError{{Field: "guide", Code: "must be naspi or pension"}}
	}
	for _, name := range needed[guide] {
		if _, ok := values[name]; !ok {
			bad = append(bad, sign.FieldError{Field: name, Code: "missing"})
		}
	}
	for name := range values {
		if foreign(name, guide) {
			delete(values, name)
			bad = append(bad, sign.FieldError{Field: name, Code: "is no fact of the guide " + guide})
		}
	}
	slices.SortFunc(bad, func(a, b sign.FieldError) int { return strings.Compare(a.Field, b.Field) })
	return bad
}

// foreign tells whether a fact belongs to another guide alone.
func foreign(name, guide string) bool {
	elsewhere := false
	for g := range needed {
		if of(name, g) && g == guide {
			return false
		}
		elsewhere = elsewhere || of(name, g)
	}
	return elsewhere
}

func of(name, guide string) bool {
	return slices.Contains(needed[guide], name) || slices.Contains(others[guide], name)
}

// untimely returns what makes a letter useless on the day it is made.
func untimely(c token.Claims, today time.Time) (bad []sign.FieldError) {
	if c.Exp <= today.Unix() {
		bad = append(bad, sign.FieldError{Field: "exp", Code: "is over: the guide would not open"})
	}
	if c.Iat > today.Unix()+token.MaxFuture {
		bad = append(bad, sign.FieldError{Field: "iat", Code: "is to come: the guide would not open yet"})
	}
	return bad
}
