// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
	"videoguida/player/vignette"
)

// red: Il modello RED.
var red = story.Scene{
	ID:    "red",
	Title: "pens-cap-red",
	When:  "legataReddito",
	Lines: []story.Line{
		{ID: "pens-red-1a", When: "red=da-inviare", Brief: "lunga", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-red-2a", When: "red=da-inviare", Brief: "lunga", Gestures: []story.Gesture{{Marker: "r1", Name: "count-1"}, {Marker: "r2", Name: "count-2"}, {Marker: "r3", Name: "count-3"}}},
		{ID: "pens-red-3a", When: "red=da-inviare, redScadenza", Pause: 400, Gestures: []story.Gesture{{Name: "nod"}}},
		{ID: "pens-red-4a", When: "red=da-inviare", Pause: 500, Gestures: []story.Gesture{{Name: "open-hands"}}},
		{ID: "pens-red-1b", When: "red=non-serve", Pause: 500, Gestures: []story.Gesture{{Name: "nod"}}},
		{ID: "pens-red-1c", When: "red=non-noto", Pause: 500, Gestures: []story.Gesture{{Name: "nod"}}},
	},
	Labels: []story.Label{
		{ID: "pens-lbl-red", At: at{"pens-red-1a", "red"}},
		{ID: "pens-lbl-r1", At: at{"pens-red-2a", "r1"}, Look: story.Tile},
		{ID: "pens-lbl-r2", At: at{"pens-red-2a", "r2"}, Look: story.Tile},
		{ID: "pens-lbl-r3", At: at{"pens-red-2a", "r3"}, Look: story.Tile},
		{ID: "pens-lbl-entro", At: at{"pens-red-3a", "entro"}},
		{ID: "pens-lbl-caf", At: at{"pens-red-4a", "ferma"}},
		{ID: "pens-lbl-nonserve", At: at{"pens-red-1b", "nulla"}},
		{ID: "pens-lbl-red", At: at{"pens-red-1c", "red"}},
	},
	Buttons: []story.Button{
		{ID: "pens-btn-red-qui", At: at{"pens-red-2a", "r1"}, Service: "svc-red"},
	},
	Alts: []story.Alt{
		{ID: "pens-alt-red", When: "red=da-inviare"},
	},
}

// drawRed gives the scene its picture.
func drawRed(s *story.Scene) {
	window := vignette.Window{Title: "pens-lbl-red", Icons: []icon.Name{icon.Document, icon.Euro, icon.Tick}}
	s.Stage = ui.Stage{
		ui.Opening("pens-red-1a", vignette.Emblem{Icon: icon.Document}, "pens-cap-red"),
		ui.Opening("pens-red-1b", vignette.Emblem{Icon: icon.Document}, "pens-cap-red"),
		ui.Opening("pens-red-1c", vignette.Emblem{Icon: icon.Document}, "pens-cap-red"),
		{At: at{"pens-red-1a", "red"}, Show: ui.Open(window)},
		{At: at{"pens-red-2a", "r1"}, Show: ui.Card(
			ui.Step(1, "pens-lbl-r1"),
			ui.Step(2, "pens-lbl-r2"),
			ui.Step(3, "pens-lbl-r3"),
			ui.Main(icon.Document, "pens-btn-red-qui"),
		)},
		{At: at{"pens-red-3a", "entro"}, Show: vignette.Leaf{Label: "pens-lbl-entro"}},
		{At: at{"pens-red-4a", "ferma"}, Show: ui.Card(
			vignette.Part{Of: at{"pens-red-1a", ""}, Ends: at{"pens-red-4a", "ferma"}},
			ui.Note(icon.People, "pens-lbl-caf"),
		)},
		{At: at{"pens-red-1b", "nulla"}, Show: ui.Open(ui.Success("pens-lbl-nonserve"))},
		{At: at{"pens-red-1c", "red"}, Show: ui.Open(window)},
	}
}
