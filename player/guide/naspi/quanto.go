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

// quanto: Quanto prendi ogni mese.
var quanto = story.Scene{
	ID:    "quanto",
	Title: "naspi-cap-quanto",
	Lines: []story.Line{
		{ID: "naspi-quanto-1", Pause: 600, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-quanto-2", Gestures: []story.Gesture{{Marker: "lordo", Name: "present-left"}}},
		{ID: "naspi-quanto-3", Pause: 400, Gestures: []story.Gesture{{Marker: "netto", Name: "present-right"}}},
		{ID: "naspi-quanto-4", Gestures: []story.Gesture{{Name: "open-hands"}}},
		{ID: "naspi-quanto-5a", When: "calcolo=base", Pause: 400, Gestures: []story.Gesture{{Name: "present-left"}}},
		{ID: "naspi-quanto-5b", When: "calcolo=soglia", Pause: 400, Gestures: []story.Gesture{{Name: "present-left"}}},
		{ID: "naspi-quanto-5c", When: "calcolo=massimo", Pause: 400, Gestures: []story.Gesture{{Name: "present-left"}}},
		{ID: "naspi-quanto-6", Pause: 500, Gestures: []story.Gesture{{Name: "point-down"}}},
	},
	Labels: []story.Label{
		{ID: "#importo", At: at{"naspi-quanto-1", "importo"}, Look: story.Amount},
		{ID: "naspi-lbl-almese", At: at{"naspi-quanto-1", "importo"}},
		{ID: "naspi-lbl-lordo", At: at{"naspi-quanto-2", "lordo"}},
		{ID: "naspi-lbl-tasse", At: at{"naspi-quanto-3", "netto"}},
		{ID: "naspi-lbl-netto", At: at{"naspi-quanto-3", "netto"}},
		{ID: "naspi-lbl-media", At: at{"naspi-quanto-4", "media"}},
		{ID: "naspi-lbl-75", At: at{"naspi-quanto-5a", "quota"}},
		{ID: "naspi-lbl-limite", At: at{"naspi-quanto-5b", "quota"}},
		{ID: "naspi-lbl-75", At: at{"naspi-quanto-5b", "quota"}},
		{ID: "naspi-lbl-25", At: at{"naspi-quanto-5b", "resto"}},
		{ID: "naspi-lbl-massimo", At: at{"naspi-quanto-5c", "quota"}},
	},
	Buttons: []story.Button{
		{ID: "naspi-btn-riepilogo", At: at{"naspi-quanto-6", "scarica"}, Action: "dl-riepilogo"},
	},
	Alts: []story.Alt{
		{ID: "naspi-alt-quanto"},
	},
}

// drawQuanto gives the scene its picture.
func drawQuanto(s *story.Scene, _ []benefit.Month) {
	s.Stage = ui.Stage{
		ui.Opening("naspi-quanto-1", vignette.Emblem{Icon: icon.Euro}, "naspi-cap-quanto"),
		{At: at{"naspi-quanto-1", "importo"}, Show: ui.Card(
			ui.Figure("#importo"),
			ui.Body("naspi-lbl-almese"),
			ui.Note(icon.Euro, "naspi-lbl-lordo"),
			vignette.Net{Tax: "naspi-lbl-tasse", Rest: "naspi-lbl-netto"},
		)},
		{At: at{"naspi-quanto-4", "media"}, Show: ui.Card(
			vignette.Pay{
				Mean: "naspi-lbl-media", Part: "naspi-lbl-75", Rest: "naspi-lbl-25",
				Limit: "naspi-lbl-limite", Most: "naspi-lbl-massimo",
			},
		)},
		{At: at{"naspi-quanto-6", "scarica"}, Show: ui.Card(
			ui.Figure("#importo"),
			ui.Body("naspi-lbl-almese"),
			ui.Main(icon.Download, "naspi-btn-riepilogo"),
		)},
	}
}
