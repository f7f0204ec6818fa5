// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package l10n

import "strings"

// Slot is a place of a message that a fact fills: {importo:money}.
type Slot struct{ Name, Kind string }

// Slots returns the slots of a message as said aloud, and those of its audio
// description, in order.
func (c *Catalog) Slots(id string) (line, alt []Slot) {
	e, _ := find(c.words, id)
	said, _ := find(c.spoken(), id)
	if said.text != "" {
		e.text = said.text
	}
	if said.alt != "" {
		e.alt = said.alt
	}
	return slots(e.text), slots(e.alt)
}

func slots(pattern string) (out []Slot) {
	for {
		slot, rest, ok := cutSlot(pattern)
		if !ok {
			return out
		}
		name, kind, _ := strings.Cut(slot, ":")
		out = append(out, Slot{name, kind})
		pattern = rest
	}
}
