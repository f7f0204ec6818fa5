// Package l10n holds the words of the guides in Italian, German and English
// and writes names, amounts and dates into them.
//
// Translators edit catalog/*.toml; a generator turns them into the tables of
// this package. Amounts are always grouped (1.285,44 €) and the space before
// the sign never breaks. In German the usage is South Tyrol's.
package l10n

//go:generate go run ./gen

import (
	"sort"

	"videoguida/player/facts"
)

// entry is one message: its id, how it is read, how it is said when that
// differs, the audio description of its picture and how that is said.
type entry struct{ id, caption, spoken, alt, altSpoken string }

// Catalog is one language's words. Get one with Lookup.
type Catalog struct {
	lang  string
	table []entry
}

// Lookup returns the catalog of lang ("it", "de", "en"); any other word gives
// Italian.
func Lookup(lang string) *Catalog {
	switch lang {
	case "de":
		return &Catalog{"de", tableDE[:]}
	case "en":
		return &Catalog{"en", tableEN[:]}
	}
	return &Catalog{"it", tableIT[:]}
}

// Langs returns the languages in the order a person chooses from.
func Langs() []string { return []string{"it", "de", "en"} }

// Lang returns the catalog's language tag.
func (c *Catalog) Lang() string { return c.lang }

func (c *Catalog) find(id string) *entry {
	i := sort.Search(len(c.table), func(i int) bool { return c.table[i].id >= id })
	if i < len(c.table) && c.table[i].id == id {
		return &c.table[i]
	}
	return nil
}

// Has reports whether the catalog knows the message.
func (c *Catalog) Has(id string) bool { return c.find(id) != nil }

// IDs returns every message id, sorted.
func (c *Catalog) IDs() []string {
	ids := make([]string, len(c.table))
	for i := range c.table {
		ids[i] = c.table[i].id
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

// Alt returns the audio description that goes with a line, or "".
func (c *Catalog) Alt(id string, f facts.Set) string {
	if e := c.find(id); e != nil && e.alt != "" {
		return c.render(e.alt, f, false).Text
	}
	return ""
}

// AltSpoken returns the audio description as said aloud, or "".
func (c *Catalog) AltSpoken(id string, f facts.Set) string {
	e := c.find(id)
	if e == nil {
		return ""
	}
	if e.altSpoken == "" {
		return c.render(e.alt, f, true).Text
	}
	return c.render(e.altSpoken, f, true).Text
}
