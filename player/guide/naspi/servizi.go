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
	s.Words = []string{"ser-prima", "ser-altri"}
	s.Stage = ui.Stage{
		{At: at{"naspi-servizi-1", "lista"}, Show: services(1)},
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

// services is the list of them as links, in a share of the stage's height:
// whole with all its words, or only the names beside something else.
func services(share float32) *ui.Services {
	s := &ui.Services{
		Title: "naspi-cap-servizi", List: forYou, Share: share, Brief: share < 1,
		Icons: []icon.Name{
			icon.Certificate, icon.Euro, icon.Briefcase, icon.Shop, icon.EmploymentCentre,
			icon.Smartphone, icon.Mail, icon.Transcript, icon.Phone, icon.People,
		},
		Prev: "ser-prima", Next: "ser-altri",
	}
	if !s.Brief {
		s.Named = []ui.Named{
			{ID: "naspi-btn-patronato", At: at{"naspi-servizi-2", "patronato"}},
			{ID: "naspi-btn-telefono", At: at{"naspi-servizi-2", "telefono"}},
		}
	}
	return s
}
