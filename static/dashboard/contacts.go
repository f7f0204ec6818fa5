// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package dashboard

import (
	"errors"
	"fmt"
	"math"
	"net/http"

	"videoguida/static/metrics/crm"
)

// contactsPage is the comparison of contacts.
type contactsPage struct {
	frame
	Results []comparison
	Lacking string
	Format  string
}

// comparison is one channel's result in words and charts.
type comparison struct {
	Channel                                      string
	Change, Interval, Verdict, Naive, Detectable string
	Placebo, PlaceboVerdict, Trend, TrendVerdict string
	Weeks                                        string
	Figure, Gap                                  Figure
}

func (s *Server) contacts(w http.ResponseWriter, r *http.Request) { s.showContacts(w, r, "", nil) }

func (s *Server) showContacts(w http.ResponseWriter, r *http.Request, said string, wrong error) {
	p := contactsPage{frame: s.frame(r, "Contatti", "contatti")}
	status := http.StatusOK
	if wrong != nil {
		p.Wrong, status = "Il file non è stato importato: "+wrong.Error(), http.StatusBadRequest
	} else {
		p.Said = said
	}
	rows, err := s.Source.Contacts(r.Context())
	if err != nil {
		s.fail(w, err)
		return
	}
	p.compare(rows)
	s.show(w, status, "contatti.html", p)
}

// lacks says in Italian what a comparison needs.
func lacks(err error) string {
	switch {
	case errors.Is(err, crm.ErrNoTreated):
		return "Nessun argomento ha treated = 1: manca il gruppo che ha ricevuto la guida."
	case errors.Is(err, crm.ErrNoControl):
		return "Tutti gli argomenti hanno treated = 1: manca un gruppo di confronto."
	case errors.Is(err, crm.ErrFewWeeks):
		return "Servono almeno quattro settimane intere prima dell'inizio e quattro dopo."
	}
	return "Il confronto non si può fare."
}

// compare makes a comparison of all channels together and of each.
func (p *contactsPage) compare(rows []crm.Row) {
	if len(rows) == 0 {
		p.Lacking = "Non è ancora stato importato nulla."
		return
	}
	for i, channel := range append([]string{""}, crm.Channels(rows)...) {
		res, err := crm.Compare(rows, channel)
		if err != nil {
			if i == 0 {
				p.Lacking = lacks(err)
				return
			}
			continue
		}
		p.Results = append(p.Results, compared(i, channel, res))
	}
}

func compared(i int, channel string, r crm.Result) comparison {
	if channel == "" {
		channel = "Tutti i canali"
	}
	c := comparison{
		Channel: channel, Change: signed(r.Change.Estimate), Interval: "da " + signed(r.Change.Low) + " a " + signed(r.Change.High),
		Naive: signed(r.Naive), Detectable: signed(r.Detectable),
		Placebo: "non calcolabile: servono otto settimane prima dell'inizio", Trend: signed(r.Trend.PerWeek) + " a settimana",
		Weeks: fmt.Sprintf("%d settimane prima, %d dopo", r.Before, r.After),
	}
	c.Verdict = "L'intervallo contiene lo zero: con questi dati non si distingue dal caso."
	if r.Change.Excludes() {
		c.Verdict = "L'intervallo non contiene lo zero: la differenza è più grande di quella che darebbe il caso."
	}
	if !math.IsNaN(r.Placebo.Estimate) {
		c.Placebo = signed(r.Placebo.Estimate) + " (da " + signed(r.Placebo.Low) + " a " + signed(r.Placebo.High) + ")"
		c.PlaceboVerdict = "Bene: dove non c'era nulla non si trova nulla."
		if r.Placebo.Excludes() {
			c.PlaceboVerdict = "Attenzione: si trova una variazione anche dove non c'era la guida. Il confronto non è affidabile."
		}
	}
	c.TrendVerdict = "Bene: prima dell'inizio i due gruppi si muovevano insieme."
	if r.Trend.P < 0.05 {
		c.TrendVerdict = "Attenzione: i due gruppi si allontanavano già prima dell'inizio."
	}
	c.Figure, c.Gap = rates(i, channel, r), gaps(i, channel, r)
	return c
}

// within tells the charts of a channel apart.
func within(i int, channel string) string {
	if i == 0 {
		return ""
	}
	return ", " + channel
}

// rates draws contacts a day and 1,000 people of both groups, week by week.
func rates(i int, channel string, r crm.Result) Figure {
	fig := Figure{ID: fmt.Sprint("c-tassi-", i), Title: "Contatti al giorno ogni 1.000 persone" + within(i, channel), Note: "Il tratto verticale è l'inizio della guida."}
	fig.Table.Head = []string{"Settimana del", "Con la guida", "Confronto"}
	p := plot{id: fig.ID, title: fig.Title, start: r.Before, curves: []curve{{"Argomenti con la guida", "uno", nil}, {"Altri argomenti", "due", nil}}, format: func(x float64) string { return decimal(x, 2) }}
	for _, w := range r.Weeks {
		t, c := w.Treated.PerThousand(), w.Control.PerThousand()
		p.labels = append(p.labels, short(w.Monday))
		p.curves[0].y, p.curves[1].y = append(p.curves[0].y, t), append(p.curves[1].y, c)
		fig.Table.Rows = append(fig.Table.Rows, []string{date(w.Monday), decimal(t, 2), decimal(c, 2)})
	}
	p.desc = "Due linee, " + channel + ", " + fmt.Sprint(len(r.Weeks)) + " settimane. " + fig.Note
	fig.Desc, fig.Chart, fig.Legend = p.desc, p.lines(), p.legend()
	return fig
}

// gaps draws the ratio of both rates, with its mean before and after the start:
// level before it, if the comparison is fair.
func gaps(i int, channel string, r crm.Result) Figure {
	fig := Figure{ID: fmt.Sprint("c-rapporto-", i), Title: "Rapporto tra i due gruppi" + within(i, channel), Note: "Prima dell'inizio la linea deve essere piatta: altrimenti il confronto non è giusto."}
	fig.Table.Head = []string{"Settimana del", "Rapporto"}
	p := plot{
		id: fig.ID, title: fig.Title, start: r.Before, free: true,
		curves: []curve{{"Rapporto", "uno", nil}, {"Media prima e dopo", "due", nil}},
		format: func(x float64) string { return decimal(x, 2) },
	}
	means := [2]float64{}
	for _, w := range r.Weeks {
		ratio := w.Treated.PerThousand() / w.Control.PerThousand()
		p.labels = append(p.labels, short(w.Monday))
		p.curves[0].y = append(p.curves[0].y, ratio)
		means[after(w)] += ratio / float64([2]int{r.Before, r.After}[after(w)])
		fig.Table.Rows = append(fig.Table.Rows, []string{date(w.Monday), decimal(ratio, 2)})
	}
	for _, w := range r.Weeks {
		p.curves[1].y = append(p.curves[1].y, means[after(w)])
	}
	p.desc = "Una linea, " + channel + ": in media " + decimal(means[0], 2) + " prima e " + decimal(means[1], 2) + " dopo. " + fig.Note
	fig.Desc, fig.Chart, fig.Legend = p.desc, p.lines(), p.legend()
	return fig
}

// after is 1 for a week after the start, 0 for one before.
func after(w crm.Week) int {
	if w.After {
		return 1
	}
	return 0
}
