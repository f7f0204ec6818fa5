// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package sheet makes the files a person can keep: one self-contained HTML
// page with their figures and deadlines, and a calendar of the deadlines.
//
// Both are made on the device, from the same facts as the guide. Every text
// is escaped; the page holds no script and asks nothing of the network.
package sheet

import (
	"strings"

	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/player/l10n"
)

// Case is what a sheet is made from.
type Case struct {
	Form
	Facts facts.Set
	Words *l10n.Catalog
	Today civil.Day
}

const style = `body{font:18px/1.5 "Titillium Web",Arial,sans-serif;color:#17324D;max-width:44rem;margin:2rem auto;padding:0 1rem}` +
	`h1{font-size:1.7rem}h2{font-size:1.25rem;margin-top:2rem}dl{display:grid;grid-template-columns:1fr auto;gap:.4rem 1rem}` +
	`dt{color:#455A6B}dd{margin:0;font-weight:600;text-align:right}table{border-collapse:collapse;width:100%}` +
	`th,td{padding:.3rem .5rem;border-bottom:1px solid #C5D3DE;text-align:right}th:first-child,td:first-child{text-align:left}` +
	`@media print{body{margin:0;font-size:12pt}tr{break-inside:avoid}}`

// HTML returns the personal sheet as a whole HTML document.
func (c Case) HTML() string {
	p := page{c: c}
	t := c.text(c.Title)
	p.raw(`<!doctype html><html lang="` + c.Words.Lang() + `"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>`)
	p.esc(t)
	p.raw(`</title><style>` + style + `</style></head><body><main>`)
	p.tag("h1", t)
	p.tag("p", c.text("rie-creato"))
	p.answers()
	p.deadlines()
	p.table()
	p.tag("p", c.text(c.Note))
	p.tag("p", c.text("rie-nonreg"))
	p.tag("p", c.text("pdf-attenzione"))
	p.tag("p", c.text("err-assistenza"))
	p.raw(`</main></body></html>`)
	return p.b.String()
}

func (c Case) text(id string) string { return c.Words.Text(id, c.Facts) }

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
	p.raw("<dl>")
	for _, row := range p.c.Figures {
		if v, ok := p.c.Facts[row.Fact]; ok && v.Known() {
			p.tag("dt", p.c.text(row.ID))
			p.tag("dd", p.c.Value(v))
		}
	}
	p.raw("</dl>")
}

// Value writes a figure as the sheet shows it.
func (c Case) Value(v facts.Value) string {
	switch v.Kind {
	case facts.Money:
		return c.Words.Money(v.N)
	case facts.Date:
		return c.Words.Date(civil.Day(v.N))
	}
	return c.Words.Int(v.N)
}

func (p *page) deadlines() {
	p.tag("h2", p.c.text("rie-scadenze"))
	p.raw("<ul>")
	for _, id := range p.c.Todo {
		p.tag("li", p.c.text(id))
	}
	p.raw("</ul>")
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
