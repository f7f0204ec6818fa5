// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package carrier

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"videoguida/cmd/voicebank/internal/inventory"
	"videoguida/player/l10n"
	"videoguida/player/voice"
)

// key is a unit in a pack.
type key struct {
	pack string
	voice.Unit
}

// chooser collects carriers until every unit has one.
type chooser struct {
	have map[key]int // how many carriers a unit has
	want int         // how many it should have
	out  []Carrier
}

// Choose returns the carriers of everything that both guides can say: each line
// once, for its fixed text; then the shortest line of each kind of slot, filled
// until every unit of numbers and dates has so many takes; then each given name,
// greeted.
func Choose(c *l10n.Catalog, names []Spelling, takes int) ([]Carrier, error) {
	ch := &chooser{have: map[key]int{}, want: 1}
	var all []inventory.Line
	for _, guide := range inventory.Guides() {
		for _, l := range inventory.Lines(c, guide) {
			ch.line(l)
			all = append(all, l)
		}
	}
	ch.figures(frames(all), takes)
	for _, l := range all {
		if err := ch.complete(l); err != nil {
			return nil, err
		}
	}
	ch.names(all, names)
	return ch.out, nil
}

// figures covers the units of slots, first each once, then again.
func (ch *chooser) figures(frames []inventory.Line, takes int) {
	pools := make([][]Carrier, len(frames))
	for i, f := range frames {
		for _, r := range f.Filled() {
			pools[i] = append(pools[i], of("", f.Guide, r))
		}
	}
	for ch.want = 1; ch.want <= takes; ch.want++ {
		for i := range pools {
			pools[i] = ch.cover(pools[i])
		}
	}
	ch.want = 1
}

// line takes a line for its fixed text, and once more without the name.
func (ch *chooser) line(l inventory.Line) {
	filled := l.Filled()
	ch.fixed(of(l.Name(), l.Guide, filled[0]))
	if l.Has("name") {
		ch.fixed(of(l.Name()+".senza", l.Guide, filled[len(filled)-1]))
	}
}

func (ch *chooser) fixed(c Carrier) { ch.take(c, func(p Part) bool { return p.Kind == "" }) }

// take adds the carrier if it has wanted parts that are still missing.
func (ch *chooser) take(c Carrier, wanted func(Part) bool) {
	used := false
	for i, p := range c.Parts {
		k := key{p.Pack, p.Unit}
		if p.Pack == "" || ch.have[k] >= ch.want || !wanted(p) {
			continue
		}
		ch.have[k]++
		c.Parts[i].Use = true
		used = true
	}
	if used {
		ch.out = append(ch.out, c)
	}
}

// frames returns the lines that carry slots: of those with the same slots said
// in the same forms the shortest. Amounts come first, because they carry the
// numbers too.
func frames(lines []inventory.Line) []inventory.Line {
	best := map[string]inventory.Line{}
	size := func(l inventory.Line) int { return len(l.Filled()[0].Text) }
	for _, l := range lines {
		k := ""
		for _, p := range voice.Units(l.Filled()[0]) {
			if p.Kind != "" && p.Kind != "name" {
				k += p.Kind + string(rune(p.Form)) + " "
			}
		}
		if k == "" {
			continue
		}
		if old, ok := best[k]; !ok || size(l) < size(old) {
			best[k] = l
		}
	}
	out := slices.Collect(maps.Values(best))
	slices.SortFunc(out, func(a, b inventory.Line) int {
		return cmp.Or(len(b.Filled())-len(a.Filled()), strings.Compare(a.Name(), b.Name()))
	})
	return out
}

// cover takes from a pool of carriers, each time the one that brings most
// units, until it brings none; it returns the carriers left.
func (ch *chooser) cover(pool []Carrier) []Carrier {
	for {
		best, most := -1, 0
		for i, c := range pool {
			if n := ch.missing(c); n > most {
				best, most = i, n
			}
		}
		if best < 0 {
			return pool
		}
		c := pool[best]
		pool = slices.Delete(pool, best, best+1)
		c.Name = fmt.Sprintf("%s-%03d", Figures, len(ch.out))
		ch.take(c, func(p Part) bool { return p.Pack == Figures })
	}
}

// missing counts the carrier's figures that no carrier has yet.
func (ch *chooser) missing(c Carrier) int {
	seen := map[key]bool{}
	for _, p := range c.Parts {
		if k := (key{p.Pack, p.Unit}); p.Pack == Figures && ch.have[k] < ch.want {
			seen[k] = true
		}
	}
	return len(seen)
}

// complete reports a unit of a line that no carrier has.
func (ch *chooser) complete(l inventory.Line) error {
	for _, r := range l.Filled() {
		for _, p := range of("", l.Guide, r).Parts {
			if ch.have[key{p.Pack, p.Unit}] == 0 && p.Kind != "name" {
				return fmt.Errorf("%s: no carrier for %q (%c) of pack %s", l.Name(), p.Text, p.Form, p.Pack)
			}
		}
	}
	return nil
}
