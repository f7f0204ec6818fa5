// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package naspi

import (
	"videoguida/player/benefit"
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// domande: Le tue domande.
var domande = story.Scene{
	ID:    "domande",
	Title: "naspi-cap-domande",
	Lines: []story.Line{
		{ID: "naspi-domande-1", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-domande-2", Pause: 500, Gestures: []story.Gesture{{Name: "open-hands"}}, Hold: &menu},
	},
}

// drawDomande gives the scene its picture.
func drawDomande(s *story.Scene, _ []benefit.Month) {
	s.Stage = ui.Stage{
		{At: at{"naspi-domande-1", "menu"}, Show: ui.Open(
			ui.Title("naspi-cap-domande"),
			&ui.Menu{
				Hold: &menu, From: at{"naspi-domande-1", "menu"}, On: at{"naspi-domande-2", "tocca"},
				Icons: []icon.Name{icon.Euro, icon.Calendar, icon.Document, icon.Briefcase, icon.ChartDown},
			},
		)},
	}
}
