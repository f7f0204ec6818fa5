// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package carrier

import (
	"fmt"

	"videoguida/cmd/voicebank/internal/inventory"
	"videoguida/player/facts"
)

// Spelling is a given name, and how it is spelled for an Italian engine.
type Spelling struct{ Name, Said string }

// names greets every name in the shortest line that has one.
func (ch *chooser) names(lines []inventory.Line, names []Spelling) {
	var greeting inventory.Line
	for _, l := range lines {
		if l.Has("name") && (greeting.ID == "" || len(l.Filled()[0].Text) < len(greeting.Filled()[0].Text)) {
			greeting = l
		}
	}
	count := map[string]int{}
	for _, n := range names {
		c := of("", greeting.Guide, greeting.Render(facts.Set{greeting.Slots[0].Name: {Kind: facts.Text, S: n.Name}}))
		pack := ""
		for i, p := range c.Parts {
			if p.Kind == "name" {
				pack = p.Pack
				c.Parts[i].Said = n.Said
			}
		}
		count[pack]++
		c.Name = fmt.Sprintf("%s-%03d", pack, count[pack])
		ch.take(c, func(p Part) bool { return p.Kind == "name" })
	}
}
