package naspi

import "videoguida/player/story"

// lavoro: Se trovi un lavoro.
var lavoro = story.Scene{
	ID:    "lavoro",
	Title: "naspi-cap-lavoro",
	Lines: []story.Line{
		{ID: "naspi-lavoro-1", Gestures: []story.Gesture{{Name: "neutral"}}},
		{ID: "naspi-lavoro-2", Pause: 400, Gestures: []story.Gesture{{Marker: "uno", Name: "count-1"}, {Marker: "due", Name: "count-2"}, {Marker: "tre", Name: "count-3"}}},
		{ID: "naspi-lavoro-3", Pause: 400, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-lavoro-4", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-lavoro-5", Pause: 400, Gestures: []story.Gesture{{Marker: "trenta", Name: "nod"}}},
		{ID: "naspi-lavoro-6", When: "redditoDichiarato", Gestures: []story.Gesture{{Name: "neutral"}}},
		{ID: "naspi-lavoro-7", When: "redditoDichiarato", Pause: 400, Gestures: []story.Gesture{{Name: "nod"}}},
		{ID: "naspi-lavoro-8", Pause: 500, Gestures: []story.Gesture{{Name: "point-down"}}, Hold: &tryYourCase},
	},
	Labels: []story.Label{
		{ID: "naspi-lbl-tipo", At: at("naspi-lavoro-2", "uno"), Look: story.Tile},
		{ID: "naspi-lbl-durata", At: at("naspi-lavoro-2", "due"), Look: story.Tile},
		{ID: "naspi-lbl-reddito", At: at("naspi-lavoro-2", "tre"), Look: story.Tile},
		{ID: "naspi-lbl-intera", At: at("naspi-lavoro-3", "intera"), Look: story.Tile},
		{ID: "naspi-lbl-ridotta", At: at("naspi-lavoro-3", "ridotta"), Look: story.Tile},
		{ID: "naspi-lbl-sospesa", At: at("naspi-lavoro-3", "sospesa"), Look: story.Tile},
		{ID: "naspi-lbl-persa", At: at("naspi-lavoro-3", "persa"), Look: story.Tile},
		{ID: "naspi-lbl-80", At: at("naspi-lavoro-4", "ottanta")},
		{ID: "naspi-lbl-gennaio", At: at("naspi-lavoro-6", "gennaio")},
		{ID: "naspi-lbl-anchezero", At: at("naspi-lavoro-7", "zero")},
	},
	Buttons: []story.Button{
		{ID: "naspi-btn-com-qui", At: at("naspi-lavoro-5", "trenta"), Service: "svc-naspi-com"},
	},
	Extra: story.Job,
	Alts: []story.Alt{
		{ID: "naspi-alt-lavoro"},
	},
}
