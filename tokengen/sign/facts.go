// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sign

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"videoguida/tokengen/token"
)

// FieldError says that one field of the facts is wrong. It never carries the
// value.
type FieldError struct{ Field, Code string }

// Error implements error.
func (e FieldError) Error() string { return "field " + e.Field + ": " + e.Code }

const maxFacts = 64 << 10

// ParseFacts reads facts.json: the claims of a letter with dates as
// YYYY-MM-DD and money as "1285.44". Missing v, iss, aud, iat, exp and jti get
// their defaults: today, six months, a jti derived from the facts. Wrong
// fields are all returned, a field written twice too; err is for input that is
// no JSON object.
func ParseFacts(r io.Reader, today time.Time) (token.Claims, []FieldError, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFacts+1))
	if err != nil {
		return token.Claims{}, nil, err
	}
	if len(data) > maxFacts {
		return token.Claims{}, nil, errors.New("facts: larger than 64 KiB")
	}
	m, twice, err := Object(data)
	if err != nil {
		return token.Claims{}, nil, err
	}
	c, bad := ReadFacts(m, today)
	if c.Jti == "" {
		c.Jti = Jti(fmt.Sprintf("%+v", c))
	}
	return c, sorted(append(twice, bad...)), nil
}

// Object reads one JSON object and tells which of its members are written
// twice.
func Object(data []byte) (map[string]any, []FieldError, error) {
	var m map[string]any
	if err := json.Unmarshal(data, &m); err != nil || m == nil {
		return nil, nil, errors.New("facts: not a JSON object")
	}
	var bad []FieldError
	for _, name := range twice(data) {
		bad = append(bad, FieldError{name, "written twice"})
	}
	return m, bad, nil
}

// Cell is a fact as a table holds it: text, whatever the fact's kind. Lists
// are parted by blanks.
type Cell string

// ReadFacts takes the facts of a letter out of m, whose values are JSON's or
// Cells, and returns their claims and every wrong field; what it does not know
// is wrong too. Missing v, iss, aud, iat and exp get their defaults.
func ReadFacts(m map[string]any, today time.Time) (token.Claims, []FieldError) {
	p := factReader{m: m}
	c := p.claims(today)
	for name := range m {
		p.fail(name, "unknown")
	}
	return c, sorted(p.bad)
}

func sorted(bad []FieldError) []FieldError {
	slices.SortStableFunc(bad, func(a, b FieldError) int { return strings.Compare(a.Field, b.Field) })
	return bad
}

// twice returns the names that a JSON object holds more than once: which of
// two amounts is meant, nobody can tell.
func twice(object []byte) (names []string) {
	d := json.NewDecoder(bytes.NewReader(object))
	seen := map[string]bool{}
	if _, err := d.Token(); err != nil {
		return nil
	}
	for d.More() {
		name, err := d.Token()
		var value json.RawMessage
		if err != nil || d.Decode(&value) != nil {
			return names
		}
		s, _ := name.(string)
		if seen[s] && !slices.Contains(names, s) {
			names = append(names, s)
		}
		seen[s] = true
	}
	return names
}

type factReader struct {
	m   map[string]any
	bad []FieldError
}

func (p *factReader) fail(name, code string) { p.bad = append(p.bad, FieldError{name, code}) }

