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

// centro: Il Centro per l'impiego.
var centro = story.Scene{
	ID:    "centro",
	Title: "naspi-cap-centro",
	Lines: []story.Line{
		{ID: "naspi-centro-1", Gestures: []story.Gesture{{Name: "present-left"}}},
		{ID: "naspi-centro-2", Gestures: []story.Gesture{{Name: "nod"}}},
		{ID: "naspi-centro-3", Pause: 500, Gestures: []story.Gesture{{Marker: "s1", Name: "count-1"}, {Marker: "s2", Name: "count-2"}, {Marker: "s3", Name: "count-3"}}},
	},
	Labels: []story.Label{
		{ID: "naspi-lbl-cpi", At: at{"naspi-centro-1", "centro"}},
		{ID: "naspi-lbl-s1", At: at{"naspi-centro-3", "s1"}, Look: story.Tile},
		{ID: "naspi-lbl-s2", At: at{"naspi-centro-3", "s2"}, Look: story.Tile},
		{ID: "naspi-lbl-s3", At: at{"naspi-centro-3", "s3"}, Look: story.Tile},
	},
	Alts: []story.Alt{
		{ID: "naspi-alt-centro"},
	},
}

// drawCentro gives the scene its picture.
func drawCentro(s *story.Scene, _ []benefit.Month) {
	s.Stage = ui.Stage{
		{At: at{"naspi-centro-1", "centro"}, Show: ui.Card(
			vignette.Pair{
				First:  icon.EmploymentCentre,
				Second: ui.From(at{"naspi-centro-2", "avvisa"}, vignette.Emblem{Icon: icon.Phone}),
			},
			ui.Heading("naspi-lbl-cpi"),
		)},
		{At: at{"naspi-centro-3", "s1"}, Show: ui.Card(
			vignette.Stairs{
				Labels: [3]string{"naspi-lbl-s1", "naspi-lbl-s2", "naspi-lbl-s3"},
				Icons:  [3]icon.Name{icon.Calendar, icon.ChartDown, icon.Stop},
			},
		)},
	}
}
