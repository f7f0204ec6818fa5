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

// entry is one message: its id, how it is read, how it is said when that
// differs, the audio description of its picture and how that is said.
type entry struct{ id, caption, spoken, alt, altSpoken string }

// Catalog is one language's words. Get one with Lookup.
type Catalog struct {
	lang  string
	words string // a line per message, sorted by id
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
func (c *Catalog) find(id string) *entry {
	for rest := c.words; rest != ""; {
		from := strings.LastIndexByte(rest[:len(rest)/2], '\n') + 1
		line, after, _ := strings.Cut(rest[from:], "\n")
		at, texts, _ := strings.Cut(line, "\t")
		switch {
		case at == id:
			return read(id, texts)
		case id < at:
			rest = rest[:from]
		default:
			rest = after
		}
	}
	return nil
}

// read splits the texts of a message; those left out are empty.
func read(id, texts string) *entry {
	e := &entry{id: id}
	for _, to := range [...]*string{&e.caption, &e.spoken, &e.alt, &e.altSpoken} {
		*to, texts, _ = strings.Cut(texts, "\t")
	}
	return e
}

// Has reports whether the catalog knows the message.
func (c *Catalog) Has(id string) bool { return c.find(id) != nil }

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
	e := c.find(id)
	if e == nil {
		return Rendered{Text: "⟦" + id + "⟧"}
	}
	return c.render(e.caption, f, false)
}

// Spoken returns the message as said aloud.
func (c *Catalog) Spoken(id string, f facts.Set) Rendered {
	e := c.find(id)
	if e == nil {
		return Rendered{}
	}
	if e.spoken == "" {
		return c.render(e.caption, f, true)
	}
	return c.render(e.spoken, f, true)
}

// Text returns the message as read, as plain text.
func (c *Catalog) Text(id string, f facts.Set) string { return c.Caption(id, f).Text }

// Alt returns the audio description that goes with a line, or "" when there is
// none or it would tell of a fact that is not known.
func (c *Catalog) Alt(id string, f facts.Set) string {
	if e := c.find(id); e != nil && len(missing(e.alt, f)) == 0 {
		return c.render(e.alt, f, false).Text
	}
	return ""
}

// AltSpoken returns the audio description as said aloud, or "".
func (c *Catalog) AltSpoken(id string, f facts.Set) string {
	e := c.find(id)
	if e == nil || len(missing(e.alt, f)) > 0 {
		return ""
	}
	if e.altSpoken == "" {
		return c.render(e.alt, f, true).Text
	}
	return c.render(e.altSpoken, f, true).Text
}
