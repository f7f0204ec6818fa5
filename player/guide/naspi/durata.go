// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package naspi

import (
	"videoguida/player/benefit"
	"videoguida/player/chart"
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
	"videoguida/player/vignette"
)

// durata: Quanto dura. Its chart is drawn from the person's months.
var durata = story.Scene{
	ID:    "durata",
	Title: "naspi-cap-durata",
	Lines: []story.Line{
		{ID: "naspi-durata-1", Gestures: []story.Gesture{{Name: "present-left"}}},
		{ID: "naspi-durata-2", Pause: 400, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-durata-3", Pause: 500, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-durata-4a", When: "riduzione=sesto", Gestures: []story.Gesture{{Name: "count-1"}}},
		{ID: "naspi-durata-4b", When: "riduzione=ottavo", Gestures: []story.Gesture{{Name: "nod"}}},
		{ID: "naspi-durata-4c", When: "riduzione=ottavo", Gestures: []story.Gesture{{Name: "count-1"}}},
		{ID: "naspi-durata-4d", When: "riduzione=nessuna", Pause: 400, Gestures: []story.Gesture{{Name: "neutral"}}},
		{ID: "naspi-durata-5", When: "riduzione=sesto|ottavo", Pause: 400, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-durata-6", Pause: 500, Gestures: []story.Gesture{{Name: "point-down"}}},
	},
	Labels: []story.Label{
		{ID: "naspi-lbl-inizio", At: at{"naspi-durata-1", "durata"}},
		{ID: "naspi-lbl-fine", At: at{"naspi-durata-1", "durata"}},
		{ID: "naspi-lbl-meno3", At: at{"naspi-durata-4a", "taglio"}},
		{ID: "naspi-lbl-55", At: at{"naspi-durata-4b", "anni"}},
		{ID: "naspi-lbl-meno3", At: at{"naspi-durata-4c", "taglio"}},
	},
	Buttons: []story.Button{
		{ID: "naspi-btn-tabella", At: at{"naspi-durata-6", "lettera"}, Action: "dl-tabella"},
	},
	Extra: story.Schedule,
	Alts: []story.Alt{
		{ID: "naspi-alt-durata", When: "riduzione=sesto|ottavo"},
		{ID: "naspi-alt-durata-fissa", When: "riduzione=nessuna"},
	},
}

// drawDurata gives the scene its picture.
func drawDurata(s *story.Scene, months []benefit.Month) {
	columns := chart.New(months, chart.Cues{
		Same:  []story.Cue{at{"naspi-durata-4a", "fermo"}, at{"naspi-durata-4c", "fermo"}, at{"naspi-durata-4d", "fermo"}},
		Cut:   []story.Cue{at{"naspi-durata-4a", "taglio"}, at{"naspi-durata-4c", "taglio"}},
		Chain: at{"naspi-durata-5", "ridotto"},
		Notes: []string{"naspi-lbl-55", "naspi-lbl-meno3"},
		Axis:  "naspi-lbl-colonna", Unit: "naspi-lbl-asse",
		Heading: [3]string{"naspi-tab-mese", "naspi-tab-giorni", "naspi-tab-importo"},
	})
	s.Words = columns.Words()
	s.Stage = ui.Stage{
		{At: at{"naspi-durata-1", "durata"}, Show: ui.Card(
			ui.Title("naspi-cap-durata"),
			vignette.Span{Start: "naspi-lbl-inizio", End: "naspi-lbl-fine", Months: "mesi", Lit: at{"naspi-durata-2", "fine"}},
		)},
		{At: at{"naspi-durata-3", "grafico"}, Show: ui.Card(columns)},
		{At: at{"naspi-durata-6", "lettera"}, Show: ui.Card(
			vignette.Emblem{Icon: icon.Mail},
			ui.Main(icon.Download, "naspi-btn-tabella"),
		)},
	}
}