func (p *factReader) claims(today time.Time) token.Claims {
	iat := today.UTC().Truncate(24 * time.Hour)
	c := token.Claims{
		V: int(p.number("v", token.Version)), Iss: p.text("iss", token.Issuer), Aud: p.text("aud", token.Audience),
		Iat: int64(p.date("iat", int32(iat.Unix()/86400))) * 86400, Guide: p.text("guide", "naspi"), Name: p.text("name", ""),
		Lang: p.text("lang", "it"), Ch: p.text("ch", "qr"), Camp: p.text("camp", ""), Arm: p.text("arm", ""),
		Applied: p.date("applied", 0), Start: p.date("start", 0), Days: p.number("days", 0), Monthly: p.money("monthly"),
		Over55: p.flag("over55"), Calc: p.text("calc", ""), Year: p.number("year", 0), FirstPay: p.date("first_pay", 0),
		Income: p.flag("income"), Contacts: p.text("contacts", "ok"),
		Fund: p.text("fund", ""), Method: p.text("method", ""), Gross: p.money("gross"), Net: p.money("net"),
		Irpef: p.money("irpef"), LocalTax: p.money("local_tax"), Deductions: p.money("deductions"), Arrears: p.money("arrears"),
		Thirteenth: p.flag("thirteenth"), Payer: p.text("payer", ""), Taxed: p.flag("taxed"), Linked: p.list("linked"),
		Red: p.text("red", ""), RedBy: p.date("red_by", 0),
	}
	six := time.Unix(c.Iat, 0).UTC().AddDate(0, 6, 0).Unix() / 86400
	c.Exp = int64(p.date("exp", int32(six))) * 86400
	c.Jti = p.text("jti", "")
	return c
}

// Jti derives a letter id of nine bytes from what identifies the letter, so
// that the same letter signed twice is the same token.
func Jti(letter string) string {
	h := sha256.Sum256([]byte(letter))
	return base64.RawURLEncoding.EncodeToString(h[:9])
}

func (p *factReader) take(name string) (any, bool) {
	v, ok := p.m[name]
	delete(p.m, name)
	return v, ok && v != nil
}

func (p *factReader) text(name, missing string) string {
	v, ok := p.take(name)
	if !ok {
		return missing
	}
	s, ok := written(v)
	if !ok {
		p.fail(name, "must be a text")
	}
	return s
}

// written returns a text of JSON or of a table.
func written(v any) (string, bool) {
	if c, ok := v.(Cell); ok {
		return string(c), true
	}
	s, ok := v.(string)
	return s, ok
}

func (p *factReader) flag(name string) bool {
	v, ok := p.take(name)
	b, isBool := v.(bool)
	if c, isCell := v.(Cell); isCell {
		b, isBool = c == "true", c == "true" || c == "false"
	}
	if ok && !isBool {
		p.fail(name, "must be true or false")
	}
	return b
}

func (p *factReader) number(name string, missing int32) int32 {
	v, ok := p.take(name)
	if !ok {
		return missing
	}
	n, isNumber := v.(float64)
	if c, isCell := v.(Cell); isCell {
		i, err := strconv.ParseInt(string(c), 10, 32)
		n, isNumber = float64(i), err == nil
	}
	if !isNumber || n != math.Trunc(n) || math.Abs(n) > math.MaxInt32 {
		p.fail(name, "must be a whole number")
		return 0
	}
	return int32(n)
}

func (p *factReader) date(name string, missing int32) int32 {
	v, ok := p.take(name)
	if !ok {
		return missing
	}
	s, _ := written(v)
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		p.fail(name, "must be a date, YYYY-MM-DD")
		return 0
	}
	return int32(t.Unix() / 86400)
}

func (p *factReader) money(name string) int64 {
	v, ok := p.take(name)
	if !ok {
		return 0
	}
	s, _ := written(v)
	euro, cents, found := strings.Cut(s, ".")
	e, err1 := strconv.ParseUint(euro, 10, 32)
	n, err2 := strconv.ParseUint(cents, 10, 32)
	if !found || len(cents) != 2 || err1 != nil || err2 != nil {
		p.fail(name, `must be an amount with two decimals, "1285.44"`)
		return 0
	}
	return int64(e*100 + n)
}

func (p *factReader) list(name string) []string {
	v, ok := p.take(name)
	if !ok {
		return nil
	}
	if c, isCell := v.(Cell); isCell {
		return strings.Fields(string(c))
	}
	items, isList := v.([]any)
	out := make([]string, 0, len(items))
	for _, i := range items {
		s, ok := i.(string)
		isList = isList && ok
		out = append(out, s)
	}
	if !isList {
		p.fail(name, "must be a list of texts")
	}
	return out
}
