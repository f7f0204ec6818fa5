// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package naspi

import (
	"videoguida/player/benefit"
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
	"videoguida/player/vignette"
)

// saluto: Ciao!.
var saluto = story.Scene{
	ID:    "saluto",
	Title: "naspi-cap-saluto",
	Lines: []story.Line{
		{ID: "naspi-saluto-1", Pause: 400, Gestures: []story.Gesture{{Name: "greet"}}},
		{ID: "naspi-saluto-2", Pause: 500, Gestures: []story.Gesture{{Marker: "ok", Name: "smile"}}},
		{ID: "naspi-saluto-3", Gestures: []story.Gesture{{Name: "open-hands"}}},
		{ID: "naspi-saluto-4", Gestures: []story.Gesture{{Name: "neutral"}}},
		{ID: "naspi-saluto-5", Pause: 500, Gestures: []story.Gesture{{Marker: "comandi", Name: "point-down"}}},
	},
	Labels: []story.Label{
		{ID: "naspi-lbl-ciao", At: at{"naspi-saluto-1", ""}, Look: story.Title},
		{ID: "naspi-lbl-accolta", At: at{"naspi-saluto-2", "ok"}, Look: story.Done},
		{ID: "naspi-lbl-sigla", At: at{"naspi-saluto-3", "sigla"}},
		{ID: "naspi-lbl-chi", At: at{"naspi-saluto-4", ""}},
	},
}

// drawSaluto gives the scene its picture.
func drawSaluto(s *story.Scene, _ []benefit.Month) {
	s.Stage = ui.Stage{
		{At: at{"naspi-saluto-1", ""}, Show: ui.Open(
			ui.Greeting("naspi-lbl-ciao"),
			ui.Success("naspi-lbl-accolta"),
		)},
		{At: at{"naspi-saluto-3", "sigla"}, Show: ui.Open(
			ui.Success("naspi-lbl-accolta"),
			ui.Remark(icon.Euro, "naspi-lbl-sigla"),
			vignette.Badge{Label: "naspi-lbl-chi"},
			vignette.Controls{At: at{"naspi-saluto-5", "comandi"}},
		)},
	}
}
