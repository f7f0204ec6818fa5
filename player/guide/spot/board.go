// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package spot is the short film about the guides, for people without a
// letter: four scenes, one file each, under a minute. It knows nobody: it has
// no facts, and says neither a name nor an amount.
//
// Source: the customer's script.
package spot

import (
	"videoguida/player/facts"
	"videoguida/player/story"
)

// Board returns what the spot says: enough for those who read it.
func Board() *story.Storyboard {
	b := &story.Storyboard{Guide: "spot", Title: "spot-cap-guida", Voice: "spot"}
	for _, s := range [...]story.Scene{invito, scelte, aprire, saluto} {
		b.Scenes = append(b.Scenes, &s)
	}
	return b
}

// Film returns the spot with its pictures. A program that only reads does not
// call it, and its linker leaves every picture out.
func Film() *story.Storyboard {
	b := Board()
	for i, draw := range [...]func(s *story.Scene){drawInvito, drawScelte, drawAprire, drawSaluto} {
		draw(b.Scenes[i])
	}
	return b
}

// Facts returns what the spot knows of who watches it: nothing.
func Facts() facts.Set { return facts.Set{} }

// at names a marker inside a line; an empty marker is the line's start.
type at = story.Cue
