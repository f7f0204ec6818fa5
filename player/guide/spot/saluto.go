// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package spot

import (
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
	"videoguida/player/vignette"
)

// saluto: Quando vuoi tu.
var saluto = story.Scene{
	ID:    "saluto",
	Title: "spot-cap-saluto",
	Lines: []story.Line{
		{ID: "spot-6", Gestures: []story.Gesture{{Name: "nod"}}},
		{ID: "spot-7", Pause: 600, Gestures: []story.Gesture{{Name: "smile"}}},
	},
	Labels: []story.Label{
		{ID: "spot-lbl-sei", At: at{"spot-6", "sei"}},
		{ID: "spot-lbl-gratis", At: at{"spot-6", "gratis"}},
		{ID: "spot-lbl-parole", At: at{"spot-7", "logo"}, Look: story.Title},
	},
}

// drawSaluto gives the scene its picture.
func drawSaluto(s *story.Scene) {
	s.Stage = ui.Stage{
		ui.Opening("spot-6", vignette.Emblem{Icon: icon.Clock}, "spot-cap-saluto"),
		{At: at{"spot-6", "sei"}, Show: ui.Open(
			vignette.Leaf{Label: "spot-lbl-sei"},
			ui.Safe(icon.Shield, "spot-lbl-gratis"),
		)},
		{At: at{"spot-7", "logo"}, Show: ui.Open(
			ui.Greeting("spot-lbl-parole"),
		)},
	}
}
