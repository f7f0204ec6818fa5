// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package naspi

import (
	"slices"

	"videoguida/player/newjob"
	"videoguida/player/story"
)

// menu waits for one of the most frequent questions. An answer plays its part
// and comes back here.
var menu = story.Hold{
	ID: "menu",
	Choices: []story.Choice{
		{ID: "naspi-btn-dom-quanto", Scene: "quanto"},
		{ID: "naspi-btn-dom-quando", Scene: "quando"},
		{ID: "naspi-btn-dom-controllo", Scene: "quando", Line: "naspi-quando-5"},
		{ID: "naspi-btn-dom-lavoro", Scene: "lavoro"},
		{ID: "naspi-btn-dom-perdo", Scene: "lavoro", Line: "naspi-lavoro-8"},
	},
	Continue: "naspi-btn-dom-continua",
}

// tryYourCase waits while the person tries the new-job infographic.
var tryYourCase = story.Hold{ID: "lavoro-info", Continue: "naspi-inf-b-continua"}

// asking returns the lines with the infographic's questions in the hold that
// waits for their answers. The lines given are shared and stay as they are.
func asking(lines []story.Line, quiz *newjob.Quiz) []story.Line {
	lines = slices.Clone(lines)
	for i := range lines {
		if lines[i].Hold == &tryYourCase {
			hold := tryYourCase
			hold.Quiz, hold.Words = quiz, quiz.Words()
			lines[i].Hold = &hold
		}
	}
	return lines
}
