// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
	"videoguida/player/vignette"
)

// obblighi: Avvisaci se cambia qualcosa.
var obblighi = story.Scene{
	ID:    "obblighi",
	Title: "pens-cap-obblighi",
	Lines: []story.Line{
		{ID: "pens-obblighi-1", Gestures: []story.Gesture{{Name: "present-left"}}},
		{ID: "pens-obblighi-2", Gestures: []story.Gesture{{Marker: "b1", Name: "count-1"}, {Marker: "b2", Name: "count-2"}, {Marker: "b3", Name: "count-3"}}},
		{ID: "pens-obblighi-3", Brief: "lunga", Pause: 500, Gestures: []story.Gesture{{Name: "nod"}}},
	},
	Labels: []story.Label{
		{ID: "pens-lbl-avvisa", At: at{"pens-obblighi-1", "avvisa"}},
		{ID: "pens-lbl-b1", At: at{"pens-obblighi-2", "b1"}, Look: story.Tile},
		{ID: "pens-lbl-b2", At: at{"pens-obblighi-2", "b2"}, Look: story.Tile},
		{ID: "pens-lbl-b3", At: at{"pens-obblighi-2", "b3"}, Look: story.Tile},
		{ID: "pens-lbl-giusta", At: at{"pens-obblighi-3", "giusta"}},
	},
	Alts: []story.Alt{
		{ID: "pens-alt-obblighi"},
	},
}

// drawObblighi gives the scene its picture.
func drawObblighi(s *story.Scene) {
	s.Stage = ui.Stage{
		{At: at{"pens-obblighi-1", "avvisa"}, Show: ui.Card(
			vignette.Emblem{Icon: icon.Bell},
			ui.Heading("pens-lbl-avvisa"),
		)},
		{At: at{"pens-obblighi-2", "b1"}, Show: ui.Card(
			ui.Grid(400,
				ui.Tile(icon.House, "pens-lbl-b1"),
				ui.Tile(icon.Family, "pens-lbl-b2"),
				ui.Tile(icon.Briefcase, "pens-lbl-b3"),
			),
			ui.Safe(icon.Check, "pens-lbl-giusta"),
		)},
	}
}
