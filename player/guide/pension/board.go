// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package pension is the guide for people whose first pension was paid:
// fifteen scenes, one file each, told by the script's ids, and the facts they
// read.
//
// Sources: the customer's script; the rules themselves are in package benefit.
// The guide explains the institute's result and never works it out again.
//
// What a letter does not say is not told. The type of a pension is not among
// its facts, so nothing here can reveal anybody's health; that somebody has
// died shows in the method alone, and then nobody smiles.
package pension

import "videoguida/player/story"

// Board returns what the pension guide says: enough for those who read it.
func Board() *story.Storyboard {
	b := &story.Storyboard{Guide: "pension", Title: "ui-titolo-pensione", Voice: "pens"}
	for _, s := range [...]story.Scene{
		saluto, lettera, calcolo, quanto, tasse, cedolino, documenti, detrazioni,
		banca, reddito, red, obblighi, contatti, servizi, voto,
	} {
		b.Scenes = append(b.Scenes, &s)
	}
	return b
}

// Film returns the guide with its pictures. A program that only reads does not
// call it, and its linker leaves every picture out.
func Film() *story.Storyboard {
	b := Board()
	for i, draw := range [...]func(s *story.Scene){
		drawSaluto, drawLettera, drawCalcolo, drawQuanto, drawTasse, drawCedolino, drawDocumenti, drawDetrazioni,
		drawBanca, drawReddito, drawRed, drawObblighi, drawContatti, drawServizi, drawVoto,
	} {
		draw(b.Scenes[i])
	}
	return b
}

// at names a marker inside a line; an empty marker is the line's start. It is
// a type, not a function, so that the scenes need no code to start.
type at = story.Cue
