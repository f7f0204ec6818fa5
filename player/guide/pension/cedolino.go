// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
	"videoguida/player/vignette"
)

// cedolino: Controlla ogni mese.
var cedolino = story.Scene{
	ID:    "cedolino",
	Title: "pens-cap-cedolino",
	Lines: []story.Line{
		{ID: "pens-cedolino-1", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-cedolino-2", Gestures: []story.Gesture{{Marker: "z1", Name: "count-1"}, {Marker: "z2", Name: "count-2"}, {Marker: "z3", Name: "count-3"}}},
		{ID: "pens-cedolino-3", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-cedolino-4", Pause: 500, Gestures: []story.Gesture{{Name: "nod"}}},
	},
	Labels: []story.Label{
		{ID: "pens-lbl-cedolino", At: at{"pens-cedolino-1", "cedolino"}},
		{ID: "pens-lbl-z1", At: at{"pens-cedolino-2", "z1"}, Look: story.Tile},
		{ID: "pens-lbl-z2", At: at{"pens-cedolino-2", "z2"}, Look: story.Tile},
		{ID: "pens-lbl-z3", At: at{"pens-cedolino-2", "z3"}, Look: story.Tile},
		{ID: "pens-lbl-mese-prima", At: at{"pens-cedolino-3", "confronta"}},
		{ID: "pens-lbl-mese-ora", At: at{"pens-cedolino-3", "confronta"}},
		{ID: "pens-lbl-diverso", At: at{"pens-cedolino-3", "confronta"}},
		{ID: "pens-lbl-gennaio", At: at{"pens-cedolino-4", "gennaio"}},
	},
	Buttons: []story.Button{
		{ID: "pens-btn-cedolino-qui", At: at{"pens-cedolino-1", "cedolino"}, Service: "svc-cedolino"},
	},
	Topics: []story.Topic{
		{ID: "pens-lbl-z1", Text: "pens-inf-perche-lordo"},
		{ID: "pens-lbl-irpef", Text: "pens-inf-perche-irpef"},
		{ID: "pens-lbl-tredicesima", Text: "pens-inf-perche-tredicesima", When: "tredicesima"},
		{ID: "pens-lbl-anno-prima", Text: "pens-inf-perche-conguaglio", When: "tassata"},
		{ID: "pens-lbl-addizionali", Text: "pens-inf-perche-addizionali", When: "tassata"},
	},
	Alts: []story.Alt{
		{ID: "pens-alt-confronto"},
	},
}

// drawCedolino gives the scene its picture.
func drawCedolino(s *story.Scene) {
	why := ui.NewTopics(at{"pens-cedolino-3", "confronta"}, 150, "ui-continua", s.Topics)
	s.Words = []string{"ui-continua"}
	s.Stage = ui.Stage{
		ui.Opening("pens-cedolino-1", vignette.Emblem{Icon: icon.Document}, "pens-cap-cedolino"),
		{At: at{"pens-cedolino-1", "cedolino"}, Show: ui.Card(
			vignette.NewSlip("pens-lbl-cedolino", "", []story.Row{{ID: "pens-lbl-z1"}, {ID: "pens-lbl-z2"}, {ID: "pens-lbl-z3"}}),
			ui.Button(icon.Document, "pens-btn-cedolino-qui"),
		)},
		{At: at{"pens-cedolino-3", "confronta"}, Show: ui.Card(
			vignette.Compare{
				Before: "pens-lbl-mese-prima", Now: "pens-lbl-mese-ora", Differs: "pens-lbl-diverso",
				Grows: "pens-lbl-gennaio", Topics: why,
			},
			why,
			ui.Spare(ui.Note(icon.Calendar, "pens-lbl-gennaio")),
		)},
	}
}
