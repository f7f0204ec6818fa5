// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package l10n holds the words of the guides in Italian, German and English
// and writes names, amounts and dates into them.
//
// Translators edit catalog/*.toml; a generator turns them into the strings of
// this package. Amounts are always grouped (1.285,44 €) and the space before
// the sign never breaks. In German the usage is South Tyrol's.
package l10n

//go:generate go run ./gen

import (
	"strings"

	"videoguida/player/facts"
)

// entry is two texts of one message: the message and the audio description of
// its picture, as read or as said.
type entry struct{ text, alt string }

// Catalog is one language's words. Get one with Lookup.
type Catalog struct {
	lang  string
	words string // as read; a line per message, sorted by id
}

// Lookup returns the catalog of lang ("it", "de", "en"); any other word gives
// Italian.
func Lookup(lang string) *Catalog {
	switch lang {
	case "de":
		return &Catalog{"de", wordsDE}
	case "en":
		return &Catalog{"en", wordsEN}
	}
	return &Catalog{"it", wordsIT}
}

// Langs returns the languages in the order a person chooses from.
func Langs() []string { return []string{"it", "de", "en"} }

// Lang returns the catalog's language tag.
func (c *Catalog) Lang() string { return c.lang }

// find looks a message up by halving the words: the line in the middle, then
// the half before or after it.
func find(words, id string) (e entry, ok bool) {
	for rest := words; rest != ""; {
		from := strings.LastIndexByte(rest[:len(rest)/2], '\n') + 1
		line, after, _ := strings.Cut(rest[from:], "\n")
		at, texts, _ := strings.Cut(line, "\t")
		switch {
		case at == id:
			e.text, e.alt, _ = strings.Cut(texts, "\t")
			return e, true
		case id < at:
			rest = rest[:from]
		default:
			rest = after
		}
	}
	return entry{}, false
}

// spoken returns the words that are said otherwise than read. Only what speaks
// calls it, so that the linker can leave them out of the rest.
func (c *Catalog) spoken() string {
	switch c.lang {
	case "de":
		return spokenDE
	case "en":
		return spokenEN
	}
	return spokenIT
}

// Has reports whether the catalog knows the message.
func (c *Catalog) Has(id string) bool {
	_, ok := find(c.words, id)
	return ok
}

// IDs returns every message id, sorted.
func (c *Catalog) IDs() []string {
	var ids []string
	for line := range strings.Lines(c.words) {
		id, _, _ := strings.Cut(line, "\t")
		ids = append(ids, id)
	}
	return ids
}

// Caption returns the message as read, with its markers and filled figures.
func (c *Catalog) Caption(id string, f facts.Set) Rendered {
	e, ok := find(c.words, id)
	if !ok {
		return Rendered{Text: "⟦" + id + "⟧"}
	}
	return render(e.text, f, c.read)
}

// Spoken returns the message as said aloud.
func (c *Catalog) Spoken(id string, f facts.Set) Rendered {
	return render(c.said(id), f, c.say)
}

// Nameless returns the message as said aloud to somebody whose name the voice
// does not know: its sentence closes up without it.
func (c *Catalog) Nameless(id string, f facts.Set) Rendered {
	return render(c.said(id), f, func(kind string, v facts.Value) []string {
		if kind == "name" {
			return nil
		}
		return c.say(kind, v)
	})
}

// said is the pattern of a message as said aloud.
func (c *Catalog) said(id string) string {
	if e, _ := find(c.spoken(), id); e.text != "" {
		return e.text
	}
	e, _ := find(c.words, id)
	return e.text
}

// Text returns the message as read, as plain text.
func (c *Catalog) Text(id string, f facts.Set) string { return c.Caption(id, f).Text }

// Alt returns the audio description that goes with a line, or "" when there is
// none or it would tell of a fact that is not known.
func (c *Catalog) Alt(id string, f facts.Set) string {
	e, _ := find(c.words, id)
	if len(missing(e.alt, f)) > 0 {
		return ""
	}
	return render(e.alt, f, c.read).Text
}

// AltSpoken returns the audio description as said aloud; its text is empty
// where Alt is.
func (c *Catalog) AltSpoken(id string, f facts.Set) Rendered {
	e, _ := find(c.words, id)
	if len(missing(e.alt, f)) > 0 {
		return Rendered{}
	}
	if said, _ := find(c.spoken(), id); said.alt != "" {
		e = said
	}
	return render(e.alt, f, c.say)
}
