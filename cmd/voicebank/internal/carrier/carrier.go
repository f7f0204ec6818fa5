// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package carrier chooses the phrases that a voice is asked to say so that every
// unit can be cut out of running speech, in the form in which it is needed.
package carrier

import (
	"strings"

	"videoguida/player/l10n"
	"videoguida/player/voice"
)

// Carrier is a phrase to say and the units that it carries.
type Carrier struct {
	Name  string // on the recording sheet, and of its WAV file
	Text  string // as written for the person who reads it aloud
	Parts []Part // what it is made of, in order; only signs lie between
}

// Part is a unit within a carrier.
type Part struct {
	voice.Piece
	Pack string // the pack it belongs to
	Said string // as spelled for an engine that would misread it
	Use  bool   // cut here; otherwise another carrier has it
}

// Word is a word of a carrier as a reference voice reads it: numbers come apart
// into their units.
type Word struct {
	Text string // with the signs that follow it
	Part int    // index of its part
	From int    // byte range within the part's text, without signs
	To   int
}

// of makes a carrier of a rendered line of a pack.
func of(name, pack string, r l10n.Rendered) Carrier {
	c := Carrier{Name: name, Text: r.Text}
	for _, p := range voice.Units(r) {
		part := Part{Piece: p, Pack: pack, Said: p.Text}
		switch p.Kind {
		case "":
		case "name":
			part.Pack = namesPack(p.Text)
		default:
			part.Pack = Figures
		}
		c.Parts = append(c.Parts, part)
	}
	return c
}

// Figures is the pack of numbers, amounts, dates and durations.
const Figures = "figures"

// namesPack is the pack of a given name; a name that is not recorded has none.
func namesPack(name string) string {
	b, ok := voice.Bucket(name)
	if !ok {
		return ""
	}
	return Names(b)
}

// Names is the pack of a bucket of given names.
func Names(bucket int) string { return "names-" + string('0'+rune(bucket)) }

// Say returns the phrase as it is spelled for an engine.
func (c Carrier) Say() string {
	var b strings.Builder
	at := 0
	for _, p := range c.Parts {
		b.WriteString(c.Text[at:p.From] + p.Said)
		at = p.To
	}
	return b.String() + c.Text[at:]
}

// Words returns the phrase word by word.
func (c Carrier) Words() []Word {
	var out []Word
	at := 0
	for i, p := range c.Parts {
		if signs := strings.TrimSpace(c.Text[at:p.From]); signs != "" && len(out) > 0 {
			out[len(out)-1].Text += signs
		}
		out = append(out, p.words(i)...)
		at = p.To
	}
	if n := len(out); n > 0 {
		out[n-1].Text += strings.TrimSpace(c.Text[at:])
	}
	return out
}

const signs = ".,;:?!…"

func (p Part) words(index int) []Word {
	var out []Word
	at := 0
	said := strings.Fields(p.Said)
	fields := strings.Fields(p.Text)
	for i, f := range fields {
		from := at + strings.Index(p.Text[at:], f)
		at = from + len(f)
		w := Word{f, index, from, from + len(strings.TrimRight(f, signs))}
		if len(said) == len(fields) {
			w.Text = said[i]
		}
		out = append(out, w)
	}
	return out
}

// Used returns the carrier's parts that are cut, with their indexes.
func (c Carrier) Used() []int {
	var out []int
	for i, p := range c.Parts {
		if p.Use {
			out = append(out, i)
		}
	}
	return out
}

// Fixed reports whether the carrier is a line, there for its fixed text.
func (c Carrier) Fixed() bool {
	used := c.Used()
	return len(used) > 0 && c.Parts[used[0]].Kind == ""
}
