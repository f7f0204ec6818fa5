package pension

import (
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// voto: Dicci com'è andata.
var voto = story.Scene{
	ID:    "voto",
	Title: "pens-cap-voto",
	Lines: []story.Line{
		{ID: "pens-voto-1", Pause: 700, Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-voto-2", Gestures: []story.Gesture{{Name: "neutral"}}},
		{ID: "pens-voto-3a", When: "tono=lieto", Pause: 600, Gestures: []story.Gesture{{Marker: "ciao", Name: "greet"}}},
		{ID: "pens-voto-3b", When: "tono=sobrio", Pause: 600, Gestures: []story.Gesture{{Marker: "ciao", Name: "greet"}}},
	},
	Labels: []story.Label{
		{ID: "pens-lbl-scade", At: at{"pens-voto-2", "scade"}},
	},
	Extra: story.Rating,
}

// drawVoto gives the scene its picture.
func drawVoto(s *story.Scene) {
	stars := [5]string{"pens-btn-voto-1", "pens-btn-voto-2", "pens-btn-voto-3", "pens-btn-voto-4", "pens-btn-voto-5"}
	s.Words = append(stars[:], "pens-lbl-voto-grazie", "pens-btn-riguarda")
	farewell := ui.Open(
		services(0.55),
		ui.MainDo(icon.Replay, "pens-btn-riguarda", "replay"),
	)
	s.Stage = ui.Stage{
		{At: at{"pens-voto-1", "voto"}, Show: ui.Card(
			ui.Title("pens-cap-voto"),
			ui.Stars{At: at{"pens-voto-1", "voto"}, Thanks: "pens-lbl-voto-grazie", Labels: stars},
			ui.Note(icon.Calendar, "pens-lbl-scade"),
		)},
		{At: at{"pens-voto-3a", "ciao"}, Show: farewell},
		{At: at{"pens-voto-3b", "ciao"}, Show: farewell},
	}
}
