// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package spot

import (
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// invito: Che cos'è.
var invito = story.Scene{
	ID:    "invito",
	Title: "spot-cap-invito",
	Lines: []story.Line{
		{ID: "spot-1", Gestures: []story.Gesture{{Name: "greet"}}},
		{ID: "spot-2", Gestures: []story.Gesture{{Name: "count-1"}, {Marker: "quanto", Name: "count-2"}, {Marker: "quando", Name: "count-3"}}},
	},
	Labels: []story.Label{
		{ID: "spot-lbl-accolta", At: at{"spot-1", "accolta"}, Look: story.Done},
		{ID: "spot-lbl-guida", At: at{"spot-1", "guida"}, Look: story.Title},
		{ID: "spot-lbl-nome", At: at{"spot-2", "nome"}, Look: story.Tile},
		{ID: "spot-lbl-quanto", At: at{"spot-2", "quanto"}, Look: story.Tile},
		{ID: "spot-lbl-quando", At: at{"spot-2", "quando"}, Look: story.Tile},
		{ID: "spot-lbl-cosa", At: at{"spot-2", "cosa"}, Look: story.Tile},
	},
}

// drawInvito gives the scene its picture.
func drawInvito(s *story.Scene) {
	s.Stage = ui.Stage{
		{At: at{"spot-1", ""}, Show: ui.Open(ui.Greeting("spot-cap-guida"))},
		{At: at{"spot-1", "accolta"}, Show: ui.Open(
			ui.Success("spot-lbl-accolta"),
			ui.Remark(icon.Play, "spot-lbl-guida"),
		)},
		{At: at{"spot-2", "nome"}, Show: ui.Card(ui.Grid(130,
			ui.Tile(icon.IdCard, "spot-lbl-nome"),
			ui.Tile(icon.Euro, "spot-lbl-quanto"),
			ui.Tile(icon.Calendar, "spot-lbl-quando"),
			ui.Tile(icon.Tick, "spot-lbl-cosa"),
		))},
	}
}
