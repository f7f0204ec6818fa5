// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
	"videoguida/player/vignette"
)

// detrazioni: Se hai familiari a carico.
var detrazioni = story.Scene{
	ID:    "detrazioni",
	Title: "pens-cap-detrazioni",
	When:  "tassata",
	Lines: []story.Line{
		{ID: "pens-detrazioni-1", Gestures: []story.Gesture{{Name: "present-left"}}},
		{ID: "pens-detrazioni-2", Pause: 500, Gestures: []story.Gesture{{Name: "nod"}}},
	},
	Labels: []story.Label{
		{ID: "pens-lbl-carico", At: at{"pens-detrazioni-1", "carico"}},
	},
	Buttons: []story.Button{
		{ID: "pens-btn-detrazioni-qui", At: at{"pens-detrazioni-2", "domanda"}, Service: "svc-detrazioni"},
	},
	Topics: []story.Topic{{ID: "pens-lbl-carico", Text: "pens-inf-carico"}},
}

// drawDetrazioni gives the scene its picture.
func drawDetrazioni(s *story.Scene) {
	rule := ui.NewTopics(at{"pens-detrazioni-1", "carico"}, 200, "ui-continua", s.Topics)
	s.Words = []string{"ui-continua"}
	s.Stage = ui.Stage{
		{At: at{"pens-detrazioni-1", "carico"}, Show: ui.Card(
			vignette.Emblem{Icon: icon.Family},
			rule,
			ui.Main(icon.Document, "pens-btn-detrazioni-qui"),
		)},
	}
}
