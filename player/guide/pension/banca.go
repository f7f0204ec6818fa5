// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
	"videoguida/player/vignette"
)

// banca: Cambiare conto.
var banca = story.Scene{
	ID:    "banca",
	Title: "pens-cap-banca",
	Lines: []story.Line{
		{ID: "pens-banca-1", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-banca-2", Pause: 500, Gestures: []story.Gesture{{Name: "open-hands"}}},
	},
	Labels: []story.Label{
		{ID: "pens-lbl-conto", At: at{"pens-banca-1", "conto"}},
		{ID: "pens-lbl-aspetta", At: at{"pens-banca-2", "vecchio"}, Look: story.Warning},
	},
	Buttons: []story.Button{
		{ID: "pens-btn-banca-qui", At: at{"pens-banca-1", "conto"}, Service: "svc-cambio-conto"},
	},
}

// drawBanca gives the scene its picture.
func drawBanca(s *story.Scene) {
	s.Stage = ui.Stage{
		ui.Opening("pens-banca-1", vignette.Emblem{Icon: icon.Bank}, "pens-cap-banca"),
		{At: at{"pens-banca-1", "conto"}, Show: ui.Card(
			vignette.Transfer{From: at{"pens-banca-1", "conto"}, Keep: at{"pens-banca-2", "vecchio"}},
			ui.Heading("pens-lbl-conto"),
			ui.Warning(icon.Bank, "pens-lbl-aspetta"),
			ui.Main(icon.Bank, "pens-btn-banca-qui"),
		)},
	}
}
