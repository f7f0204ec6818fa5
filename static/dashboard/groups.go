// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package dashboard

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"videoguida/static/metrics"
	"videoguida/static/metrics/declared"
)

// name returns the Italian word for a value.
func name(value string) string {
	if w, ok := words[value]; ok {
		return w
	}
	return value
}

func rank(all []bar) {
	slices.SortStableFunc(all, func(a, b bar) int { return cmp.Compare(b.n, a.n) })
}

// seconds writes ms as seconds: 0,25.
func seconds(ms int) string {
	return strings.TrimSuffix(strings.TrimRight(decimal(float64(ms)/1000, 2), "0"), ",")
}

// some returns the bars that have a figure, or all when none has.
func some(all []bar) []bar {
	if with := slices.DeleteFunc(slices.Clone(all), func(b bar) bool { return b.n == 0 }); len(with) > 0 {
		return with
	}
	return all
}

// times is the histogram of the time to the first frame.
func (r report) times() Figure {
	fig := Figure{ID: "g-tempi", Title: "Attesa del primo fotogramma", Table: Table{Head: []string{"Secondi", "Quante", "Quota"}}}
	total := r.figures.total("ttff")
	var all []bar
	var quick int64
	from := 0
	for i := range len(declared.FirstFrameBounds) + 1 {
		label := seconds(from)
		long := "da " + label
		if i < len(declared.FirstFrameBounds) {
			from = declared.FirstFrameBounds[i]
			long += " a meno di " + seconds(from)
		} else {
			long += " in su"
		}
		n := r.figures.value("ttff", strconv.Itoa(i))
		if from <= 3000 {
			quick += n
		}
		all = append(all, bar{label, brief(n, total), n, true})
		fig.Table.Rows = append(fig.Table.Rows, []string{long, whole(n), percent(n, total)})
	}
	fig.Note = "Secondi dalla pressione di Guarda. Entro 3 secondi: " + percent(quick, total) + "."
	fig.Desc = "Istogramma delle attese. " + fig.Note
	fig.Chart = columns(fig.ID, fig.Title, fig.Desc, all)
	return fig
}

// errors is what failed, by code and by browser.
func (r report) errors() Figure {
	fig := Figure{ID: "g-errori", Title: "Errori per tipo di browser", Table: Table{Head: []string{"Errore", "In tutto"}}}
	for _, b := range declared.Browsers {
		fig.Table.Head = append(fig.Table.Head, name(b))
	}
	var all []bar
	for _, e := range declared.Errors {
		n := r.figures.value("error", e)
		all = append(all, bar{name(e), whole(n), n, false})
		row := []string{name(e), whole(n)}
		for _, b := range declared.Browsers {
			row = append(row, whole(r.figures[metrics.Key{Metric: "error", Value: e, D1: "browser", D2: b}]))
		}
		fig.Table.Rows = append(fig.Table.Rows, row)
	}
	rank(all)
	fig.Desc = "Barre degli errori in ordine di grandezza. In testa: " + all[0].label + ", " + all[0].text + "."
	fig.Chart = bars(fig.ID, fig.Title, fig.Desc, all)
	return fig
}

// group is the funnel of one word of a dimension.
type group struct {
	word                     string
	sent, open, ready, start int64
	done                     int64 // viewings completed
}

// groups are the funnels of a dimension's words.
func (f figures) groups(dim declared.Dim, list []string) (all []group) {
	by := string(dim)
	for _, w := range list {
		sent := f.by(metrics.Sent, by, w)
		if sent == 0 {
			sent = f.by(metrics.Issued, by, w)
		}
		all = append(all, group{
			w, sent, f.by("open", by, w), f.by("ready", by, w), f.by("start", by, w),
			f[metrics.Key{Metric: "viewed", Value: "80", D1: by, D2: w}],
		})
	}
	return all
}

// channels are the funnels of the ways in which letters travel.
func (r report) channels() Figure {
	fig := Figure{ID: "g-canali", Title: "Per canale", Table: Table{Head: []string{"Canale", "Inviate", "Aperture", "Su inviate", "Film pronti", "Avvii", "Complete", "Complete su avvii"}}}
	for _, g := range r.figures.groups(declared.ByChannel, declared.Channels) {
		fig.Table.Rows = append(fig.Table.Rows, []string{name(g.word), whole(g.sent), whole(g.open), percent(g.open, g.sent), whole(g.ready), whole(g.start), whole(g.done), percent(g.done, g.start)})
	}
	fig.drawGroups(r.figures.groups(declared.ByChannel, declared.Channels))
	return fig
}

