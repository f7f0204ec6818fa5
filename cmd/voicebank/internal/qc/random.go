// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package qc

import (
	"math/rand/v2"

	"videoguida/cmd/voicebank/internal/inventory"
	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/player/l10n"
)

// Sentences returns n lines with random amounts and dates, the same ones each
// time: monthly amounts as letters have them, days of the next years.
func Sentences(c *l10n.Catalog, n int) []l10n.Rendered {
	var lines []inventory.Line
	for _, g := range inventory.Guides() {
		for _, l := range inventory.Lines(c, g) {
			if len(l.Slots) > 0 && !l.Has("name") {
				lines = append(lines, l)
			}
		}
	}
	r := rand.New(rand.NewPCG(4, 200))
	out := make([]l10n.Rendered, n)
	for i := range out {
		l := lines[i%len(lines)]
		f := facts.Set{}
		for _, s := range l.Slots {
			f[s.Name] = Value(s.Kind, r)
		}
		out[i] = l.Render(f)
	}
	return out
}

// Value returns a random value of a kind of slot, within what letters hold.
func Value(kind string, r *rand.Rand) facts.Value {
	switch kind {
	case "money":
		return facts.Value{Kind: facts.Money, N: 20_000 + r.Int64N(480_000)}
	case "days":
		return facts.Value{Kind: facts.Count, N: 1 + r.Int64N(731)}
	case "months":
		return facts.Value{Kind: facts.Count, N: 1 + r.Int64N(24)}
	}
	return facts.Value{Kind: facts.Date, N: int64(civil.Date(2025, 1, 1)) + r.Int64N(2500)}
}
