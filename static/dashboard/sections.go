// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package dashboard

import (
	"math"
	"strconv"

	"videoguida/static/metrics"
	"videoguida/static/metrics/declared"
)

// Section is a part of the page.
type Section struct {
	ID, Title, Lead string
	Figures         []Figure
}

// sections are all parts of a campaign's page after the figures at its top.
func (r report) sections() []Section {
	return []Section{
		{"percorso", "Dalla consegna alla fine", "Quante aperture diventano avvii, e quanti avvii arrivano in fondo. Una visione è completa quando è stato visto almeno l'80% del film.",
			[]Figure{r.funnel(), r.days(), r.steps()}},
		{"scene", "Scena per scena", "Quanti avvii raggiungono ogni scena. Le scene che non tutti hanno non si contano.",
			[]Figure{r.retention("naspi", "Guida NASpI", "1"), r.retention("pension", "Guida Pensione", "21")}},
		{"servizi", "Servizi e voto", "Dove porta la guida, e com'è piaciuta.",
			[]Figure{r.services(), r.rating()}},
		{"tempi", "Tempi ed errori", "Se il film arriva in tempo, e dove non funziona.",
			[]Figure{r.times(), r.errors()}},
		{"gruppi", "Canali, varianti, lingua", "Da dove arrivano le aperture e come si guarda la guida.",
			[]Figure{r.channels(), r.variants(), r.ways()}},
	}
}

// delivered are the links that reached a channel: those sent, or those issued
// where nothing tells of sending.
func (f figures) delivered() int64 {
	if n := f.total(metrics.Sent); n > 0 {
		return n
	}
	return f.total(metrics.Issued)
}

// funnel is the way from a link to a completed viewing.
func (r report) funnel() Figure {
	f := r.figures
	open := f.total("open")
	steps := []bar{
		{"Guide emesse", "", f.total(metrics.Issued), false}, {"Guide inviate", "", f.total(metrics.Sent), false},
		{"Aperture", "", open, true}, {"Film pronto", "", f.total("ready"), true}, {"Avvii", "", f.total("start"), true},
		{"Visto almeno il 25%", "", f.value("viewed", "25"), true}, {"Visto almeno il 50%", "", f.value("viewed", "50"), true},
		{"Visto almeno il 75%", "", f.value("viewed", "75"), true}, {"Completate (80%)", "", f.value("viewed", "80"), true},
	}
	fig := Figure{ID: "g-percorso", Title: "Il percorso", Table: Table{Head: []string{"Passo", "Quante", "Del passo prima", "Delle aperture"}}}
	var before int64
	for i := range steps {
		s := &steps[i]
		s.text = whole(s.n)
		of := "–"
		if i > 2 {
			of = percent(s.n, open)
			s.text += " · " + of
		}
		fig.Table.Rows = append(fig.Table.Rows, []string{s.label, whole(s.n), percent(s.n, before), of})
		if s.n > 0 {
			before = s.n
		}
	}
	fig.Desc = "Barre dalla guida emessa alla visione completa: " + whole(open) + " aperture, " + whole(f.total("start")) + " avvii, " + whole(f.value("viewed", "80")) + " visioni complete."
	fig.Chart = bars(fig.ID, fig.Title, fig.Desc, steps)
	return fig
}

// steps is how many viewings reach each tenth of the film.
func (r report) steps() Figure {
	fig := Figure{ID: "g-decimi", Title: "Quanto film si vede", Note: "Parte degli avvii che vede almeno questa percentuale del film.", Table: Table{Head: []string{"Almeno", "Quanti", "Degli avvii"}}}
	start := r.figures.total("start")
	var all []bar
	for n := 10; n <= 100; n += 10 {
		v := strconv.Itoa(n)
		c := r.figures.value("viewed", v)
		all = append(all, bar{v, brief(c, start), c, true})
		fig.Table.Rows = append(fig.Table.Rows, []string{v + "%", whole(c), percent(c, start)})
	}
	fig.Desc = "Istogramma da 10 a 100 per cento. " + fig.Note + " Fino in fondo: " + percent(all[9].n, start) + "."
	fig.Chart = columns(fig.ID, fig.Title, fig.Desc, all)
	return fig
}

