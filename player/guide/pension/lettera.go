// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
	"videoguida/player/vignette"
)

// lettera: La tua lettera.
var lettera = story.Scene{
	ID:    "lettera",
	Title: "pens-cap-lettera",
	Lines: []story.Line{
		{ID: "pens-lettera-1a", When: "gestione=privata", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-lettera-1b", When: "gestione=cpdel", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-lettera-1c", When: "!gestione=privata", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-lettera-2", Gestures: []story.Gesture{{Marker: "d1", Name: "count-1"}, {Marker: "d2", Name: "count-2"}, {Marker: "d3", Name: "count-3"}}},
		{ID: "pens-lettera-3", Gestures: []story.Gesture{{Name: "nod"}}},
		{ID: "pens-lettera-4", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-lettera-5", Pause: 500, Gestures: []story.Gesture{{Name: "neutral"}}},
	},
	Labels: []story.Label{
		{ID: "pens-lbl-te08", At: at{"pens-lettera-1a", "lettera"}},
		{ID: "pens-lbl-cpdel", At: at{"pens-lettera-1b", "ente"}},
		{ID: "pens-lbl-lettera", At: at{"pens-lettera-1c", "lettera"}},
		{ID: "pens-lbl-d1", At: at{"pens-lettera-2", "d1"}, Look: story.Tile},
		{ID: "pens-lbl-d2", At: at{"pens-lettera-2", "d2"}, Look: story.Tile},
		{ID: "pens-lbl-d3", At: at{"pens-lettera-2", "d3"}, Look: story.Tile},
		{ID: "pens-lbl-cassetta", At: at{"pens-lettera-3", "cassetta"}},
		{ID: "pens-lbl-myinps", At: at{"pens-lettera-4", "myinps"}},
		{ID: "pens-lbl-spid", At: at{"pens-lettera-5", ""}, Look: story.Tile},
		{ID: "pens-lbl-cie", At: at{"pens-lettera-5", ""}, Look: story.Tile},
		{ID: "pens-lbl-cns", At: at{"pens-lettera-5", ""}, Look: story.Tile},
	},
	Buttons: []story.Button{
		{ID: "pens-btn-lettera-qui", At: at{"pens-lettera-3", "cassetta"}, Service: "svc-cassetta-postale"},
	},
	Alts: []story.Alt{
		{ID: "pens-alt-lettera"},
	},
}

// drawLettera gives the scene its picture.
func drawLettera(s *story.Scene) {
	parts := []string{"pens-lbl-d1", "pens-lbl-d2", "pens-lbl-d3"}
	s.Stage = ui.Stage{
		{At: at{"pens-lettera-1a", "lettera"}, Show: ui.Card(
			vignette.Letter{Title: "pens-lbl-te08", Parts: parts},
		)},
		{At: at{"pens-lettera-1b", "ente"}, Show: ui.Card(
			vignette.Emblem{Icon: icon.TownHall},
			ui.Heading("pens-lbl-cpdel"),
		)},
		{At: at{"pens-lettera-1c", "lettera"}, Show: ui.Card(
			vignette.Letter{Title: "pens-lbl-lettera", Parts: parts},
		)},
		{At: at{"pens-lettera-3", "cassetta"}, Show: ui.Card(
			vignette.Mailbox{Label: "pens-lbl-cassetta"},
			ui.Heading("pens-lbl-cassetta"),
			ui.Main(icon.Mail, "pens-btn-lettera-qui"),
		)},
		{At: at{"pens-lettera-4", "myinps"}, Show: ui.Open(
			vignette.Window{Title: "pens-lbl-myinps", Icons: []icon.Name{icon.IdCard, icon.Mail, icon.Euro}},
		)},
		{At: at{"pens-lettera-5", ""}, Show: ui.Card(ui.Grid(160,
			ui.Tile(icon.LoginId, "pens-lbl-spid"),
			ui.Tile(icon.IdCard, "pens-lbl-cie"),
			ui.Tile(icon.ChipCard, "pens-lbl-cns"),
		))},
	}
}
