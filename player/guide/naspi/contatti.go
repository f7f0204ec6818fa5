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

// contatti: I tuoi contatti.
var contatti = story.Scene{
	ID:    "contatti",
	Title: "naspi-cap-contatti",
	Lines: []story.Line{
		{ID: "naspi-contatti-1a", When: "contatti=ok", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-contatti-1b", When: "contatti=mancanti", Gestures: []story.Gesture{{Name: "open-hands"}}},
		{ID: "naspi-contatti-2b", When: "contatti=mancanti", Pause: 400, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-contatti-3", Gestures: []story.Gesture{{Name: "open-hands"}}},
		{ID: "naspi-contatti-4", Pause: 500, Gestures: []story.Gesture{{Name: "nod"}}},
	},
	Labels: []story.Label{
		{ID: "naspi-lbl-myinps", At: at{"naspi-contatti-1a", "myinps"}},
		{ID: "naspi-lbl-manca", At: at{"naspi-contatti-1b", "contatto"}},
		{ID: "naspi-lbl-myinps", At: at{"naspi-contatti-2b", "myinps"}},
		{ID: "naspi-lbl-truffe", At: at{"naspi-contatti-3", "truffe"}, Look: story.Warning},
		{ID: "naspi-lbl-nodati", At: at{"naspi-contatti-4", "dati"}, Look: story.Warning},
	},
	Buttons: []story.Button{
		{ID: "naspi-btn-contatti-qui", At: at{"naspi-contatti-2b", "myinps"}, Service: "svc-myinps-contatti"},
	},
}

// drawContatti gives the scene its picture.
func drawContatti(s *story.Scene, _ []benefit.Month) {
	s.Stage = ui.Stage{
		ui.Opening("naspi-contatti-1a", vignette.Emblem{Icon: icon.Smartphone}, "naspi-cap-contatti"),
		{At: at{"naspi-contatti-1a", "myinps"}, Show: ui.Card(
			vignette.Phone{Icon: icon.IdCard, Labels: []string{"naspi-lbl-myinps"}},
		)},
		{At: at{"naspi-contatti-1b", "contatto"}, Show: ui.Card(
			vignette.Phone{Icon: icon.Question, Labels: []string{"naspi-lbl-manca", "naspi-lbl-myinps"}},
			ui.Main(icon.Smartphone, "naspi-btn-contatti-qui"),
		)},
		{At: at{"naspi-contatti-3", "truffe"}, Show: ui.Card(
			vignette.Message{Label: "naspi-lbl-truffe"},
			ui.Warning(icon.Warning, "naspi-lbl-truffe"),
			ui.Safe(icon.Shield, "naspi-lbl-nodati"),
		)},
	}
}
