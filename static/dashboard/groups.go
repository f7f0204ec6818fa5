package dashboard

import (
	"cmp"
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

// split is the funnel of each word of a dimension.
func (r report) split(id, title string, by declared.Dim, list []string) Figure {
	dim := string(by)
	fig := Figure{ID: "g-" + id, Title: title, Table: Table{Head: []string{"", "Aperture", "Film pronti", "Avvii", "Complete", "Avvii su aperture", "Complete su avvii"}}}
	var all []bar
	for _, w := range list {
		open, start := r.figures.by("open", dim, w), r.figures.by("start", dim, w)
		done := r.figures[metrics.Key{Metric: "viewed", Value: "80", D1: dim, D2: w}]
		all = append(all, bar{name(w), whole(open) + " · complete " + percent(done, start), open, true})
		fig.Table.Rows = append(fig.Table.Rows, []string{name(w), whole(open), whole(r.figures.by("ready", dim, w)), whole(start), whole(done), percent(start, open), percent(done, start)})
	}
	rank(all)
	fig.Desc = "Barre delle aperture. In testa: " + all[0].label + ", " + all[0].text + "."
	fig.Note = "Aperture, e quanti avvii sono visioni complete."
	fig.Chart = bars(fig.ID, fig.Title, fig.Desc, some(all))
	return fig
}

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
