// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package story

import (
	"strings"

	"videoguida/player/facts"
)

// Condition decides whether a scene, a line or a label is part of a person's
// guide, in the scripts' own grammar: "primoPagamento, !primoPassato" means
// and-not, "riduzione=sesto|ottavo" means one of. Empty means always.
type Condition string

// Holds reports whether c is true of f. An unknown fact is false.
func (c Condition) Holds(f facts.Set) bool {
	for term := range strings.SplitSeq(string(c), ",") {
		term = strings.TrimSpace(term)
		if term == "" {
			continue
		}
		name, want := strings.TrimPrefix(term, "!"), !strings.HasPrefix(term, "!")
		if holds(name, f) != want {
			return false
		}
	}
	return true
}

func holds(term string, f facts.Set) bool {
	name, list, isEnum := strings.Cut(term, "=")
	v := f[name]
	if !isEnum {
		return v.Known()
	}
	for word := range strings.SplitSeq(list, "|") {
		if v.S == word {
			return true
		}
	}
	return false
}

// Names calls yield with the name of every fact the condition reads.
func (c Condition) Names(yield func(name string)) {
	for term := range strings.SplitSeq(string(c), ",") {
		name, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(term), "!"), "=")
		if name != "" {
			yield(name)
		}
	}
}
