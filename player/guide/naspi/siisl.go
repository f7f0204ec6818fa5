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

// siisl: Il sito per trovare lavoro.
var siisl = story.Scene{
	ID:    "siisl",
	Title: "naspi-cap-siisl",
	When:  "siisl",
	Lines: []story.Line{
		{ID: "naspi-siisl-1", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-siisl-2", Gestures: []story.Gesture{{Name: "nod"}}},
		{ID: "naspi-siisl-3a", When: "!siislScaduto", Gestures: []story.Gesture{{Marker: "c1", Name: "count-1"}, {Marker: "c2", Name: "count-2"}, {Marker: "c3", Name: "count-3"}}},
		{ID: "naspi-siisl-3b", When: "siislScaduto", Gestures: []story.Gesture{{Marker: "c1", Name: "count-1"}, {Marker: "c2", Name: "count-2"}, {Marker: "c3", Name: "count-3"}}},
		{ID: "naspi-siisl-4", Pause: 500, Gestures: []story.Gesture{{Name: "open-hands"}}},
	},
	Labels: []story.Label{
		{ID: "naspi-lbl-siisl", At: at{"naspi-siisl-1", "siisl"}},
		{ID: "naspi-lbl-iscritto", At: at{"naspi-siisl-2", "noi"}},
		{ID: "naspi-lbl-15g", At: at{"naspi-siisl-3a", "quindici"}},
		{ID: "naspi-lbl-entra", At: at{"naspi-siisl-3a", "c1"}, Look: story.Tile},
		{ID: "naspi-lbl-cv", At: at{"naspi-siisl-3a", "c2"}, Look: story.Tile},
		{ID: "naspi-lbl-patto", At: at{"naspi-siisl-3a", "c3"}, Look: story.Tile},
		{ID: "naspi-lbl-15g-dopo", At: at{"naspi-siisl-3b", "quindici"}},
		{ID: "naspi-lbl-entra", At: at{"naspi-siisl-3b", "c1"}, Look: story.Tile},
		{ID: "naspi-lbl-cv", At: at{"naspi-siisl-3b", "c2"}, Look: story.Tile},
		{ID: "naspi-lbl-patto", At: at{"naspi-siisl-3b", "c3"}, Look: story.Tile},
	},
	Buttons: []story.Button{
		{ID: "naspi-btn-siisl-qui", At: at{"naspi-siisl-4", "patto"}, Service: "svc-siisl"},
	},
	Alts: []story.Alt{
		{ID: "naspi-alt-siisl"},
	},
}

// drawSiisl gives the scene its picture.
func drawSiisl(s *story.Scene, _ []benefit.Month) {
	s.Stage = ui.Stage{
		ui.Opening("naspi-siisl-1", vignette.Emblem{Icon: icon.Briefcase}, "naspi-cap-siisl"),
		{At: at{"naspi-siisl-1", "siisl"}, Show: ui.Open(
			vignette.Window{Title: "naspi-lbl-siisl", Icons: []icon.Name{icon.Briefcase, icon.Cap, icon.Document}},
			ui.Success("naspi-lbl-iscritto"),
		)},
		{At: at{"naspi-siisl-3a", "quindici"}, Show: ui.Card(
			ui.Warning(icon.Calendar, "naspi-lbl-15g"),
			ui.Step(1, "naspi-lbl-entra"),
			ui.Step(2, "naspi-lbl-cv"),
			ui.Step(3, "naspi-lbl-patto"),
		)},
		{At: at{"naspi-siisl-3b", "quindici"}, Show: ui.Card(
			ui.Warning(icon.Calendar, "naspi-lbl-15g-dopo"),
			ui.Step(1, "naspi-lbl-entra"),
			ui.Step(2, "naspi-lbl-cv"),
			ui.Step(3, "naspi-lbl-patto"),
		)},
		{At: at{"naspi-siisl-4", "patto"}, Show: ui.Card(
			vignette.Emblem{Icon: icon.Contract},
			ui.Body("naspi-lbl-patto"),
			ui.Main(icon.Contract, "naspi-btn-siisl-qui"),
		)},
	}
}
