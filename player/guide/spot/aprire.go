// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package spot

import (
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
	"videoguida/player/vignette"
)

// aprire: Come si apre.
var aprire = story.Scene{
	ID:    "aprire",
	Title: "spot-cap-aprire",
	Lines: []story.Line{
		{ID: "spot-5", Gestures: []story.Gesture{{Name: "present-left"}}},
	},
	Labels: []story.Label{
		{ID: "spot-lbl-qr", At: at{"spot-5", "qr"}, Look: story.Tile},
		{ID: "spot-lbl-myinps", At: at{"spot-5", "myinps"}, Look: story.Tile},
		{ID: "spot-lbl-io", At: at{"spot-5", "io"}, Look: story.Tile},
		{ID: "spot-lbl-mobile", At: at{"spot-5", "mobile"}, Look: story.Tile},
	},
	Alts: []story.Alt{{ID: "spot-alt-aprire"}},
}

// drawAprire gives the scene its picture.
func drawAprire(s *story.Scene) {
	s.Stage = ui.Stage{
		ui.Opening("spot-5", vignette.Emblem{Icon: icon.Mail}, "spot-cap-aprire"),
		{At: at{"spot-5", "qr"}, Show: ui.Card(
			vignette.Scan{At: at{"spot-5", "qr"}},
			ui.Grid(130,
				ui.Tile(icon.Mail, "spot-lbl-qr"),
				ui.Tile(icon.LoginId, "spot-lbl-myinps"),
				ui.Tile(icon.Smartphone, "spot-lbl-io"),
				ui.Tile(icon.Smartphone, "spot-lbl-mobile"),
			),
		)},
	}
}
