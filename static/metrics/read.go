// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package metrics

import "videoguida/static/metrics/declared"

// reader reads the one shape of JSON that a batch has. It is no parser for
// JSON: what a batch cannot hold (escapes, fractions, exponents, signs, other
// nesting, bytes beyond ASCII) is refused where it stands.
type reader struct {
	b   []byte
	pos int
	err *Refusal
}

func (r *reader) refuse(field, why string) {
	if r.err == nil {
		r.err = &Refusal{field, why}
	}
}

// next skips white space and returns the byte there, 0 at the end.
func (r *reader) next() byte {
	for r.pos < len(r.b) {
		switch c := r.b[r.pos]; c {
		case ' ', '\t', '\r', '\n':
			r.pos++
		default:
			return c
		}
	}
	return 0
}

// take moves past c if it comes next.
func (r *reader) take(c byte) bool {
	if r.next() != c {
		return false
	}
	r.pos++
	return true
}

// word reads a string without escapes.
func (r *reader) word(field string) string {
	if !r.take('"') {
		r.refuse(field, "not a string")
		return ""
	}
	start := r.pos
	for ; r.pos < len(r.b); r.pos++ {
		switch c := r.b[r.pos]; {
		case c == '"':
			r.pos++
			return string(r.b[start : r.pos-1])
		case c < ' ' || c > '~' || c == '\\':
			r.refuse(field, "a character that no word here has")
			return ""
		}
	}
	r.refuse(field, "a string without an end")
	return ""
}

// maxDigits is the length of the longest number that any metric takes.
const maxDigits = 4

// number reads a whole number in its one decimal form.
func (r *reader) number(field string) string {
	r.next()
	start := r.pos
	for r.pos < len(r.b) && r.b[r.pos] >= '0' && r.b[r.pos] <= '9' {
		r.pos++
	}
	s := string(r.b[start:r.pos])
	switch c := r.next(); {
	case s == "", len(s) > maxDigits, len(s) > 1 && s[0] == '0', c != ',' && c != ']' && c != '}':
		r.refuse(field, "not a whole number in range")
	}
	return s
}

// list reads what stands between open and end, separated by commas, item by
// item, until the end or a refusal.
func (r *reader) list(field string, open, end byte, item func()) {
	if !r.take(open) {
		r.refuse(field, "not "+string(open)+"…"+string(end))
		return
	}
	if r.take(end) {
		return
	}
	for r.err == nil {
		item()
		if r.err != nil || r.take(end) {
			return
		}
		if !r.take(',') {
			r.refuse(field, "neither a comma nor "+string(end))
		}
	}
}

// read reads the whole batch.
func read(b []byte) (*message, error) {
	r, m, seen := &reader{b: b}, &message{}, map[string]bool{}
	r.list("", '{', '}', func() {
		name := r.word("")
		if r.err == nil && !r.take(':') {
			r.refuse("", "a member without a value")
		}
		if seen[name] {
			r.refuse(known(name), "twice")
		}
		seen[name] = true
		if r.err == nil {
			r.member(m, name)
		}
	})
	if r.err == nil && r.next() != 0 || r.err == nil && r.pos < len(r.b) {
		r.refuse("", "something after the batch")
	}
	for _, name := range []string{"v", "b", "c", "ch", "e"} {
		if !seen[name] {
			r.refuse(name, "missing")
		}
	}
	if r.err != nil {
		return nil, r.err
	}
	return m, nil
}

// known returns the name of a member if a batch has it: an unknown name is a
// value of the sender's, and is not repeated.
func known(name string) string {
	switch name {
	case "v", "b", "c", "ch", "va", "e":
		return name
	}
	return ""
}

func (r *reader) member(m *message, name string) {
	switch name {
	case "v":
		if r.number("v") != "1" {
			r.refuse("v", "another version")
		}
	case "b":
		m.nonce = r.word(name)
	case "c":
		m.campaign = r.word(name)
	case "ch":
		m.channel = r.word(name)
	case "va":
		if m.variant = r.word(name); m.variant == "" {
			r.refuse(name, "unknown variant")
		}
	case "e":
		r.list("e", '[', ']', func() { r.event(m) })
	default:
		r.refuse("", "unknown member")
	}
}

// event reads one event: its name and at most two arguments.
func (r *reader) event(m *message) {
	field := at(len(m.events))
	if len(m.events) == declared.MaxEvents {
		r.refuse("e", "more than 64 events")
		return
	}
	var e event
	first := true
	r.list(field, '[', ']', func() {
		switch {
		case first:
			e.name = r.word(field)
		case len(e.args) == 2:
			r.refuse(field, "wrong number of arguments")
		default:
			e.args = append(e.args, r.arg(field))
		}
		first = false
	})
	m.events = append(m.events, e)
}

func (r *reader) arg(field string) arg {
	if r.next() == '"' {
		return arg{text: r.word(field)}
	}
	return arg{text: r.number(field), number: true}
}
