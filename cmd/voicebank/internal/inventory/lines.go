// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package inventory tells what a voice must be able to say: the lines of the
// guides with their audio descriptions, and for every kind of slot the values
// that together need each of its units.
package inventory

import (
	"slices"
	"strings"

	"videoguida/player/facts"
	"videoguida/player/l10n"
)

// Guides are the guides that are spoken; each has a pack of its own name.
func Guides() []string { return []string{"naspi", "pens", "spot"} }

// Line is a spoken line of a guide, or the audio description of its picture.
type Line struct {
	Guide   string
	ID      string // of the message
	Alt     bool   // the audio description
	Slots   []l10n.Slot
	catalog *l10n.Catalog
}

// written are the second words of messages that are read, never said: labels,
// buttons, chapter titles, pictures' texts, tables, infographics.
var written = [...]string{"lbl", "btn", "cap", "alt", "tab", "inf"}

// Lines returns the spoken lines of a guide, then its audio descriptions, in
// the order of their ids.
func Lines(c *l10n.Catalog, guide string) []Line {
	var lines, alts []Line
	for _, id := range c.IDs() {
		rest, ok := strings.CutPrefix(id, guide+"-")
		kind, _, _ := strings.Cut(rest, "-")
		if !ok || slices.Contains(written[:], kind) {
			continue
		}
		said, described := c.Slots(id)
		lines = append(lines, Line{guide, id, false, said, c})
		alt := Line{guide, id, true, described, c}
		if alt.Render(fill(described, 0)).Text != "" {
			alts = append(alts, alt)
		}
	}
	return append(lines, alts...)
}

// Name is the line's name on a recording sheet: its message id, with ".ad" for
// an audio description.
func (l Line) Name() string {
	if l.Alt {
		return l.ID + ".ad"
	}
	return l.ID
}

// Render returns the line as it is said to somebody with these facts.
func (l Line) Render(f facts.Set) l10n.Rendered {
	if l.Alt {
		return l.catalog.AltSpoken(l.ID, f)
	}
	return l.catalog.Spoken(l.ID, f)
}

// Has reports whether the line has a slot of a kind.
func (l Line) Has(kind string) bool {
	return slices.ContainsFunc(l.Slots, func(s l10n.Slot) bool { return s.Kind == kind })
}

// Filled returns the line once for each of the values that together need every
// unit of its slots. A name is always the same here; without is the line as it
// is said to somebody whose name is not known.
func (l Line) Filled() []l10n.Rendered {
	n := 1
	for _, s := range l.Slots {
		n = max(n, len(Samples(s.Kind)))
	}
	out := make([]l10n.Rendered, n)
	for i := range out {
		out[i] = l.Render(fill(l.Slots, i))
	}
	if l.Has("name") {
		out = append(out, l.Render(nil))
	}
	return out
}

// fill gives each slot the i-th sample of its kind.
func fill(slots []l10n.Slot, i int) facts.Set {
	f := facts.Set{}
	for _, s := range slots {
		if all := Samples(s.Kind); len(all) > 0 {
			f[s.Name] = all[i%len(all)]
		}
	}
	return f
}
