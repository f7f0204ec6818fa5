// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
	"videoguida/player/vignette"
)

// documenti: I documenti di ogni anno.
var documenti = story.Scene{
	ID:    "documenti",
	Title: "pens-cap-documenti",
	Lines: []story.Line{
		{ID: "pens-documenti-1", Gestures: []story.Gesture{{Marker: "doc1", Name: "count-1"}}},
		{ID: "pens-documenti-2", Pause: 500, Gestures: []story.Gesture{{Marker: "doc2", Name: "count-2"}}},
	},
	Labels: []story.Label{
		{ID: "pens-lbl-obism", At: at{"pens-documenti-1", "doc1"}, Look: story.Tile},
		{ID: "pens-lbl-cu", At: at{"pens-documenti-2", "doc2"}, Look: story.Tile},
	},
	Buttons: []story.Button{
		{ID: "pens-btn-obism-qui", At: at{"pens-documenti-1", "doc1"}, Service: "svc-obism"},
		{ID: "pens-btn-cu-qui", At: at{"pens-documenti-2", "doc2"}, Service: "svc-cu"},
	},
	Alts: []story.Alt{
		{ID: "pens-alt-documenti"},
	},
}

// drawDocumenti gives the scene its picture.
func drawDocumenti(s *story.Scene) {
	s.Stage = ui.Stage{
		ui.Opening("pens-documenti-1", vignette.Emblem{Icon: icon.Certificate}, "pens-cap-documenti"),
		{At: at{"pens-documenti-1", "doc1"}, Show: ui.Card(
			ui.Grid(130,
				vignette.Paper{Icon: icon.Certificate, Label: "pens-lbl-obism"},
				vignette.Paper{Icon: icon.Document, Label: "pens-lbl-cu"},
			),
			ui.Button(icon.Certificate, "pens-btn-obism-qui"),
			ui.Button(icon.Document, "pens-btn-cu-qui"),
		)},
	}
}
