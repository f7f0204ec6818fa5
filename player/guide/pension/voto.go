// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"videoguida/player/story"
	"videoguida/player/ui"
)

// voto: Dicci com'è andata.
var voto = story.Scene{
	ID:    "voto",
	Title: "pens-cap-voto",
	Lines: []story.Line{
		{ID: "pens-voto-1", Pause: 700, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-voto-2", Gestures: []story.Gesture{{Name: "neutral"}}},
		{ID: "pens-voto-3a", When: "tono=lieto", Pause: 600, Gestures: []story.Gesture{{Marker: "ciao", Name: "greet"}}},
		{ID: "pens-voto-3b", When: "tono=sobrio", Pause: 600, Gestures: []story.Gesture{{Marker: "ciao", Name: "greet"}}},
	},
	Labels: []story.Label{
		{ID: "pens-lbl-scade", At: at{"pens-voto-2", "scade"}},
	},
	Extra: story.Rating,
}

// drawVoto gives the scene its picture.
func drawVoto(s *story.Scene) {
	v := ui.Vote{Prefix: "pens-", Farewells: []story.Cue{{"pens-voto-3a", "ciao"}, {"pens-voto-3b", "ciao"}}, Services: services()}
	s.Words, s.Stage = v.Words(), v.Stage()
}
