// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package voice is the voice bank: recorded pieces of speech from which a phone
// assembles what is said to one person.
//
// A spoken line splits into units: the fixed text between its slots, and the
// pieces each slot is said with ([Units]). A [Pack] holds recorded clips of
// units with the times of their words and mouths. A [Bank] of packs plans a
// line: which clips, at which instants ([Bank.Plan]); a [Mix] turns plans into
// the samples of a whole chapter. Decoding the clips is the caller's business:
// a browser has a decoder of its own.
package voice

import (
	"strings"
	"unicode/utf8"

	"videoguida/player/l10n"
)

// Form is how a unit is said: speech goes on after it, ends with it, or is it.
type Form byte

// The three forms.
const (
	Medial Form = 'm' // speech goes on after it
	Final  Form = 'f' // a sentence ends with it
	Whole  Form = 'w' // a whole sentence or line between two pauses
)

// Unit is a piece of speech: a text as it is said, and how.
type Unit struct {
	Form Form
	Text string
}

// Piece is a unit within a line.
type Piece struct {
	Unit
	Kind     string // of the slot it fills: "money", "name"; "" for fixed text
	From, To int    // byte range of the line's text that it says
}

// closing are the signs that end a sentence, and all that may follow a slot.
const closing, signs = ".?!…", ".?!…,;:"

// Units splits a spoken line. A text without slots is one whole unit.
func Units(r l10n.Rendered) []Piece {
	var out []Piece
	at := 0
	for i, slot := range r.Figures {
		out = fixed(out, r.Text, l10n.Span{From: at, To: slot.From}, Medial)
		out = units(out, r, slot)
		out[len(out)-1].Form = formAfter(r.Text[r.Figures[i].To:])
		at = slot.To
	}
	last := Final
	if at == 0 {
		last = Whole
	}
	return fixed(out, r.Text, l10n.Span{From: at, To: len(r.Text)}, last)
}

// fixed appends the text of a span without the signs that belong to the slot
// before it; signs alone say nothing.
func fixed(out []Piece, text string, s l10n.Span, form Form) []Piece {
	piece := text[s.From:s.To]
	rest := piece
	if s.From > 0 {
		rest = strings.TrimLeft(rest, signs)
	}
	rest = strings.TrimLeft(rest, " ")
	from := s.From + len(piece) - len(rest)
	rest = strings.TrimRight(rest, " ")
	if strings.Trim(rest, signs+" ") == "" {
		return out
	}
	return append(out, Piece{Unit{form, rest}, "", from, from + len(rest)})
}

// units appends the units of a slot.
func units(out []Piece, r l10n.Rendered, slot l10n.Span) []Piece {
	for _, p := range r.Parts {
		if p.From < slot.From || p.To > slot.To {
			continue
		}
		text := r.Text[p.From:p.To]
		if p.Kind == "name" {
			text = Name(text)
		}
		out = append(out, Piece{Unit{Medial, text}, p.Kind, p.From, p.To})
	}
	return out
}

// formAfter is the form of a slot's last unit by what follows the slot.
func formAfter(rest string) Form {
	next, _ := utf8.DecodeRuneInString(rest)
	if rest == "" || strings.ContainsRune(closing, next) {
		return Final
	}
	return Medial
}
