package naspi

import "videoguida/player/story"

// menu waits for one of the most frequent questions. An answer plays its part
// and comes back here.
var menu = story.Hold{
	ID: "menu",
	Choices: []story.Choice{
		{ID: "naspi-btn-dom-quanto", Scene: "quanto"},
		{ID: "naspi-btn-dom-quando", Scene: "quando"},
		{ID: "naspi-btn-dom-controllo", Scene: "quando", Line: "naspi-quando-5"},
		{ID: "naspi-btn-dom-lavoro", Scene: "lavoro"},
		{ID: "naspi-btn-dom-perdo", Scene: "lavoro", Line: "naspi-lavoro-8"},
	},
	Continue: "naspi-btn-dom-continua",
}

// tryYourCase waits while the person tries the new-job infographic.
var tryYourCase = story.Hold{
	ID:       "lavoro-info",
	Words:    []string{"naspi-inf-titolo", "naspi-inf-intro", "naspi-inf-q-tipo"},
	Continue: "naspi-inf-b-continua",
}
