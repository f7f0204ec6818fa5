// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package l10n

import (
	"strings"

	"videoguida/player/facts"
)

// Rendered is a message with its slots filled.
type Rendered struct {
	Text    string
	Marks   []Mark // in order
	Figures []Span // where slots were filled
	Parts   []Part // the units the slots are said with, in order
}

// Part is a unit of a filled slot, without the space before it. The units of a
// slot follow each other at once, or after one space.
type Part struct {
	Span
	Kind string // the slot's: "money", "date-il", "name"
}

// Mark is a named instant of a sentence: it stands before the word at byte At.
type Mark struct {
	Name string
	At   int
}

// Span is a range of bytes of a text.
type Span struct{ From, To int }

// writer writes a value as a kind of slot asks: "money", "date-il". It returns
// the value's units, each with the space before it.
type writer func(kind string, v facts.Value) []string

// render fills {fact:kind} and takes out [[marker]].
func render(pattern string, f facts.Set, write writer) Rendered {
	var r Rendered
	var b strings.Builder
	for pattern != "" {
		i := strings.IndexAny(pattern, "{[")
		if i < 0 {
			break
		}
		b.WriteString(pattern[:i])
		pattern = pattern[i:]
		if name, rest, ok := token(pattern, "[[", "]]"); ok {
			r.Marks = append(r.Marks, Mark{name, b.Len()})
			pattern = rest
		} else if slot, rest, ok := token(pattern, "{", "}"); ok {
			name, kind, _ := strings.Cut(slot, ":")
			r.fill(&b, kind, write(kind, f[name]))
			pattern = rest
		} else {
			b.WriteString(pattern[:1])
			pattern = pattern[1:]
		}
	}
	b.WriteString(pattern)
	r.Text = b.String()
	return r
}

// fill writes the units of a slot. A value that is not known leaves nothing.
func (r *Rendered) fill(b *strings.Builder, kind string, units []string) {
	from := b.Len()
	for _, u := range units {
		b.WriteString(u)
		if word := strings.TrimPrefix(u, " "); word != "" {
			r.Parts = append(r.Parts, Part{Span{b.Len() - len(word), b.Len()}, kind})
		}
	}
	if b.Len() == from {
		dropComma(b)
		return
	}
	r.Figures = append(r.Figures, Span{from, b.Len()})
}

// dropComma takes back the comma before a name that is not known: "Ciao, ."
// becomes "Ciao.".
func dropComma(b *strings.Builder) {
	s := strings.TrimSuffix(strings.TrimSuffix(b.String(), " "), ",")
	b.Reset()
	b.WriteString(s)
}

// token splits "open name close rest".
func token(s, open, shut string) (name, rest string, ok bool) {
	if !strings.HasPrefix(s, open) {
		return "", s, false
	}
	name, rest, ok = strings.Cut(s[len(open):], shut)
	return name, rest, ok
}

// say returns a value as it is said: in Italian in words, else as it is read.
func (c *Catalog) say(kind string, v facts.Value) []string {
	if c.lang == "it" {
		return sayItalian(kind, v)
	}
	return c.read(kind, v)
}

// read returns a value as it is read, one unit.
func (c *Catalog) read(kind string, v facts.Value) []string { return []string{c.write(kind, v)} }

// Missing returns the facts that the message needs and f does not know. A name
// is never needed: its sentence closes up without it.
func (c *Catalog) Missing(id string, f facts.Set) []string {
	if e, ok := find(c.words, id); ok {
		return missing(e.text, f)
	}
	return []string{id}
}

func missing(pattern string, f facts.Set) (names []string) {
	for rest := pattern; ; {
		slot, after, ok := cutSlot(rest)
		if !ok {
			return names
		}
		name, kind, _ := strings.Cut(slot, ":")
		if kind != "name" && !f[name].Known() {
			names = append(names, name)
		}
		rest = after
	}
}

// cutSlot returns the first "fact:type" of a pattern and what follows it.
func cutSlot(pattern string) (slot, rest string, ok bool) {
	_, rest, _ = strings.Cut(pattern, "{")
	return strings.Cut(rest, "}")
}