// variants are the funnels of the rollout arms, and how sure their difference
// is.
func (r report) variants() Figure {
	fig := Figure{ID: "g-varianti", Title: "Per variante", Table: Table{Head: []string{"Variante", "Aperture", "Film pronti", "Avvii", "Complete", "Complete su avvii"}}}
	all := r.figures.groups(declared.ByVariant, declared.Variants)
	for _, g := range all {
		fig.Table.Rows = append(fig.Table.Rows, []string{name(g.word), whole(g.open), whole(g.ready), whole(g.start), whole(g.done), percent(g.done, g.start)})
	}
	fig.drawGroups(all)
	if with := slices.DeleteFunc(all, func(g group) bool { return g.start == 0 || g.done == 0 }); len(with) == 2 {
		fig.Note += " " + versus(with[0], with[1])
	}
	return fig
}

// drawGroups draws openings, each with the share of starts that are completed.
func (f *Figure) drawGroups(all []group) {
	var drawn []bar
	for _, g := range all {
		drawn = append(drawn, bar{name(g.word), whole(g.open) + " · complete " + percent(g.done, g.start), g.open, true})
	}
	rank(drawn)
	f.Desc = "Barre delle aperture. In testa: " + drawn[0].label + ", " + drawn[0].text + "."
	f.Note = "Aperture, e quanti avvii sono visioni complete."
	f.Chart = bars(f.ID, f.Title, f.Desc, some(drawn))
}

// versus tells the difference of two shares of completed viewings in points,
// with its 95 % interval.
func versus(a, b group) string {
	pa, pb := float64(a.done)/float64(a.start), float64(b.done)/float64(b.start)
	half := 1.96 * math.Sqrt(pa*(1-pa)/float64(a.start)+pb*(1-pb)/float64(b.start))
	d := pb - pa
	if math.IsNaN(half) {
		return ""
	}
	return name(b.word) + " rispetto a " + name(a.word) + ": " + points(d) + " punti (intervallo al 95%: da " + points(d-half) + " a " + points(d+half) + ")."
}

func points(x float64) string { return strings.TrimSuffix(signed(x), "%") }

// manners are the metrics of how the guide is opened and watched, and which of
// their values are drawn.
var manners = []struct {
	metric, title string
	drawn         []string
}{
	{"guide", "Guida", []string{"naspi", "pension", "spot"}}, {"lang", "Lingua", []string{"it", "de", "en"}}, {"where", "Luogo", nil},
	{"captions", "Sottotitoli", []string{"on"}}, {"voice", "Voce", []string{"on"}}, {"motion", "Movimento", []string{"reduced"}},
	{"job", "Domande sul lavoro", nil}, {"save", "Salvataggi", nil},
}

// ways are how the guide is opened and watched, as shares.
func (r report) ways() Figure {
	fig := Figure{ID: "g-modi", Title: "Come si guarda", Table: Table{Head: []string{"Che cosa", "Come", "Quante", "Quota"}}}
	var all []bar
	for _, m := range manners {
		d, _ := declared.Find(m.metric)
		total := r.figures.total(m.metric)
		for _, v := range d.Args[0].Values {
			n := r.figures.value(m.metric, v)
			word := name(v)
			if w, ok := words[m.metric+" "+v]; ok {
				word = w
			}
			fig.Table.Rows = append(fig.Table.Rows, []string{m.title, word, whole(n), percent(n, total)})
			if slices.Contains(m.drawn, v) {
				all = append(all, bar{m.title + ": " + word, whole(n) + " · " + percent(n, total), n, true})
			}
		}
	}
	read := r.figures.total("text")
	fig.Table.Rows = append(fig.Table.Rows, []string{"Testo", "Letto", whole(read), percent(read, r.figures.total("open"))})
	fig.Desc = "Barre di guida, lingua, sottotitoli, voce e movimento."
	fig.Note = "Luogo, domande, salvataggi e testo sono nella tabella."
	fig.Chart = bars(fig.ID, fig.Title, fig.Desc, some(all))
	return fig
}
