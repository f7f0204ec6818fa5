// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package film is the pictures of the guides in package guide: a program that
// draws asks here for the storyboard of a letter.
package film

import (
	"videoguida/player/guide/naspi"
	"videoguida/player/guide/pension"
	"videoguida/player/guide/spot"
	"videoguida/player/story"
	"videoguida/tokengen/token"
)

// Of returns the guide of a letter with the pictures of its person, and
// whether there is one. Without a letter it is the spot.
func Of(c token.Claims) (*story.Storyboard, bool) {
	switch c.Guide {
	case "naspi":
		return naspi.Film(naspi.Months(c)), true
	case "pension":
		return pension.Film(), true
	case "", "spot":
		return spot.Film(), true
	}
	return nil, false
}
