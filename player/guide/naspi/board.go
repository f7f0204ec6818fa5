// Package naspi is the guide for people whose NASpI was accepted: twelve
// scenes, one file each, told by the script's ids, and the facts they read.
//
// Sources: the customer's script; D.Lgs. 22/2015; the rules themselves are in
// package benefit. The guide explains the institute's result and never
// decides a right.
package naspi

import (
	"videoguida/player/benefit"
	"videoguida/player/story"
)

// Board returns the NASpI guide of a person with these months of benefit.
// Who only reads the words may leave them out.
func Board(months []benefit.Month) *story.Storyboard {
	return &story.Storyboard{
		Guide: "naspi",
		Title: "ui-titolo-naspi",
		Scenes: []*story.Scene{
			&saluto, &domande, &quanto, &quando, durata(months), lavoro(),
			&anticipazione, &siisl, &centro, &contatti, &servizi, &voto,
		},
	}
}

// at names a marker inside a line; an empty marker is the line's start.
func at(line, marker string) story.Cue { return story.Cue{Line: line, Marker: marker} }
