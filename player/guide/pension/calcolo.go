// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
	"videoguida/player/vignette"
)

// calcolo: Come nasce la tua pensione.
var calcolo = story.Scene{
	ID:    "calcolo",
	Title: "pens-cap-calcolo",
	Lines: []story.Line{
		{ID: "pens-calcolo-1", When: "metodo=retributivo|misto|contributivo", Pause: 400, Gestures: []story.Gesture{{Name: "present-left"}}},
		{ID: "pens-calcolo-2a", When: "metodo=misto", Gestures: []story.Gesture{{Marker: "p1", Name: "count-1"}, {Marker: "p2", Name: "count-2"}}},
		{ID: "pens-calcolo-3a", When: "metodo=misto", Gestures: []story.Gesture{{Name: "nod"}}},
		{ID: "pens-calcolo-2b", When: "metodo=retributivo", Gestures: []story.Gesture{{Marker: "p1", Name: "count-1"}, {Marker: "p2", Name: "count-2"}}},
		{ID: "pens-calcolo-3b", When: "metodo=retributivo", Gestures: []story.Gesture{{Name: "nod"}}},
		{ID: "pens-calcolo-2c", When: "metodo=contributivo", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-calcolo-3c", When: "metodo=contributivo", Gestures: []story.Gesture{{Name: "nod"}}},
		{ID: "pens-calcolo-2d", When: "metodo=superstiti", Gestures: []story.Gesture{{Name: "open-hands"}}},
		{ID: "pens-calcolo-4", Brief: "lunga", Pause: 500, Gestures: []story.Gesture{{Name: "nod"}}},
	},
	Labels: []story.Label{
		{ID: "pens-lbl-contributi", At: at{"pens-calcolo-1", "contributi"}},
		{ID: "pens-lbl-paga95", At: at{"pens-calcolo-2a", "p1"}},
		{ID: "pens-lbl-versati96", At: at{"pens-calcolo-2a", "p2"}},
		{ID: "pens-lbl-misto", At: at{"pens-calcolo-3a", "nome"}},
		{ID: "pens-lbl-paga11", At: at{"pens-calcolo-2b", "p1"}},
		{ID: "pens-lbl-versati12", At: at{"pens-calcolo-2b", "p2"}},
		{ID: "pens-lbl-retributivo", At: at{"pens-calcolo-3b", "nome"}},
		{ID: "pens-lbl-versati", At: at{"pens-calcolo-2c", "p1"}, Look: story.Tile},
		{ID: "pens-lbl-eta", At: at{"pens-calcolo-2c", "p2"}, Look: story.Tile},
		{ID: "pens-lbl-contributivo", At: at{"pens-calcolo-3c", "nome"}},
		{ID: "pens-lbl-quota", At: at{"pens-calcolo-2d", "p1"}},
	},
	Alts: []story.Alt{
		{ID: "pens-alt-calcolo-due", When: "metodo=misto|retributivo"},
		{ID: "pens-alt-calcolo-contr", When: "metodo=contributivo"},
		{ID: "pens-alt-calcolo-sup", When: "metodo=superstiti"},
	},
}

// drawCalcolo gives the scene its picture.
func drawCalcolo(s *story.Scene) {
	s.Stage = ui.Stage{
		ui.Opening("pens-calcolo-1", vignette.Emblem{Icon: icon.Piggy}, "pens-cap-calcolo"),
		ui.Opening("pens-calcolo-2d", vignette.Emblem{Icon: icon.Document}, "pens-cap-calcolo"),
		{At: at{"pens-calcolo-1", "contributi"}, Show: ui.Card(
			vignette.Contributions{At: at{"pens-calcolo-1", "contributi"}},
			ui.Heading("pens-lbl-contributi"),
		)},
		{At: at{"pens-calcolo-2a", "p1"}, Show: ui.Card(
			ui.Title("pens-cap-calcolo"),
			vignette.Halves{First: "pens-lbl-paga95", Second: "pens-lbl-versati96", Name: "pens-lbl-misto"},
		)},
		{At: at{"pens-calcolo-2b", "p1"}, Show: ui.Card(
			ui.Title("pens-cap-calcolo"),
			vignette.Halves{First: "pens-lbl-paga11", Second: "pens-lbl-versati12", Name: "pens-lbl-retributivo", OfFirst: true},
		)},
		{At: at{"pens-calcolo-2c", "p1"}, Show: ui.Card(
			vignette.Contributions{At: at{"pens-calcolo-2c", "p1"}},
			ui.Grid(130,
				ui.Tile(icon.Piggy, "pens-lbl-versati"),
				ui.Tile(icon.Calendar, "pens-lbl-eta"),
			),
			ui.Note(icon.Tick, "pens-lbl-contributivo"),
		)},
		{At: at{"pens-calcolo-2d", "p1"}, Show: ui.Card(
			ui.Title("pens-cap-calcolo"),
			vignette.Part{Of: at{"pens-calcolo-2d", "p1"}, Most: true},
			ui.Heading("pens-lbl-quota"),
		)},
		{At: at{"pens-calcolo-4", "foglio"}, Show: ui.Card(
			vignette.Emblem{Icon: icon.Mail},
		)},
	}
}
