// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package naspi

import (
	"videoguida/player/benefit"
	"videoguida/player/icon"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// servizi: I servizi per te.
var servizi = story.Scene{
	ID:    "servizi",
	Title: "naspi-cap-servizi",
	Lines: []story.Line{
		{ID: "naspi-servizi-1", Gestures: []story.Gesture{{Name: "present-right"}}},
		{ID: "naspi-servizi-2", Pause: 600, Gestures: []story.Gesture{{Name: "open-hands"}}},
	},
	Buttons: forYou,
}

// drawServizi gives the scene its picture.
func drawServizi(s *story.Scene, _ []benefit.Month) {
	s.Words = services().Words()
	s.Stage = ui.Stage{
		{At: at{"naspi-servizi-1", "lista"}, Show: services().In(1)},
	}
}

// forYou is every service that the guide names.
var forYou = []story.Button{
	{ID: "naspi-btn-naspi", Detail: "naspi-btn-naspi-d", Service: "svc-naspi", Login: "naspi-lbl-login", At: at{"naspi-servizi-1", "lista"}},
	{ID: "naspi-btn-fascicolo", Detail: "naspi-btn-fascicolo-d", Service: "svc-fascicolo", Login: "naspi-lbl-login", At: at{"naspi-servizi-1", "lista"}},
	{ID: "naspi-btn-com", Detail: "naspi-btn-com-d", Service: "svc-naspi-com", Login: "naspi-lbl-login", At: at{"naspi-servizi-1", "lista"}},
	{ID: "naspi-btn-anticipata", Detail: "naspi-btn-anticipata-d", Service: "svc-naspi-anticipata", Login: "naspi-lbl-login", At: at{"naspi-servizi-1", "lista"}},
	{ID: "naspi-btn-siisl", Detail: "naspi-btn-siisl-d", Service: "svc-siisl", Login: "naspi-lbl-login-siisl", At: at{"naspi-servizi-1", "lista"}, When: "siisl"},
	{ID: "naspi-btn-contatti", Detail: "naspi-btn-contatti-d", Service: "svc-myinps-contatti", Login: "naspi-lbl-login", At: at{"naspi-servizi-1", "lista"}},
	{ID: "naspi-btn-lettera", Detail: "naspi-btn-lettera-d", Service: "svc-cassetta-postale", Login: "naspi-lbl-login", At: at{"naspi-servizi-1", "lista"}},
	{ID: "naspi-btn-dossier", Detail: "naspi-btn-dossier-d", Service: "svc-dossier-naspi", Login: "naspi-lbl-nologin", At: at{"naspi-servizi-1", "lista"}},
	{ID: "naspi-btn-telefono", Detail: "naspi-btn-telefono-d", Service: "svc-telefono", Login: "naspi-lbl-nologin", At: at{"naspi-servizi-1", "lista"}},
	{ID: "naspi-btn-patronato", Detail: "naspi-btn-patronato-d", Service: "svc-patronato", Login: "naspi-lbl-nologin", At: at{"naspi-servizi-1", "lista"}},
}

// services is the list of them.
func services() ui.ForYou {
	return ui.ForYou{Prefix: "naspi-", List: forYou, Icons: []icon.Name{
		icon.Certificate, icon.Euro, icon.Briefcase, icon.Shop, icon.EmploymentCentre,
		icon.Smartphone, icon.Mail, icon.Transcript, icon.Phone, icon.People,
	}}
}
