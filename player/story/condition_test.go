// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package story

import (
	"testing"

	"videoguida/player/facts"
)

func TestConditionHolds(t *testing.T) {
	f := facts.Set{
		"siisl":     {Kind: facts.Flag, N: 1},
		"passato":   {Kind: facts.Flag},
		"riduzione": {Kind: facts.Enum, S: "ottavo"},
		"quando":    {Kind: facts.Date, N: 20000},
	}
	tests := map[Condition]bool{
		"":                       true,
		"siisl":                  true,
		"!siisl":                 false,
		"passato":                false,
		"ignoto":                 false,
		"!ignoto":                true,
		"quando, !passato":       true,
		"quando, passato":        false,
		"riduzione=sesto|ottavo": true,
		"riduzione=sesto":        false,
		"!riduzione=sesto":       true,
		"ignoto=x":               false,
	}
	for c, want := range tests {
		if got := c.Holds(f); got != want {
			t.Errorf("%q holds = %v, want %v", c, got, want)
		}
	}
}

func TestConditionNames(t *testing.T) {
	var got []string
	Condition("quando, !passato, riduzione=sesto|ottavo").Names(func(n string) { got = append(got, n) })
	if len(got) != 3 || got[0] != "quando" || got[1] != "passato" || got[2] != "riduzione" {
		t.Errorf("names = %q", got)
	}
}
