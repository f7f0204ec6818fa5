// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
	"videoguida/player/vignette"
)

// tasse: Le tasse.
var tasse = story.Scene{
	ID:    "tasse",
	Title: "pens-cap-tasse",
	Lines: []story.Line{
		{ID: "pens-tasse-1a", When: "tassata", Gestures: []story.Gesture{{Name: "present-left"}}},
		{ID: "pens-tasse-2a", When: "tassata", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-tasse-3a", When: "tassata", Pause: 500, Gestures: []story.Gesture{{Name: "nod"}}},
		{ID: "pens-tasse-1b", When: "completa, !tassata", Gestures: []story.Gesture{{Name: "open-hands"}}},
		{ID: "pens-tasse-2b", When: "completa, !tassata", Gestures: []story.Gesture{{Name: "nod"}}},
		{ID: "pens-tasse-3b", When: "completa, !tassata", Pause: 500, Gestures: []story.Gesture{{Name: "open-hands"}}},
	},
	Labels: []story.Label{
		{ID: "pens-lbl-irpef", At: at{"pens-tasse-1a", "irpef"}},
		{ID: "pens-lbl-addizionali", At: at{"pens-tasse-2a", "addizionali"}},
		{ID: "pens-lbl-detrazioni", At: at{"pens-tasse-3a", "detrazioni"}},
		{ID: "pens-lbl-irpef", At: at{"pens-tasse-1b", "irpef"}},
		{ID: "pens-lbl-detrazioni", At: at{"pens-tasse-2b", "detrazioni"}},
		{ID: "pens-lbl-altri", At: at{"pens-tasse-3b", "altri"}},
	},
	Table: &story.Table{
		Head: [2]string{"pens-tab-voce", "pens-tab-importo"},
		Rows: []story.Row{
			{ID: "rie-lordo", Fact: "lordo"},
			{ID: "pens-lbl-irpef", Fact: "irpef"},
			{ID: "pens-lbl-addizionali", Fact: "addizionali"},
			{ID: "pens-lbl-detrazioni", Fact: "detrazioni"},
			{ID: "rie-netto", Fact: "netto"},
		},
	},
}

// drawTasse gives the scene its picture.
func drawTasse(s *story.Scene) {
	s.Stage = ui.Stage{
		ui.Opening("pens-tasse-1a", vignette.Emblem{Icon: icon.Contract}, "pens-cap-tasse"),
		ui.Opening("pens-tasse-1b", vignette.Emblem{Icon: icon.Contract}, "pens-cap-tasse"),
		{At: at{"pens-tasse-1a", "irpef"}, Show: ui.Card(
			vignette.NewSlip("pens-cap-tasse", "pens-lbl-detrazioni", s.Table.Rows[1:4]),
			vignette.Lighter{Label: "pens-lbl-detrazioni"},
		)},
		{At: at{"pens-tasse-1b", "irpef"}, Show: ui.Card(
			vignette.NewSlip("pens-cap-tasse", "", []story.Row{s.Table.Rows[1], {ID: "pens-lbl-detrazioni"}}),
			ui.From(at{"pens-tasse-3b", "altri"}, vignette.Pair{
				First:  icon.House,
				Second: ui.From(at{"pens-tasse-3b", "altri"}, vignette.Emblem{Icon: icon.Briefcase}),
			}),
			ui.Heading("pens-lbl-altri"),
		)},
	}
}
