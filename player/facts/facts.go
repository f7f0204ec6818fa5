// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package facts holds what is known about one person's case as named values.
//
// The scripts name facts in Italian ("importo", "primoPagamento"); a guide
// derives them from the verified token and from the day of viewing. A [Set] is
// filled once and never changed: texts are formatted from it and conditions
// are decided on it, so a figure can never differ between film and text.
package facts

// Kind says how a value is written and spoken.
type Kind uint8

// The kinds of a value and the unit of its N or S field.
const (
	Text  Kind = iota // S, plain text already made safe (a name)
	Money             // N, euro cents
	Date              // N, a civil.Day
	Count             // N, a whole number (days, months, years)
	Flag              // N, 1 when true
	Enum              // S, a word of a closed list
)

// Value is one fact.
type Value struct {
	Kind Kind
	N    int64
	S    string
}

// Known reports whether the value carries something: a true flag, a date, an
// amount or count that is not zero, a text that is not empty.
func (v Value) Known() bool { return v.N != 0 || v.S != "" }

// Set maps the scripts' names to values. An absent name is an unknown fact.
type Set map[string]Value
