// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package dashboard

import (
	"html/template"
	"math"
	"strconv"
	"strings"
)

// Figure is a chart with its table: what a picture shows can be read too.
type Figure struct {
	ID, Title, Desc string
	Note            string
	Legend          []Key
	Chart           template.HTML
	Table           Table
}

// Key is a line of a chart's legend.
type Key struct{ Class, Name string }

// legend names the curves, when there are several.
func (p plot) legend() (all []Key) {
	for _, c := range p.curves {
		all = append(all, Key{c.class, c.name})
	}
	return all
}

// Table is rows of words and figures.
type Table struct {
	Head []string
	Rows [][]string
}

// bar is one bar of a chart. Text is its figure in words.
type bar struct {
	label, text string
	n           int64
	strong      bool
}

// svg writes an SVG element by element. Everything from outside goes through
// escaped.
type svg struct{ b strings.Builder }

func (s *svg) put(parts ...string) {
	for _, p := range parts {
		s.b.WriteString(p)
	}
}

func escaped(text string) string { return template.HTMLEscapeString(text) }

func px(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

// open begins a picture that assistive technology takes as one, with its name
// and description.
func (s *svg) open(id, title, desc, size string) {
	s.put(`<svg role="img" class="grafico" xmlns="http://www.w3.org/2000/svg" `, size, ` aria-labelledby="`, id, `-t `, id, `-d">`,
		`<title id="`, id, `-t">`, escaped(title), `</title><desc id="`, id, `-d">`, escaped(desc), `</desc>`)
}

func (s *svg) html() template.HTML {
	s.put("</svg>")
	return template.HTML(s.b.String()) // every text in it was escaped
}

func (s *svg) text(x, y, class, text string) {
	s.put(`<text x="`, x, `" y="`, y, `" class="`, class, `">`, escaped(text), `</text>`)
}

// Heights of bar charts in px.
const (
	barRow  = 50
	barTall = 16
)

// bars draws horizontal bars, each under its label, so that they fit every
// width without becoming smaller.
func bars(id, title, desc string, all []bar) template.HTML {
	var most int64 = 1
	for _, b := range all {
		most = max(most, b.n)
	}
	var s svg
	s.open(id, title, desc, `width="100%" height="`+strconv.Itoa(barRow*len(all))+`"`)
	for i, b := range all {
		y := i * barRow
		s.text("0", strconv.Itoa(y+17), "nome", b.label)
		s.text("100%", strconv.Itoa(y+17), "cifra", b.text)
		s.rect("100%", y+25, "fondo")
		if b.n > 0 {
			s.rect(px(100*float64(b.n)/float64(most))+"%", y+25, map[bool]string{true: "barra forte", false: "barra"}[b.strong])
		}
	}
	return s.html()
}

func (s *svg) rect(width string, y int, class string) {
	s.put(`<rect x="0" y="`, strconv.Itoa(y), `" width="`, width, `" height="`, strconv.Itoa(barTall), `" rx="4" class="`, class, `"/>`)
}

// curve is a line over days or weeks.
type curve struct {
	name  string
	class string
	y     []float64
}

// plot is a chart of lines over the same points.
type plot struct {
	id, title, desc string
	labels          []string // of the points
	curves          []curve
	start           int  // a mark before this point, 0: none
	free            bool // the axis need not begin at zero
	format          func(float64) string
}

// plotTall is the height of a chart of lines, without its labels.
const plotTall = 200.0

// lines draws curves that stretch with the page while strokes and words keep
// their size.
func (p plot) lines() template.HTML {
	low, high := p.bounds()
	var s, marks svg
	s.open(p.id, p.title, p.desc, `width="100%" height="`+px(plotTall+46)+`"`)
	for i := range 4 {
		v := high - (high-low)*float64(i)/3
		y := 14 + plotTall*float64(i)/3
		s.put(`<line x1="0" x2="100%" y1="`, px(y), `" y2="`, px(y), `" class="griglia"/>`)
		marks.text("0", px(y-4), "asse alone", p.format(v))
	}
	s.put(`<svg y="14" width="100%" height="`, px(plotTall), `" viewBox="0 0 1000 `, px(plotTall), `" preserveAspectRatio="none">`)
	if p.start > 0 {
		x := px(p.x(float64(p.start) - 0.5))
		s.put(`<line x1="`, x, `" x2="`, x, `" y1="0" y2="`, px(plotTall), `" class="inizio"/>`)
	}
	for _, c := range p.curves {
		s.put(`<polyline class="linea `, c.class, `" points="`)
		for i, v := range c.y {
			s.put(px(p.x(float64(i))), ",", px(plotTall*(high-v)/(high-low)), " ")
		}
		s.put(`"/>`)
	}
	s.put("</svg>", marks.b.String())
	p.axis(&s)
	return s.html()
}

// x is where a point lies of 1000.
func (p plot) x(i float64) float64 {
	if len(p.labels) < 2 {
		return 500
	}
	return 1000 * i / float64(len(p.labels)-1)
}

// axis writes the first, the last and two labels between.
func (p plot) axis(s *svg) {
	n := len(p.labels)
	y := px(plotTall + 38)
	for i, class := range []string{"asse", "asse mezzo", "asse mezzo", "asse fine"} {
		if k := i * (n - 1) / 3; n > 6 || i == 0 || i == 3 && n > 1 {
			s.text(px(p.x(float64(k))/10)+"%", y, class, p.labels[k])
		}
	}
}

// bounds are round numbers around all values, from zero unless the axis is
// free.
func (p plot) bounds() (low, high float64) {
	high = math.Inf(-1)
	if p.free {
		low = math.Inf(1)
	}
	for _, c := range p.curves {
		for _, v := range c.y {
			low, high = math.Min(low, v), math.Max(high, v)
		}
	}
	if math.IsInf(high, 0) || high <= low {
		high = low + 1
	}
	for scale := math.Pow(10, math.Floor(math.Log10((high-low)/3))); ; scale *= 10 {
		for _, step := range []float64{1, 2, 2.5, 5} {
			step *= scale
			if from := step * math.Floor(low/step); from+3*step >= high {
				return from, from + 3*step
			}
		}
	}
}

// columns draws a histogram whose columns have names under them.
func columns(id, title, desc string, all []bar) template.HTML {
	var most int64 = 1
	for _, b := range all {
		most = max(most, b.n)
	}
	const tall = 180
	var s svg
	s.open(id, title, desc, `width="100%" height="`+strconv.Itoa(tall+60)+`"`)
	wide := 100 / float64(len(all))
	for i, b := range all {
		h := float64(tall) * float64(b.n) / float64(most)
		x := wide * float64(i)
		s.put(`<rect x="`, px(x+wide*0.1), `%" y="`, px(22+tall-h), `" width="`, px(wide*0.8), `%" height="`, px(h), `" rx="3" class="barra forte"/>`)
		s.text(px(x+wide/2)+"%", px(16+tall-h), "cifra mezzo", b.text)
		s.text(px(x+wide/2)+"%", strconv.Itoa(tall+42), "asse mezzo", b.label)
	}
	s.put(`<line x1="0" x2="100%" y1="`, strconv.Itoa(tall+22), `" y2="`, strconv.Itoa(tall+22), `" class="base"/>`)
	return s.html()
}
