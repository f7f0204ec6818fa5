// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

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

// Board returns what the NASpI guide says: enough for those who read it.
func Board() *story.Storyboard {
	b := &story.Storyboard{Guide: "naspi", Title: "ui-titolo-naspi", Voice: "naspi"}
	for _, s := range [...]story.Scene{
		saluto, domande, quanto, quando, durata, lavoro,
		anticipazione, siisl, centro, contatti, servizi, voto,
	} {
		b.Scenes = append(b.Scenes, &s)
	}
	return b
}

// Film returns the guide with its pictures, drawn for a person with these
// months of benefit. A program that only reads does not call it, and its
// linker leaves every picture out.
func Film(months []benefit.Month) *story.Storyboard {
	b := Board()
	for i, draw := range [...]func(s *story.Scene, months []benefit.Month){
		drawSaluto, drawDomande, drawQuanto, drawQuando, drawDurata, drawLavoro,
		drawAnticipazione, drawSiisl, drawCentro, drawContatti, drawServizi, drawVoto,
	} {
		draw(b.Scenes[i], months)
	}
	return b
}

// at names a marker inside a line; an empty marker is the line's start. It is
// a type, not a function, so that the scenes need no code to start.
type at = story.Cue
