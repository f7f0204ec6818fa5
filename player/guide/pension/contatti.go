// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
	"videoguida/player/vignette"
)

// contatti: I tuoi contatti.
var contatti = story.Scene{
	ID:    "contatti",
	Title: "pens-cap-contatti",
	Lines: []story.Line{
		{ID: "pens-contatti-1a", When: "contatti=ok", Brief: "lunga", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-contatti-1b", When: "contatti=mancanti", Brief: "lunga", Gestures: []story.Gesture{{Name: "open-hands"}}},
		{ID: "pens-contatti-2b", When: "contatti=mancanti", Pause: 500, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-contatti-3", Gestures: []story.Gesture{{Name: "open-hands"}}},
		{ID: "pens-contatti-4", Pause: 500, Gestures: []story.Gesture{{Name: "nod"}}},
	},
	Labels: []story.Label{
		{ID: "pens-lbl-contatti", At: at{"pens-contatti-1a", "contatto"}},
		{ID: "pens-lbl-manca", At: at{"pens-contatti-1b", "contatto"}},
		{ID: "pens-lbl-truffe", At: at{"pens-contatti-3", "truffe"}, Look: story.Warning},
		{ID: "pens-lbl-nodati", At: at{"pens-contatti-4", "dati"}, Look: story.Warning},
	},
	Buttons: []story.Button{
		{ID: "pens-btn-contatti-qui", At: at{"pens-contatti-2b", "myinps"}, Service: "svc-myinps-contatti"},
	},
}

// drawContatti gives the scene its picture.
func drawContatti(s *story.Scene) {
	s.Stage = ui.Stage{
		{At: at{"pens-contatti-1a", "contatto"}, Show: ui.Card(
			vignette.Phone{Icon: icon.Bell, Labels: []string{"pens-lbl-contatti"}},
		)},
		{At: at{"pens-contatti-1b", "contatto"}, Show: ui.Card(
			vignette.Phone{Icon: icon.Question, Labels: []string{"pens-lbl-manca"}},
			ui.Main(icon.Smartphone, "pens-btn-contatti-qui"),
		)},
		{At: at{"pens-contatti-3", "truffe"}, Show: ui.Card(
			vignette.Message{Label: "pens-lbl-truffe"},
			ui.Warning(icon.Warning, "pens-lbl-truffe"),
			ui.Safe(icon.Shield, "pens-lbl-nodati"),
		)},
	}
}
