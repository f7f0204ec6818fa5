// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
	"videoguida/player/vignette"
)

// saluto: Buongiorno!
var saluto = story.Scene{
	ID:    "saluto",
	Title: "pens-cap-saluto",
	Lines: []story.Line{
		{ID: "pens-saluto-1", Pause: 400, Gestures: []story.Gesture{{Name: "greet"}}},
		{ID: "pens-saluto-2a", When: "tono=lieto", Pause: 500, Gestures: []story.Gesture{{Marker: "ok", Name: "smile"}}},
		{ID: "pens-saluto-2b", When: "tono=sobrio", Pause: 500, Gestures: []story.Gesture{{Marker: "ok", Name: "nod"}}},
		{ID: "pens-saluto-3", Gestures: []story.Gesture{{Name: "neutral"}}},
		{ID: "pens-saluto-4", Gestures: []story.Gesture{{Marker: "u1", Name: "count-1"}, {Marker: "u2", Name: "count-2"}, {Marker: "u3", Name: "count-3"}}},
		{ID: "pens-saluto-5", Pause: 500, Gestures: []story.Gesture{{Name: "point-down"}}},
	},
	Labels: []story.Label{
		{ID: "pens-lbl-ciao", At: at{"pens-saluto-1", ""}, Look: story.Title},
		{ID: "pens-lbl-accolta", At: at{"pens-saluto-2a", "ok"}, Look: story.Done},
		{ID: "pens-lbl-accolta", At: at{"pens-saluto-2b", "ok"}, Look: story.Done},
		{ID: "pens-lbl-chi", At: at{"pens-saluto-3", ""}},
		{ID: "pens-lbl-quanto", At: at{"pens-saluto-4", "u1"}, Look: story.Tile},
		{ID: "pens-lbl-quando", At: at{"pens-saluto-4", "u2"}, Look: story.Tile},
		{ID: "pens-lbl-cosa", At: at{"pens-saluto-4", "u3"}, Look: story.Tile},
	},
}

// drawSaluto gives the scene its picture.
func drawSaluto(s *story.Scene) {
	s.Stage = ui.Stage{
		{At: at{"pens-saluto-1", ""}, Show: ui.Open(
			ui.Greeting("pens-lbl-ciao"),
			ui.Success("pens-lbl-accolta"),
		)},
		{At: at{"pens-saluto-3", ""}, Show: ui.Open(
			ui.Success("pens-lbl-accolta"),
			vignette.Badge{Label: "pens-lbl-chi"},
		)},
		{At: at{"pens-saluto-4", "u1"}, Show: ui.Open(
			ui.Card(ui.Grid(96,
				ui.Tile(icon.Euro, "pens-lbl-quanto"),
				ui.Tile(icon.Calendar, "pens-lbl-quando"),
				ui.Tile(icon.Tick, "pens-lbl-cosa"),
			)),
			vignette.Controls{At: at{"pens-saluto-5", "comandi"}},
		)},
	}
}
