// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package guide is the list of guides that a letter may open, as a program
// that reads needs them: words, facts and the sheet to keep.
//
// Their pictures are listed apart, in package film: a program that never names
// that list carries none of them.
package guide

import (
	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/player/guide/naspi"
	"videoguida/player/guide/pension"
	"videoguida/player/guide/spot"
	"videoguida/player/sheet"
	"videoguida/player/story"
	"videoguida/tokengen/token"
)

// Guide is one guide.
type Guide struct {
	Name   string // the letter's word for it: "naspi", "pension"
	Prefix string // what the ids of its own messages begin with: "naspi-"
	Board  func() *story.Storyboard
	Facts  func(c token.Claims, today civil.Day) facts.Set
	Sheet  func(c token.Claims, f facts.Set, today civil.Day) sheet.Form
}

// All returns the guides.
func All() []Guide {
	return []Guide{
		{"naspi", "naspi-", naspi.Board, naspi.Facts, naspi.Sheet},
		{"pension", "pens-", pension.Board, pension.Facts, pension.Sheet},
	}
}

// Spot returns the short film for people without a letter. No letter may name
// it, so it is not among All.
func Spot() Guide {
	return Guide{
		Name: "spot", Prefix: "spot-", Board: spot.Board,
		Facts: func(token.Claims, civil.Day) facts.Set { return spot.Facts() },
		Sheet: func(token.Claims, facts.Set, civil.Day) sheet.Form { return sheet.Form{} },
	}
}

// Find returns the guide that a letter names and whether there is one.
func Find(name string) (Guide, bool) {
	for _, g := range All() {
		if g.Name == name {
			return g, true
		}
	}
	return Guide{}, false
}
