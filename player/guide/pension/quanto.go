// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
	"videoguida/player/vignette"
)

// quanto: Quanto ricevi e quando.
var quanto = story.Scene{
	ID:    "quanto",
	Title: "pens-cap-quanto",
	Lines: []story.Line{
		{ID: "pens-quanto-1", Pause: 500, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-quanto-2", When: "lordo", Gestures: []story.Gesture{{Name: "present-left"}}},
		{ID: "pens-quanto-3a", When: "nettoDiverso", Pause: 500, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-quanto-3b", When: "lordo, netto, !nettoDiverso", Pause: 500, Gestures: []story.Gesture{{Name: "nod"}}},
		{ID: "pens-quanto-4a", When: "primoPagamento, !primoPassato", Pause: 400, Gestures: []story.Gesture{{Name: "present-left"}}},
		{ID: "pens-quanto-4b", When: "primoPagamento, primoPassato", Pause: 400, Gestures: []story.Gesture{{Name: "present-left"}}},
		{ID: "pens-quanto-4c", When: "!primoPagamento", Pause: 400, Gestures: []story.Gesture{{Name: "present-left"}}},
		{ID: "pens-quanto-5", When: "arretrati", Pause: 500, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-quanto-6", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-quanto-7", When: "tredicesima", Pause: 500, Gestures: []story.Gesture{{Name: "nod"}}},
	},
	Labels: []story.Label{
		{ID: "#lordo", At: at{"pens-quanto-1", "lordo"}, Look: story.Amount},
		{ID: "pens-lbl-lordo", At: at{"pens-quanto-2", "lorda"}},
		{ID: "#netto", At: at{"pens-quanto-3a", "netto"}, Look: story.Amount},
		{ID: "pens-lbl-trattenute", At: at{"pens-quanto-3a", "netto"}},
		{ID: "pens-lbl-netto", At: at{"pens-quanto-3a", "netto"}},
		{ID: "pens-lbl-uguale", At: at{"pens-quanto-3b", "netto"}},
		{ID: "pens-lbl-primo", At: at{"pens-quanto-4a", "data"}},
		{ID: "pens-lbl-primo", At: at{"pens-quanto-4b", "data"}},
		{ID: "pens-lbl-presto", At: at{"pens-quanto-4c", "data"}},
		{ID: "#arretrati", At: at{"pens-quanto-5", "arretrati"}, Look: story.Amount},
		{ID: "pens-lbl-arretrati", At: at{"pens-quanto-5", "arretrati"}, When: "decorrenza"},
		{ID: "rie-arretrati", At: at{"pens-quanto-5", "arretrati"}, When: "!decorrenza"},
		{ID: "pens-lbl-giorno", At: at{"pens-quanto-6", "primo"}},
		{ID: "pens-lbl-tredicesima", At: at{"pens-quanto-7", "tredicesima"}},
	},
	Alts: []story.Alt{
		{ID: "pens-alt-quanto-tassata", When: "nettoDiverso"},
		{ID: "pens-alt-quanto-esente", When: "lordo, netto, !nettoDiverso"},
	},
}

// drawQuanto gives the scene its picture.
func drawQuanto(s *story.Scene) {
	arrears := ui.Card(
		ui.Figure("#arretrati"),
		ui.Note(icon.Clock, "pens-lbl-arretrati"),
		ui.Note(icon.Clock, "rie-arretrati"),
	)
	s.Stage = ui.Stage{
		ui.Opening("pens-quanto-1", vignette.Emblem{Icon: icon.Euro}, "pens-cap-quanto"),
		{At: at{"pens-quanto-1", "lordo"}, Show: ui.Card(
			ui.Figure("#lordo"),
			ui.Note(icon.Euro, "pens-lbl-lordo"),
			vignette.Equal{Label: "pens-lbl-uguale"},
			ui.Heading("pens-lbl-uguale"),
		)},
		{At: at{"pens-quanto-3a", "netto"}, Show: ui.Card(
			ui.Figure("#netto"),
			vignette.Peel{Whole: "lordo", Rest: "netto", Off: "pens-lbl-trattenute", Left: "pens-lbl-netto"},
		)},
		{At: at{"pens-quanto-4a", "data"}, Show: ui.Open(
			vignette.Leaf{Label: "pens-lbl-primo"},
			arrears,
		)},
		{At: at{"pens-quanto-4b", "data"}, Show: ui.Open(
			vignette.Leaf{Label: "pens-lbl-primo"},
			arrears,
		)},
		{At: at{"pens-quanto-4c", "data"}, Show: ui.Open(
			vignette.Leaf{Label: "pens-lbl-presto"},
			arrears,
		)},
		{At: at{"pens-quanto-6", "primo"}, Show: ui.Card(
			vignette.Payday{Label: "pens-lbl-giorno", Fact: "prossimo"},
		)},
		{At: at{"pens-quanto-7", "tredicesima"}, Show: ui.Card(
			vignette.Thirteenth{Label: "pens-lbl-tredicesima"},
			ui.Heading("pens-lbl-tredicesima"),
		)},
	}
}
