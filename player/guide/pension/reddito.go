// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
	"videoguida/player/vignette"
)

// reddito: Le somme legate al reddito.
var reddito = story.Scene{
	ID:    "reddito",
	Title: "pens-cap-reddito",
	Lines: []story.Line{
		{ID: "pens-reddito-1", Pause: 400, Gestures: []story.Gesture{{Name: "present-left"}}},
		{ID: "pens-reddito-no", When: "completa, !legataReddito", Pause: 500, Gestures: []story.Gesture{{Name: "nod"}}},
		{ID: "pens-reddito-si", When: "legataReddito", Brief: "lunga", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-reddito-q14", When: "legataReddito, q14", Brief: "lunghissima", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-reddito-minimo", When: "legataReddito, minimo", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-reddito-magg", When: "legataReddito, maggiorazione", Brief: "lunghissima", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-reddito-sup", When: "legataReddito, superstiti", Brief: "lunghissima", Gestures: []story.Gesture{{Name: "open-hands"}}},
		{ID: "pens-reddito-2", When: "legataReddito", Brief: "lunga", Pause: 500, Gestures: []story.Gesture{{Name: "nod"}}},
	},
	Labels: []story.Label{
		{ID: "pens-lbl-legata", At: at{"pens-reddito-1", "redditi"}},
		{ID: "pens-lbl-ricalcolo", At: at{"pens-reddito-1", "conto"}},
		{ID: "pens-lbl-q14", At: at{"pens-reddito-q14", "q14"}, Look: story.Tile},
		{ID: "pens-lbl-minimo", At: at{"pens-reddito-minimo", "min"}, When: "tm", Look: story.Tile},
		{ID: "pens-lbl-minimo-senza", At: at{"pens-reddito-minimo", "min"}, When: "!tm", Look: story.Tile},
		{ID: "pens-lbl-magg", At: at{"pens-reddito-magg", "magg"}, Look: story.Tile},
		{ID: "pens-lbl-sup", At: at{"pens-reddito-sup", "sup"}, Look: story.Tile},
	},
	Buttons: []story.Button{
		{ID: "pens-btn-consulente-qui", At: at{"pens-reddito-no", "controllo"}, Service: "svc-consulente-pensioni"},
	},
	Alts: []story.Alt{
		{ID: "pens-alt-reddito", When: "legataReddito"},
	},
}

// drawReddito gives the scene its picture.
func drawReddito(s *story.Scene) {
	s.Stage = ui.Stage{
		ui.Opening("pens-reddito-1", vignette.Emblem{Icon: icon.ChartBars}, "pens-cap-reddito"),
		{At: at{"pens-reddito-1", "redditi"}, Show: ui.Card(
			vignette.Part{Of: at{"pens-reddito-1", "redditi"}},
			ui.Heading("pens-lbl-legata"),
			ui.From(at{"pens-reddito-1", "conto"}, vignette.Pair{
				First:  icon.Calendar,
				Second: ui.From(at{"pens-reddito-1", "conto"}, vignette.Emblem{Icon: icon.Replay}),
			}),
			ui.Heading("pens-lbl-ricalcolo"),
			ui.Main(icon.Question, "pens-btn-consulente-qui"),
		)},
		{At: at{"pens-reddito-si", "tu"}, Show: ui.Card(
			ui.Title("pens-cap-reddito"),
			ui.Grid(400,
				ui.Tile(icon.Euro, "pens-lbl-q14"),
				vignette.Rise{Label: "pens-lbl-minimo"},
				ui.Tile(icon.Up, "pens-lbl-minimo-senza"),
				ui.Tile(icon.Up, "pens-lbl-magg"),
				ui.Tile(icon.People, "pens-lbl-sup"),
			),
			ui.From(at{"pens-reddito-2", "cambia"}, vignette.Trends{At: at{"pens-reddito-2", "cambia"}}),
		)},
	}
}