// days is the series of openings and starts by day.
func (r report) days() Figure {
	fig := Figure{ID: "g-giorni", Title: "Giorno per giorno", Table: Table{Head: []string{"Giorno", "Aperture", "Avvii"}}}
	byDay := map[int64]map[string]int64{}
	for _, p := range r.series {
		d := metrics.Midnight(p.Start).Unix()
		if byDay[d] == nil {
			byDay[d] = map[string]int64{}
		}
		byDay[d][p.Count.Metric] += p.Count.N
	}
	p := plot{id: fig.ID, title: fig.Title, curves: []curve{{"Aperture", "uno", nil}, {"Avvii", "due", nil}}, format: func(x float64) string { return grouped(int64(x)) }}
	for d := r.from; d.Before(r.to); d = metrics.NextDay(d) {
		n := byDay[d.Unix()]
		p.labels = append(p.labels, short(d))
		p.curves[0].y = append(p.curves[0].y, float64(n["open"]))
		p.curves[1].y = append(p.curves[1].y, float64(n["start"]))
		fig.Table.Rows = append(fig.Table.Rows, []string{date(d), whole(n["open"]), whole(n["start"])})
	}
	if len(p.labels) == 0 {
		fig.Note = "Il primo giorno non è ancora finito."
		return fig
	}
	p.desc = "Aperture e avvii di ogni giorno, dal " + date(r.from) + "."
	fig.Desc, fig.Chart, fig.Legend = p.desc, p.lines(), p.legend()
	return fig
}

// retention is how far a guide's viewings go, scene by scene, with what was
// seen again and what was skipped.
func (r report) retention(guide, title, first string) Figure {
	fig := Figure{ID: "g-scene-" + guide, Title: title, Table: Table{Head: []string{"Scena", "Raggiunta", "Della prima", "Rivista", "Saltata"}}}
	base := r.figures.value("scene", first)
	var all []bar
	for _, n := range declared.Scenes {
		if (len(n) == 2 && n >= "20") != (first == "21") {
			continue
		}
		c := r.figures.value("scene", n)
		all = append(all, bar{scenes[n], whole(c) + " · " + percent(c, base), c, true})
		fig.Table.Rows = append(fig.Table.Rows, []string{scenes[n], whole(c), percent(c, base), whole(r.figures.value("replay", n)), whole(r.figures.value("skip", n))})
	}
	fig.Desc = "Barre con gli avvii che raggiungono ognuna delle " + strconv.Itoa(len(all)) + " scene; la prima è raggiunta da " + whole(base) + "."
	fig.Chart = bars(fig.ID, fig.Title, fig.Desc, all)
	return fig
}

// services are the presses of the services' buttons, the most pressed first.
func (r report) services() Figure {
	return r.ranked("g-servizi", "Servizi aperti dalla guida", "service", []string{"Servizio", "Aperture"})
}

// ranked draws a metric's values by size.
func (r report) ranked(id, title, metric string, head []string) Figure {
	fig := Figure{ID: id, Title: title, Table: Table{Head: head}}
	m, _ := declared.Find(metric)
	var all []bar
	for _, v := range m.Args[0].Values {
		n := r.figures.value(metric, v)
		all = append(all, bar{name(v), whole(n), n, true})
	}
	rank(all)
	for _, b := range all {
		fig.Table.Rows = append(fig.Table.Rows, []string{b.label, b.text})
	}
	fig.Desc = "Barre in ordine di grandezza. In testa: " + all[0].label + ", " + all[0].text + "."
	shown := all[:min(8, len(all))]
	for len(shown) > 1 && shown[len(shown)-1].n == 0 {
		shown = shown[:len(shown)-1]
	}
	if len(shown) < len(all) {
		fig.Note = "Gli altri sono nella tabella."
	}
	fig.Chart = bars(fig.ID, fig.Title, fig.Desc, shown)
	return fig
}

// rating is the mean vote with its 95 % interval.
func (r report) rating() Figure {
	fig := Figure{ID: "g-voto", Title: "Voto da 1 a 5", Table: Table{Head: []string{"Voto", "Quanti"}}}
	var all []bar
	var votes []int64
	for n := 5; n >= 1; n-- {
		v := strconv.Itoa(n)
		c := r.figures.value("rate", v)
		votes = append([]int64{c}, votes...)
		all = append(all, bar{v + map[bool]string{true: " stella", false: " stelle"}[n == 1], whole(c), c, true})
		fig.Table.Rows = append(fig.Table.Rows, []string{v, whole(c)})
	}
	fig.Note = "I voti pubblicati sono ancora meno di 10."
	if mean, half, n := meanVote(votes); n > 0 {
		fig.Note = "Media " + decimal(mean, 2) + " su 5, con " + grouped(n) + " voti (intervallo al 95%: da " + decimal(mean-half, 2) + " a " + decimal(math.Min(5, mean+half), 2) + ")."
	}
	fig.Desc = "Barre dei voti da 5 a 1. " + fig.Note
	fig.Chart = bars(fig.ID, fig.Title, fig.Desc, all)
	return fig
}

// meanVote returns the mean of votes 1 to 5, half its 95 % interval and their
// number.
func meanVote(votes []int64) (mean, half float64, n int64) {
	var sum, square float64
	for i, c := range votes {
		x := float64(i + 1)
		n += c
		sum += x * float64(c)
		square += x * x * float64(c)
	}
	if n < 2 {
		return 0, 0, 0
	}
	mean = sum / float64(n)
	variance := (square - sum*mean) / float64(n-1)
	return mean, 1.96 * math.Sqrt(variance/float64(n)), n
}
