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

// quando: Quando arrivano i soldi.
var quando = story.Scene{
	ID:    "quando",
	Title: "naspi-cap-quando",
	Lines: []story.Line{
		{ID: "naspi-quando-1a", When: "primoPagamento, !primoPassato", Pause: 400, Gestures: []story.Gesture{{Name: "present-left"}}},
		{ID: "naspi-quando-1b", When: "!primoPagamento", Pause: 400, Gestures: []story.Gesture{{Name: "present-left"}}},
		{ID: "naspi-quando-1c", When: "primoPagamento, primoPassato", Pause: 400, Gestures: []story.Gesture{{Name: "present-left"}}},
		{ID: "naspi-quando-2", Gestures: []story.Gesture{{Name: "nod"}}},
		{ID: "naspi-quando-3", Pause: 400, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-quando-5", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-quando-6", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-quando-7", Pause: 500, Gestures: []story.Gesture{{Name: "neutral"}}},
	},
	Labels: []story.Label{
		{ID: "naspi-lbl-primo", At: at{"naspi-quando-1a", "data"}},
		{ID: "naspi-lbl-presto", At: at{"naspi-quando-1b", "data"}},
		{ID: "naspi-lbl-primo", At: at{"naspi-quando-1c", "data"}},
		{ID: "naspi-lbl-parziale", At: at{"naspi-quando-2", "basso"}},
		{ID: "naspi-lbl-meta", At: at{"naspi-quando-3", "meta"}},
		{ID: "naspi-lbl-fascicolo", At: at{"naspi-quando-5", "fascicolo"}},
		{ID: "naspi-lbl-via1", At: at{"naspi-quando-6", "via1"}},
		{ID: "naspi-lbl-via2", At: at{"naspi-quando-6", "via2"}},
		{ID: "naspi-lbl-via3", At: at{"naspi-quando-6", "via2"}},
		{ID: "naspi-lbl-spid", At: at{"naspi-quando-7", ""}, Look: story.Tile},
		{ID: "naspi-lbl-cie", At: at{"naspi-quando-7", ""}, Look: story.Tile},
		{ID: "naspi-lbl-cns", At: at{"naspi-quando-7", ""}, Look: story.Tile},
	},
	Buttons: []story.Button{
		{ID: "naspi-btn-fascicolo-qui", At: at{"naspi-quando-5", "fascicolo"}, Service: "svc-fascicolo"},
	},
	Alts: []story.Alt{
		{ID: "naspi-alt-quando"},
	},
}

// drawQuando gives the scene its picture.
func drawQuando(s *story.Scene, _ []benefit.Month) {
	s.Stage = ui.Stage{
		ui.Opening("naspi-quando-1a", vignette.Emblem{Icon: icon.Calendar}, "naspi-cap-quando"),
		ui.Opening("naspi-quando-1c", vignette.Emblem{Icon: icon.Calendar}, "naspi-cap-quando"),
		{At: at{"naspi-quando-1a", "data"}, Show: vignette.Leaf{Label: "naspi-lbl-primo"}},
		{At: at{"naspi-quando-1b", "data"}, Show: vignette.Leaf{Label: "naspi-lbl-presto"}},
		{At: at{"naspi-quando-1c", "data"}, Show: vignette.Leaf{Label: "naspi-lbl-primo"}},
		{At: at{"naspi-quando-2", "basso"}, Show: ui.Card(ui.Grid(150,
			vignette.Month{Label: "naspi-lbl-parziale", From: 20, To: 31},
			vignette.Month{Label: "naspi-lbl-meta", From: 1, To: 15},
		))},
		{At: at{"naspi-quando-5", "fascicolo"}, Show: ui.Open(
			vignette.Window{
				Title: "naspi-lbl-fascicolo",
				Items: []string{"naspi-lbl-via1", "naspi-lbl-via2", "naspi-lbl-via3"},
			},
			ui.Button(icon.Euro, "naspi-btn-fascicolo-qui"),
		)},
		{At: at{"naspi-quando-7", ""}, Show: ui.Card(ui.Grid(160,
			ui.Tile(icon.LoginId, "naspi-lbl-spid"),
			ui.Tile(icon.IdCard, "naspi-lbl-cie"),
			ui.Tile(icon.ChipCard, "naspi-lbl-cns"),
		))},
	}
}
