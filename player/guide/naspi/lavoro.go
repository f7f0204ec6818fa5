// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package naspi

import (
	"videoguida/player/benefit"
	"videoguida/player/icon"
	"videoguida/player/newjob"
	"videoguida/player/story"
	"videoguida/player/ui"
	"videoguida/player/vignette"
)

// lavoro: Se trovi un lavoro. It ends with the infographic that waits.
var lavoro = story.Scene{
	ID:    "lavoro",
	Title: "naspi-cap-lavoro",
	Lines: []story.Line{
		{ID: "naspi-lavoro-1", Gestures: []story.Gesture{{Name: "neutral"}}},
		{ID: "naspi-lavoro-2", Pause: 400, Gestures: []story.Gesture{{Marker: "uno", Name: "count-1"}, {Marker: "due", Name: "count-2"}, {Marker: "tre", Name: "count-3"}}},
		{ID: "naspi-lavoro-3", Pause: 400, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-lavoro-4", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-lavoro-5", Pause: 400, Gestures: []story.Gesture{{Marker: "trenta", Name: "nod"}}},
		{ID: "naspi-lavoro-6", When: "redditoDichiarato", Gestures: []story.Gesture{{Name: "neutral"}}},
		{ID: "naspi-lavoro-7", When: "redditoDichiarato", Pause: 400, Gestures: []story.Gesture{{Name: "nod"}}},
		{ID: "naspi-lavoro-8", Pause: 500, Gestures: []story.Gesture{{Name: "point-down"}}, Hold: &tryYourCase},
	},
	Labels: []story.Label{
		{ID: "naspi-lbl-tipo", At: at{"naspi-lavoro-2", "uno"}, Look: story.Tile},
		{ID: "naspi-lbl-durata", At: at{"naspi-lavoro-2", "due"}, Look: story.Tile},
		{ID: "naspi-lbl-reddito", At: at{"naspi-lavoro-2", "tre"}, Look: story.Tile},
		{ID: "naspi-lbl-intera", At: at{"naspi-lavoro-3", "intera"}, Look: story.Tile},
		{ID: "naspi-lbl-ridotta", At: at{"naspi-lavoro-3", "ridotta"}, Look: story.Tile},
		{ID: "naspi-lbl-sospesa", At: at{"naspi-lavoro-3", "sospesa"}, Look: story.Tile},
		{ID: "naspi-lbl-persa", At: at{"naspi-lavoro-3", "persa"}, Look: story.Tile},
		{ID: "naspi-lbl-80", At: at{"naspi-lavoro-4", "ottanta"}},
		{ID: "naspi-lbl-gennaio", At: at{"naspi-lavoro-6", "gennaio"}},
		{ID: "naspi-lbl-anchezero", At: at{"naspi-lavoro-7", "zero"}},
	},
	Buttons: []story.Button{
		{ID: "naspi-btn-com-qui", At: at{"naspi-lavoro-5", "trenta"}, Service: "svc-naspi-com"},
	},
	Extra: story.Job,
	Alts: []story.Alt{
		{ID: "naspi-alt-lavoro"},
	},
}

// drawLavoro gives the scene its picture.
func drawLavoro(s *story.Scene, _ []benefit.Month) {
	quiz := newjob.New(forYou)
	s.Lines = asking(s.Lines, quiz)
	s.Stage = ui.Stage{
		{At: at{"naspi-lavoro-1", "lavoro"}, Show: ui.Card(
			vignette.Emblem{Icon: icon.Briefcase},
			ui.Heading("naspi-cap-lavoro"),
		)},
		{At: at{"naspi-lavoro-2", "uno"}, Show: ui.Card(
			ui.Grid(400,
				ui.Tile(icon.Briefcase, "naspi-lbl-tipo"),
				ui.Tile(icon.Clock, "naspi-lbl-durata"),
				ui.Tile(icon.Euro, "naspi-lbl-reddito"),
			),
		)},
		{At: at{"naspi-lavoro-3", "intera"}, Show: ui.Card(ui.Grid(140,
			ui.ToneTile(icon.Check, "naspi-lbl-intera", ui.Good),
			ui.ToneTile(icon.ChartDown, "naspi-lbl-ridotta", ui.Careful),
			ui.ToneTile(icon.Pause, "naspi-lbl-sospesa", ui.Calm),
			ui.ToneTile(icon.Stop, "naspi-lbl-persa", ui.Over),
		))},
		{At: at{"naspi-lavoro-4", "ottanta"}, Show: ui.Card(
			ui.ToneTile(icon.ChartDown, "naspi-lbl-ridotta", ui.Careful),
			vignette.Cut{Label: "naspi-lbl-80"},
			ui.Body("naspi-lbl-80"),
		)},
		{At: at{"naspi-lavoro-5", "trenta"}, Show: ui.Card(
			vignette.Thirty{Label: "naspi-btn-com-qui"},
			ui.Main(icon.Briefcase, "naspi-btn-com-qui"),
		)},
		{At: at{"naspi-lavoro-6", "gennaio"}, Show: ui.Card(
			vignette.Month{Label: "naspi-lbl-gennaio", From: 1, To: 31, Last: true},
			ui.Warning(icon.Warning, "naspi-lbl-anchezero"),
		)},
		{At: at{"naspi-lavoro-8", "prova"}, Show: quiz},
	}
}
