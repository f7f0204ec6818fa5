package naspi

import "videoguida/player/story"

// durata: Quanto dura.
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
		{ID: "naspi-lbl-inizio", At: at("naspi-durata-1", "durata")},
		{ID: "naspi-lbl-fine", At: at("naspi-durata-1", "durata")},
		{ID: "naspi-lbl-meno3", At: at("naspi-durata-4a", "taglio")},
		{ID: "naspi-lbl-55", At: at("naspi-durata-4b", "anni")},
		{ID: "naspi-lbl-meno3", At: at("naspi-durata-4c", "taglio")},
	},
	Buttons: []story.Button{
		{ID: "naspi-btn-tabella", At: at("naspi-durata-6", "lettera"), Action: "dl-tabella"},
	},
	Extra: story.Schedule,
	Alts: []story.Alt{
		{ID: "naspi-alt-durata", When: "riduzione=sesto|ottavo"},
		{ID: "naspi-alt-durata-fissa", When: "riduzione=nessuna"},
	},
}
