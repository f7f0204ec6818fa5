// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package naspi

import (
	"videoguida/player/benefit"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// voto: Dicci com'è andata.
var voto = story.Scene{
	ID:    "voto",
	Title: "naspi-cap-voto",
	Lines: []story.Line{
		{ID: "naspi-voto-1", Pause: 500, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-voto-2", Gestures: []story.Gesture{{Name: "neutral"}}},
		{ID: "naspi-voto-3", Pause: 600, Gestures: []story.Gesture{{Marker: "ciao", Name: "greet"}}},
	},
	Labels: []story.Label{
		{ID: "naspi-lbl-scade", At: at{"naspi-voto-2", "scade"}},
	},
	Extra: story.Rating,
}

// drawVoto gives the scene its picture.
func drawVoto(s *story.Scene, _ []benefit.Month) {
	v := ui.Vote{Prefix: "naspi-", Farewells: []story.Cue{{"naspi-voto-3", "ciao"}}, Services: services()}
	s.Words, s.Stage = v.Words(), v.Stage()
}
