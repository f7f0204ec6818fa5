// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package token

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// field is one member of a flat JSON object.
type field struct {
	name string
	kind byte // 's' string, 'n' integer, 'b' true or false, 'a' array of strings, 'o' anything else
	s    string
	n    int64
	b    bool
	list []string
}

// scanner reads one flat JSON object strictly: no duplicate members, no
// trailing bytes, valid UTF-8. Values that no claim uses (fractions, null,
// nested arrays and objects) are skipped as kind 'o', at most eight deep.
type scanner struct {
	in []byte
	at int
}

const maxFields = 64

func (s *scanner) space() {
	for s.at < len(s.in) && (s.in[s.at] == ' ' || s.in[s.at] == '\t' || s.in[s.at] == '\n' || s.in[s.at] == '\r') {
		s.at++
	}
}

func (s *scanner) eat(c byte) bool {
	s.space()
	if s.at < len(s.in) && s.in[s.at] == c {
		s.at++
		return true
	}
	return false
}

// parseFlat returns the members of in, or ok false.
func parseFlat(in []byte) (fields []field, ok bool) {
	s := scanner{in: in}
	fields, ok = s.flat()
	return fields, ok && s.end() && utf8.Valid(in)
}

// end reports whether nothing but space is left.
func (s *scanner) end() bool {
	s.space()
	return s.at == len(s.in)
}

// flat reads one flat object.
func (s *scanner) flat() (fields []field, ok bool) {
	if !s.eat('{') {
		return nil, false
	}
	for !s.eat('}') {
		if len(fields) > 0 && !s.eat(',') || len(fields) == maxFields {
			return nil, false
		}
		f, ok := s.member()
		if !ok || has(fields, f.name) {
			return nil, false
		}
		fields = append(fields, f)
	}
	return fields, true
}

// has reports whether a member of that name, whatever its case, is present.
func has(fields []field, name string) bool {
	for _, f := range fields {
		if same(f.name, name) {
			return true
		}
	}
	return false
}

// same compares names without regard to the case of ASCII letters.
func same(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if lower(a[i]) != lower(b[i]) {
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func (s *scanner) member() (f field, ok bool) {
	s.space()
	if f.name, ok = s.str(); !ok || !s.eat(':') {
		return f, false
	}
	s.space()
	return f, s.value(&f)
}

func (s *scanner) value(f *field) (ok bool) {
	if s.at >= len(s.in) {
		return false
	}
	switch c := s.in[s.at]; {
	case c == '"':
		f.kind = 's'
		f.s, ok = s.str()
		return ok
	case c == 't' || c == 'f':
		f.kind, f.b = 'b', c == 't'
		return s.word("true") || s.word("false")
	case c == '-' || '0' <= c && c <= '9':
		return s.number(f)
	case c == '[':
		return s.array(f)
	}
	f.kind = 'o'
	return s.skip(8)
}

func (s *scanner) word(w string) bool {
	if len(s.in)-s.at >= len(w) && string(s.in[s.at:s.at+len(w)]) == w {
		s.at += len(w)
		return true
	}
	return false
}

// number reads a JSON number; only a whole one in int64 becomes kind 'n'.
func (s *scanner) number(f *field) bool {
	from, whole := s.at, true
	s.word("-")
	digits := s.digits()
	if digits == 0 || digits > 1 && s.in[s.at-digits] == '0' {
		return false
	}
	if s.word(".") {
		whole = false
		if s.digits() == 0 {
			return false
		}
	}
	if s.at < len(s.in) && (s.in[s.at] == 'e' || s.in[s.at] == 'E') {
		whole = false
		s.at++
		if !s.word("-") {
			s.word("+")
		}
		if s.digits() == 0 {
			return false
		}
	}
	f.kind = 'o'
	if n, err := strconv.ParseInt(string(s.in[from:s.at]), 10, 64); whole && err == nil {
		f.kind, f.n = 'n', n
	}
	return true
}

func (s *scanner) digits() int {
	from := s.at
	for s.at < len(s.in) && '0' <= s.in[s.at] && s.in[s.at] <= '9' {
		s.at++
	}
	return s.at - from
}

// array reads an array of texts as kind 'a', any other as 'o'.
func (s *scanner) array(f *field) (ok bool) {
	from := s.at
	f.kind = 'a'
	if f.list, ok = s.texts(); ok {
		return true
	}
	s.at, f.kind = from, 'o'
	return s.skip(8)
}

// texts reads an array of at most maxFields texts.
func (s *scanner) texts() (list []string, ok bool) {
	s.at++
	for !s.eat(']') {
		if len(list) > 0 && !s.eat(',') || len(list) == maxFields {
			return nil, false
		}
		s.space()
		item, ok := s.str()
		if !ok {
			return nil, false
		}
		list = append(list, item)
	}
	return list, true
}

// skip passes any value, at most depth levels deep.
func (s *scanner) skip(depth int) bool {
	s.space()
	if s.at >= len(s.in) || depth == 0 {
		return false
	}
	var f field
	switch s.in[s.at] {
	case '{', '[':
		return s.skipNested(depth)
	case '"':
		_, ok := s.str()
		return ok
	case 'n':
		return s.word("null")
	case 't':
		return s.word("true")
	case 'f':
		return s.word("false")
	}
	return s.number(&f)
}

func (s *scanner) skipNested(depth int) bool {
	object := s.in[s.at] == '{'
	shut := s.in[s.at] + 2 // ']' and '}' follow two after their openers
	s.at++
	for first := true; !s.eat(shut); first = false {
		if !first && !s.eat(',') {
			return false
		}
		s.space()
		if object {
			if _, ok := s.str(); !ok || !s.eat(':') {
				return false
			}
		}
		if !s.skip(depth - 1) {
			return false
		}
	}
	return true
}

// str reads a JSON string.
func (s *scanner) str() (string, bool) {
	if s.at >= len(s.in) || s.in[s.at] != '"' {
		return "", false
	}
	s.at++
	var out []byte
	for s.at < len(s.in) {
		c := s.in[s.at]
		s.at++
		switch {
		case c == '"':
			return string(out), true
		case c < 0x20:
			return "", false
		case c == '\\':
			r, ok := s.escape()
			if !ok {
				return "", false
			}
			out = utf8.AppendRune(out, r)
		default:
			out = append(out, c)
		}
	}
	return "", false
}

func (s *scanner) escape() (rune, bool) {
	if s.at >= len(s.in) {
		return 0, false
	}
	c := s.in[s.at]
	s.at++
	switch c {
	case '"', '\\', '/':
		return rune(c), true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 't':
		return '\t', true
	case 'u':
		return s.unicode()
	}
	return 0, false
}

// unicode reads the digits of \uXXXX, and a second half when it must; a lone
// half is refused.
func (s *scanner) unicode() (rune, bool) {
	r, ok := s.hex()
	if !ok || !utf16.IsSurrogate(r) {
		return r, ok
	}
	if !s.word(`\u`) {
		return 0, false
	}
	low, ok := s.hex()
	r = utf16.DecodeRune(r, low)
	return r, ok && r != utf8.RuneError
}

func (s *scanner) hex() (rune, bool) {
	if len(s.in)-s.at < 4 {
		return 0, false
	}
	n, err := strconv.ParseUint(string(s.in[s.at:s.at+4]), 16, 32)
	s.at += 4
	return rune(n), err == nil
}
