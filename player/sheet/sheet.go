// Package sheet makes the files a person can keep: one self-contained HTML
// page with their figures and deadlines, and a calendar of the deadlines.
//
// Both are made on the device, from the same facts as the guide. Every text
// is escaped; the page holds no script and asks nothing of the network.
package sheet

import (
	"strings"

	"videoguida/player/benefit"
	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/player/l10n"
)

// Case is what a sheet is made from.
type Case struct {
	Facts  facts.Set
	Words  *l10n.Catalog
	Months []benefit.Month // the schedule, for the table
	Today  civil.Day
}

const style = `body{font:18px/1.5 "Titillium Web",Arial,sans-serif;color:#17324D;max-width:44rem;margin:2rem auto;padding:0 1rem}` +
	`h1{font-size:1.7rem}h2{font-size:1.25rem;margin-top:2rem}dl{display:grid;grid-template-columns:1fr auto;gap:.4rem 1rem}` +
	`dt{color:#455A6B}dd{margin:0;font-weight:600;text-align:right}table{border-collapse:collapse;width:100%}` +
	`th,td{padding:.3rem .5rem;border-bottom:1px solid #C5D3DE;text-align:right}th:first-child,td:first-child{text-align:left}` +
	`@media print{body{margin:0;font-size:12pt}tr{break-inside:avoid}}`

// HTML returns the personal sheet as a whole HTML document.
func (c Case) HTML() string {
	p := page{c: c}
	t := c.text("rie-titolo-naspi")
	p.raw(`<!doctype html><html lang="` + c.Words.Lang() + `"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>`)
	p.esc(t)
	p.raw(`</title><style>` + style + `</style></head><body><main>`)
	p.tag("h1", t)
	p.tag("p", c.text("rie-creato"))
	p.answers()
	p.deadlines()
	p.table()
	p.tag("p", c.text("rie-nota"))
	p.tag("p", c.text("rie-nonreg"))
	p.tag("p", c.text("pdf-attenzione"))
	p.tag("p", c.text("err-assistenza"))
	p.raw(`</main></body></html>`)
	return p.b.String()
}

func (c Case) text(id string) string { return c.Words.Text(id, c.Facts) }

func (c Case) day(fact string) civil.Day { return civil.Day(c.Facts[fact].N) }

// page writes escaped HTML.
type page struct {
	b strings.Builder
	c Case
}

func (p *page) raw(s string) { p.b.WriteString(s) }

func (p *page) esc(s string) {
	for _, r := range s {
		switch r {
		case '&':
			p.raw("&amp;")
		case '<':
			p.raw("&lt;")
		case '>':
			p.raw("&gt;")
		case '"':
			p.raw("&#34;")
		case '\'':
			p.raw("&#39;")
		default:
			p.b.WriteRune(r)
		}
	}
}

func (p *page) tag(name, text string) {
	p.raw("<" + name + ">")
	p.esc(text)
	p.raw("</" + name + ">")
}

// answers lists the figures that are known.
func (p *page) answers() {
	c := p.c
	p.raw("<dl>")
	p.row("rie-importo", "importo", c.Words.Money)
	date := func(n int64) string { return c.Words.Date(civil.Day(n)) }
	p.row("rie-primo", "primoPagamento", date)
	p.row("rie-inizio", "decorrenza", date)
	p.row("rie-fine", "fine", date)
	p.row("rie-giorni", "giorni", c.Words.Int)
	p.raw("</dl>")
}

func (p *page) row(id, fact string, write func(int64) string) {
	if v := p.c.Facts[fact]; v.Known() {
		p.tag("dt", p.c.text(id))
		p.tag("dd", write(v.N))
	}
}

func (p *page) deadlines() {
	p.tag("h2", p.c.text("rie-scadenze"))
	p.raw("<ul>")
	for _, id := range p.c.Deadlines() {
		p.tag("li", p.c.text(id))
	}
	p.raw("</ul>")
}

// Deadlines returns the message ids of the person's deadlines.
func (c Case) Deadlines() []string {
	ids := []string{"rie-scad-lavoro"}
	if c.Facts["siisl"].Known() && !c.Facts["siislScaduto"].Known() {
		ids = append(ids, "rie-scad-siisl")
	}
	if c.Facts["redditoDichiarato"].Known() {
		ids = append(ids, "rie-scad-gennaio", "rie-scad-marzo")
	}
	return append(ids, "rie-scad-anticipo")
}

// table lists the months, when their days and amounts are known.
func (p *page) table() {
	c := p.c
	if len(c.Months) == 0 || !c.Facts["decorrenza"].Known() {
		return
	}
	p.tag("h2", c.text("rie-tabella"))
	p.raw("<table><thead><tr>")
	for _, id := range []string{"naspi-tab-mese", "naspi-tab-giorni", "naspi-tab-importo"} {
		p.raw(`<th scope="col">`)
		p.esc(c.text(id))
		p.raw("</th>")
	}
	p.raw("</tr></thead><tbody>")
	for _, m := range c.Months {
		p.raw("<tr>")
		p.tag("td", c.Words.Int(int64(m.Index))+" · "+c.Words.ShortDate(m.From)+"–"+c.Words.ShortDate(m.To))
		p.tag("td", c.Words.Int(int64(m.Days)))
		p.tag("td", c.Words.Money(int64(m.Amount)))
		p.raw("</tr>")
	}
	p.raw("</tbody></table>")
}
