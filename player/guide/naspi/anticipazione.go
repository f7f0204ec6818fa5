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

// anticipazione: Se ti metti in proprio.
var anticipazione = story.Scene{
	ID:    "anticipazione",
	Title: "naspi-cap-anticipazione",
	Lines: []story.Line{
		{ID: "naspi-anticipo-1", Gestures: []story.Gesture{{Name: "present-left"}}},
		{ID: "naspi-anticipo-2", Gestures: []story.Gesture{{Marker: "a1", Name: "count-1"}, {Marker: "a2", Name: "count-2"}, {Marker: "a3", Name: "count-3"}}},
		{ID: "naspi-anticipo-3", Gestures: []story.Gesture{{Name: "nod"}}},
		{ID: "naspi-anticipo-4a", When: "regolaAnticipo=2026", Pause: 400, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-anticipo-4b", When: "regolaAnticipo=2025", Pause: 400, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-anticipo-5", Pause: 500, Gestures: []story.Gesture{{Name: "open-hands"}}},
	},
	Labels: []story.Label{
		{ID: "naspi-lbl-auton", At: at{"naspi-anticipo-2", "a1"}, Look: story.Tile},
		{ID: "naspi-lbl-impresa", At: at{"naspi-anticipo-2", "a2"}, Look: story.Tile},
		{ID: "naspi-lbl-coop", At: at{"naspi-anticipo-2", "a3"}, Look: story.Tile},
		{ID: "naspi-lbl-30g", At: at{"naspi-anticipo-3", "trenta"}},
		{ID: "naspi-lbl-70", At: at{"naspi-anticipo-4a", "rata1"}, Look: story.Tile},
		{ID: "naspi-lbl-30", At: at{"naspi-anticipo-4a", "rata2"}, Look: story.Tile},
		{ID: "naspi-lbl-100", At: at{"naspi-anticipo-4b", "rata1"}, Look: story.Tile},
		{ID: "naspi-lbl-rendi", At: at{"naspi-anticipo-5", "rendi"}},
	},
	Buttons: []story.Button{
		{ID: "naspi-btn-anticipata-qui", At: at{"naspi-anticipo-3", "trenta"}, Service: "svc-naspi-anticipata"},
	},
	Alts: []story.Alt{
		{ID: "naspi-alt-anticipo", When: "regolaAnticipo=2026"},
		{ID: "naspi-alt-anticipo-una", When: "regolaAnticipo=2025"},
	},
}

// drawAnticipazione gives the scene its picture.
func drawAnticipazione(s *story.Scene, _ []benefit.Month) {
	s.Stage = ui.Stage{
		{At: at{"naspi-anticipo-1", "proprio"}, Show: ui.Card(
			ui.Title("naspi-cap-anticipazione"),
			vignette.Savings{At: at{"naspi-anticipo-1", "proprio"}},
		)},
		{At: at{"naspi-anticipo-2", "a1"}, Show: ui.Card(
			ui.Grid(400,
				ui.Tile(icon.PersonSelfEmployed, "naspi-lbl-auton"),
				ui.Tile(icon.Shop, "naspi-lbl-impresa"),
				ui.Tile(icon.People, "naspi-lbl-coop"),
			),
		)},
		{At: at{"naspi-anticipo-3", "trenta"}, Show: ui.Card(
			vignette.Thirty{Label: "naspi-lbl-30g"},
			ui.Body("naspi-lbl-30g"),
			ui.Main(icon.Shop, "naspi-btn-anticipata-qui"),
		)},
		{At: at{"naspi-anticipo-4a", "rata1"}, Show: ui.Card(
			vignette.Coin{Label: "naspi-lbl-70", Share: 0.7},
			vignette.Coin{Label: "naspi-lbl-30", Share: 0.3},
		)},
		{At: at{"naspi-anticipo-4b", "rata1"}, Show: ui.Card(
			vignette.Coin{Label: "naspi-lbl-100", Share: 1},
		)},
		{At: at{"naspi-anticipo-5", "rendi"}, Show: ui.Card(
			vignette.Back{Label: "naspi-lbl-rendi"},
			ui.Warning(icon.Warning, "naspi-lbl-rendi"),
		)},
	}
}
