package naspi

import "videoguida/player/story"

// contatti: I tuoi contatti.
var contatti = story.Scene{
	ID:    "contatti",
	Title: "naspi-cap-contatti",
	Lines: []story.Line{
		{ID: "naspi-contatti-1a", When: "contatti=ok", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-contatti-1b", When: "contatti=mancanti", Gestures: []story.Gesture{{Name: "open-hands"}}},
		{ID: "naspi-contatti-2b", When: "contatti=mancanti", Pause: 400, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-contatti-3", Gestures: []story.Gesture{{Name: "open-hands"}}},
		{ID: "naspi-contatti-4", Pause: 500, Gestures: []story.Gesture{{Name: "nod"}}},
	},
	Labels: []story.Label{
		{ID: "naspi-lbl-myinps", At: at("naspi-contatti-1a", "myinps")},
		{ID: "naspi-lbl-manca", At: at("naspi-contatti-1b", "contatto")},
		{ID: "naspi-lbl-myinps", At: at("naspi-contatti-2b", "myinps")},
		{ID: "naspi-lbl-truffe", At: at("naspi-contatti-3", "truffe"), Look: story.Warning},
		{ID: "naspi-lbl-nodati", At: at("naspi-contatti-4", "dati"), Look: story.Warning},
	},
	Buttons: []story.Button{
		{ID: "naspi-btn-contatti-qui", At: at("naspi-contatti-2b", "myinps"), Service: "svc-myinps-contatti"},
	},
}
