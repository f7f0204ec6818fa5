// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package dashboard

import (
	"strings"
	"time"

	"videoguida/static/metrics"
	"videoguida/static/metrics/declared"
)

// Check is one production check. Level is "bene", "attenzione" or "allarme".
type Check struct{ Level, Name, Text string }

// Limits of the checks. Figures are published in steps of a quarter of an hour,
// so nothing is noticed sooner.
const (
	silence   = 2 * time.Hour  // without openings after a delivery
	quiet     = 24 * time.Hour // without any figure in a campaign
	badShare  = 0.01           // of openings: refused for a wrong signature
	lateShare = 0.05           // of openings: refused because expired or not readable
	errShare  = 0.02           // of openings: errors
	manySent  = 500            // letters of a channel, of which some should be opened

	notice = 90 * 24 * time.Hour // before metrics are to be reviewed
)

// checks are what production has to look at, of the whole campaign.
func (r report) checks(health error) []Check {
	open := r.live.total("open")
	all := []Check{r.afterDelivery(open), r.silentChannels(), r.lastFigure()}
	for _, t := range r.troubles() {
		all = append(all, t.check(open))
	}
	all = append(all, r.tooMany(open), review(r.now))
	if health != nil {
		return append(all, Check{"allarme", "Conteggio", "Il conteggio è fermo: lo spazio sul disco e il registro del servizio dicono perché."})
	}
	return append(all, Check{"bene", "Conteggio", "Il conteggio è attivo."})
}

// afterDelivery is the alarm of a delivery that nobody opens.
func (r report) afterDelivery(open int64) Check {
	c := Check{"bene", "Aperture dopo l'invio", "Le lettere inviate vengono aperte."}
	since := time.Time{}
	for _, p := range r.series {
		if m := p.Count.Metric; since.IsZero() && (m == metrics.Sent || m == metrics.Issued) {
			since = p.Start
		}
	}
	switch {
	case open > 0:
		return c
	case r.live.delivered() == 0:
		c.Text = "Nessun invio registrato per questa campagna."
	case !since.IsZero() && r.now.Sub(since) < silence:
		c.Text = "Invio recente: ancora nessuna apertura."
	default:
		c.Level, c.Text = "allarme", "Nessuna apertura dopo l'invio: prova un codice stampato e l'indirizzo del sito."
	}
	return c
}

// silentChannels notices a channel whose letters nobody opens.
func (r report) silentChannels() Check {
	var silent []string
	for _, g := range r.live.groups(declared.ByChannel, declared.Channels) {
		if g.sent >= manySent && g.open == 0 {
			silent = append(silent, name(g.word))
		}
	}
	if len(silent) > 0 {
		return Check{"attenzione", "Canali", "Senza aperture: " + strings.Join(silent, ", ") + ". Il collegamento in quel canale funziona?"}
	}
	return Check{"bene", "Canali", "Nessun canale è senza aperture."}
}

func (r report) lastFigure() Check {
	if len(r.series) == 0 {
		return Check{"attenzione", "Ultimo dato", "Non è ancora stato pubblicato nulla."}
	}
	last := r.series[len(r.series)-1].Start
	text := "Pubblicato il " + date(metrics.Local(last)) + " alle " + metrics.Local(last).Format("15:04") + "."
	if r.now.Sub(last) > quiet {
		return Check{"attenzione", "Ultimo dato", text + " Se la campagna è in corso, il sito è raggiungibile?"}
	}
	return Check{"bene", "Ultimo dato", text}
}

// trouble is something that goes wrong now and then, and how often it may.
type trouble struct {
	name  string
	n     int64
	limit float64 // share of the openings; five times as much is an alarm
	ask   string  // what to look at
}

func (r report) troubles() []trouble {
	refused := func(codes ...string) (n int64) {
		for _, c := range codes {
			n += r.live.value("refused", c)
		}
		return n
	}
	return []trouble{
		{"Firme non valide", refused("signature", "forged"), badShare, "Le chiavi pubblicate corrispondono a quelle che firmano?"},
		{"Lettere scadute o revocate", refused("expired", "revoked"), lateShare, "Le lettere arrivano in tempo?"},
		{"Codici non leggibili", refused("unreadable"), lateShare, "La stampa è nitida? Il codice è intero?"},
		{"Errori della pagina", r.live.total("error"), errShare, "Vedi la tabella degli errori per browser."},
	}
}

// check compares a trouble with the openings.
func (t trouble) check(open int64) Check {
	c := Check{"bene", t.name, whole(t.n) + ": " + percent(t.n, open) + " delle aperture."}
	if t.n == 0 {
		c.Text = "Meno di 10."
	}
	if share := t.limit * float64(open); t.n > 0 && float64(t.n) > share {
		c.Level = "attenzione"
		if float64(t.n) > 5*share {
			c.Level = "allarme"
		}
		c.Text += " " + t.ask
	}
	return c
}

// review tells in good time that somebody must say whether what is counted is
// still needed. Counting goes on.
func review(now time.Time) Check {
	day := metrics.Local(now).Format(time.DateOnly)
	due, first := declared.Overdue(day)
	on, _ := time.Parse(time.DateOnly, first)
	c := Check{"bene", "Metriche da rivedere", "La prossima revisione è il " + date(on) + "."}
	soon, _ := declared.Overdue(metrics.Local(now.Add(notice)).Format(time.DateOnly))
	switch {
	case len(due) > 0:
		c.Level, c.Text = "allarme", "Revisione scaduta il "+date(on)+" per "+whole(int64(len(due)))+" metriche. Il conteggio continua: decidete se servono ancora."
	case len(soon) > 0:
		c.Level, c.Text = "attenzione", "Entro il "+date(on)+" decidete se "+whole(int64(len(soon)))+" metriche servono ancora."
	}
	return c
}

// tooMany notices counts that nobody can have caused by opening letters.
func (r report) tooMany(open int64) Check {
	sent := r.live.delivered()
	if sent > 0 && open > 3*sent {
		return Check{"attenzione", "Aperture plausibili", "Le aperture sono più del triplo delle guide inviate: qualcuno potrebbe gonfiare i conteggi."}
	}
	return Check{"bene", "Aperture plausibili", "Le aperture sono in proporzione agli invii."}
}
