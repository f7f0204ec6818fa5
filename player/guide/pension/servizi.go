// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// servizi: I servizi per te.
var servizi = story.Scene{
	ID:    "servizi",
	Title: "pens-cap-servizi",
	Lines: []story.Line{
		{ID: "pens-servizi-1", Brief: "lunga", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "pens-servizi-2", Pause: 600, Gestures: []story.Gesture{{Name: "open-hands"}}},
	},
	Buttons: forYou,
}

// drawServizi gives the scene its picture.
func drawServizi(s *story.Scene) {
	s.Words = services().Words()
	s.Stage = ui.Stage{
		{At: at{"pens-servizi-1", "lista"}, Show: services().In(1)},
	}
}

// forYou is every service that the guide names.
var forYou = []story.Button{
	{ID: "pens-btn-lettera", Detail: "pens-btn-lettera-d", Service: "svc-cassetta-postale", Login: "pens-lbl-login", At: at{"pens-servizi-1", "lista"}},
	{ID: "pens-btn-cedolino", Detail: "pens-btn-cedolino-d", Service: "svc-cedolino", Login: "pens-lbl-login", At: at{"pens-servizi-1", "lista"}},
	{ID: "pens-btn-obism", Detail: "pens-btn-obism-d", Service: "svc-obism", Login: "pens-lbl-login", At: at{"pens-servizi-1", "lista"}},
	{ID: "pens-btn-cu", Detail: "pens-btn-cu-d", Service: "svc-cu", Login: "pens-lbl-login", At: at{"pens-servizi-1", "lista"}},
	{ID: "pens-btn-detrazioni", Detail: "pens-btn-detrazioni-d", Service: "svc-detrazioni", Login: "pens-lbl-login", At: at{"pens-servizi-1", "lista"}},
	{ID: "pens-btn-banca", Detail: "pens-btn-banca-d", Service: "svc-cambio-conto", Login: "pens-lbl-login", At: at{"pens-servizi-1", "lista"}},
	{ID: "pens-btn-red", Detail: "pens-btn-red-d", Service: "svc-red", Login: "pens-lbl-login-red", At: at{"pens-servizi-1", "lista"}, When: "legataReddito"},
	{ID: "pens-btn-ricostituzione", Detail: "pens-btn-ricostituzione-d", Service: "svc-ricostituzione", Login: "pens-lbl-login", At: at{"pens-servizi-1", "lista"}},
	{ID: "pens-btn-consulente", Detail: "pens-btn-consulente-d", Service: "svc-consulente-pensioni", Login: "pens-lbl-login", At: at{"pens-servizi-1", "lista"}},
	{ID: "pens-btn-contatti", Detail: "pens-btn-contatti-d", Service: "svc-myinps-contatti", Login: "pens-lbl-login", At: at{"pens-servizi-1", "lista"}},
	{ID: "pens-btn-telefono", Detail: "pens-btn-telefono-d", Service: "svc-telefono", Login: "pens-lbl-nologin", At: at{"pens-servizi-1", "lista"}},
	{ID: "pens-btn-patronato", Detail: "pens-btn-patronato-d", Service: "svc-patronato", Login: "pens-lbl-nologin", At: at{"pens-servizi-1", "lista"}},
}

// services is the list of them.
func services() ui.ForYou {
	return ui.ForYou{Prefix: "pens-", List: forYou, Icons: []icon.Name{
		icon.Mail, icon.Euro, icon.Certificate, icon.Document, icon.Family, icon.Bank, icon.Transcript, icon.Replay, icon.Question, icon.Smartphone, icon.Phone, icon.People,
	}}
}
