// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package spot

import (
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
	"videoguida/player/vignette"
)

// scelte: Scegli tu.
var scelte = story.Scene{
	ID:    "scelte",
	Title: "spot-cap-scelte",
	Lines: []story.Line{
		{ID: "spot-3", Gestures: []story.Gesture{{Name: "open-hands"}}},
		{ID: "spot-4", Gestures: []story.Gesture{{Name: "present-right"}}},
	},
	Labels: []story.Label{
		{ID: "spot-lbl-ferma", At: at{"spot-3", "ferma"}, Look: story.Tile},
		{ID: "spot-lbl-cc", At: at{"spot-3", "cc"}, Look: story.Tile},
		{ID: "spot-lbl-riascolta", At: at{"spot-3", "riascolta"}, Look: story.Tile},
		{ID: "spot-lbl-servizi", At: at{"spot-4", "servizi"}},
	},
}

// drawScelte gives the scene its picture.
func drawScelte(s *story.Scene) {
	s.Stage = ui.Stage{
		ui.Opening("spot-3", vignette.Emblem{Icon: icon.Play}, "spot-cap-scelte"),
		{At: at{"spot-3", "ferma"}, Show: ui.Card(ui.Grid(96,
			ui.Tile(icon.Pause, "spot-lbl-ferma"),
			ui.Tile(icon.Captions, "spot-lbl-cc"),
			ui.Tile(icon.Replay, "spot-lbl-riascolta"),
		))},
		{At: at{"spot-4", "servizi"}, Show: ui.Open(
			vignette.Window{Title: "spot-lbl-servizi", Icons: []icon.Name{icon.Certificate, icon.Document, icon.Smartphone}},
		)},
	}
}
