package naspi

import (
	"videoguida/player/benefit"
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// voto: Dicci com'è andata.
var voto = story.Scene{
	ID:    "voto",
	Title: "naspi-cap-voto",
	Lines: []story.Line{
		{ID: "naspi-voto-1", Pause: 500, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-voto-2", Gestures: []story.Gesture{{Name: "neutral"}}},
		{ID: "naspi-voto-3", Pause: 600, Gestures: []story.Gesture{{Marker: "ciao", Name: "greet"}}},
	},
	Labels: []story.Label{
		{ID: "naspi-lbl-scade", At: at{"naspi-voto-2", "scade"}},
	},
	Extra: story.Rating,
}

// drawVoto gives the scene its picture.
func drawVoto(s *story.Scene, _ []benefit.Month) {
	s.Words = []string{
		"naspi-btn-voto-1", "naspi-btn-voto-2", "naspi-btn-voto-3", "naspi-btn-voto-4", "naspi-btn-voto-5",
		"naspi-lbl-voto-grazie", "naspi-btn-riguarda",
	}
	s.Stage = ui.Stage{
		{At: at{"naspi-voto-1", "voto"}, Show: ui.Card(
			ui.Title("naspi-cap-voto"),
			ui.Stars{
				At: at{"naspi-voto-1", "voto"}, Thanks: "naspi-lbl-voto-grazie",
				Labels: [5]string{"naspi-btn-voto-1", "naspi-btn-voto-2", "naspi-btn-voto-3", "naspi-btn-voto-4", "naspi-btn-voto-5"},
			},
			ui.Note(icon.Calendar, "naspi-lbl-scade"),
		)},
		{At: at{"naspi-voto-3", "ciao"}, Show: ui.Open(
			services(0.55),
			ui.MainDo(icon.Replay, "naspi-btn-riguarda", "replay"),
		)},
	}
}
