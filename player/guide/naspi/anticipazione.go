package naspi

import "videoguida/player/story"

// anticipazione: Se ti metti in proprio.
var anticipazione = story.Scene{
	ID:    "anticipazione",
	Title: "naspi-cap-anticipazione",
	Lines: []story.Line{
		{ID: "naspi-anticipo-1", Gestures: []story.Gesture{{Name: "present-left"}}},
		{ID: "naspi-anticipo-2", Gestures: []story.Gesture{{Marker: "a1", Name: "count-1"}, {Marker: "a2", Name: "count-2"}, {Marker: "a3", Name: "count-3"}}},
		{ID: "naspi-anticipo-3", Gestures: []story.Gesture{{Name: "nod"}}},
		{ID: "naspi-anticipo-4a", When: "regolaAnticipo=2026", Pause: 400, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-anticipo-4b", When: "regolaAnticipo=2025", Pause: 400, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-anticipo-5", Pause: 500, Gestures: []story.Gesture{{Name: "open-hands"}}},
	},
	Labels: []story.Label{
		{ID: "naspi-lbl-auton", At: at("naspi-anticipo-2", "a1"), Look: story.Tile},
		{ID: "naspi-lbl-impresa", At: at("naspi-anticipo-2", "a2"), Look: story.Tile},
		{ID: "naspi-lbl-coop", At: at("naspi-anticipo-2", "a3"), Look: story.Tile},
		{ID: "naspi-lbl-30g", At: at("naspi-anticipo-3", "trenta")},
		{ID: "naspi-lbl-70", At: at("naspi-anticipo-4a", "rata1"), Look: story.Tile},
		{ID: "naspi-lbl-30", At: at("naspi-anticipo-4a", "rata2"), Look: story.Tile},
		{ID: "naspi-lbl-100", At: at("naspi-anticipo-4b", "rata1"), Look: story.Tile},
		{ID: "naspi-lbl-rendi", At: at("naspi-anticipo-5", "rendi")},
	},
	Buttons: []story.Button{
		{ID: "naspi-btn-anticipata-qui", At: at("naspi-anticipo-3", "trenta"), Service: "svc-naspi-anticipata"},
	},
	Alts: []story.Alt{
		{ID: "naspi-alt-anticipo", When: "regolaAnticipo=2026"},
		{ID: "naspi-alt-anticipo-una", When: "regolaAnticipo=2025"},
	},
}
