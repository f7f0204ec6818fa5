package naspi

import "videoguida/player/story"

// domande: Le tue domande.
var domande = story.Scene{
	ID:    "domande",
	Title: "naspi-cap-domande",
	Lines: []story.Line{
		{ID: "naspi-domande-1", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-domande-2", Pause: 500, Gestures: []story.Gesture{{Name: "open-hands"}}, Hold: &menu},
	},
}
