// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package newjob

import (
	"videoguida/player/benefit"
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/ui"
)

// patience is how many pages of the first question's answers, with their help
// lines, are better than fewer pages without.
const patience = 3

// question is a screen that asks. The first one also says what this is about.
func (q *Quiz) question(asked *benefit.Question, first bool) ui.Block {
	g := &ui.Paged{
		Title: q.write(asked.ID),
		Prev:  "naspi-inf-prima", Next: "naspi-inf-altre",
		Right: ui.Do(icon.Play, "naspi-inf-b-continua", "continue"),
	}
	if first {
		g.Pages = patience
		g.Lead = []ui.Block{ui.Title("naspi-inf-titolo"), ui.Small("naspi-inf-intro")}
	} else {
		g.Left = back()
	}
	if h := asked.ID + "-h"; helped(h) {
		g.Items = append(g.Items, ui.Whole(ui.Small(q.write(h))))
	}
	for _, o := range asked.Options {
		g.Items = append(g.Items, ui.Option(q.write(o.Label), q.write(o.Label+"-h"), "answer:"+o.Answer))
	}
	return g
}

// helped reports whether a help line belongs to a question.
func helped(id string) bool {
	switch id {
	case "naspi-inf-q-reddito-h", "naspi-inf-q-datore-h", "naspi-inf-q-avviso-h":
		return true
	}
	return false
}

func back() ui.Block { return ui.Do(icon.Back, "naspi-inf-b-indietro", "back") }

// result is the screen of an outcome: what happens, what to do and by when.
func (q *Quiz) result(o *benefit.Outcome) ui.Block {
	id := "naspi-inf-" + o.Text
	sign, tone := look(o.Result)
	return &ui.Paged{
		Lead:  []ui.Block{ui.Verdict(tone, sign, q.write(id+"-t"), q.write(id+"-x"))},
		Least: 270,
		Items: []ui.Block{
			ui.Under(icon.Tick, "naspi-inf-fai", q.write(id+"-f")),
			ui.Under(icon.Calendar, "naspi-inf-quando", q.write(id+"-s")),
			ui.Whole(ui.Grid(270, q.help(o)...)),
			ui.Whole(ui.Grid(150,
				ui.Do(icon.Download, "naspi-inf-b-scarica", "save:dl-risultato"),
				ui.Do(icon.Replay, "naspi-inf-b-altro", "again"),
			)),
			ui.Whole(note(soglie)),
			ui.Whole(note("naspi-inf-vale")),
		},
		Left: back(), Right: ui.MainDo(icon.Play, "naspi-inf-b-continua", "continue"),
		Prev: "naspi-inf-pag-prima", Next: "naspi-inf-pag-dopo",
	}
}

// help is what helps with an outcome: a service, and the estimate of a lower
// amount, which the text guide has a field for.
func (q *Quiz) help(o *benefit.Outcome) (out []ui.Block) {
	for i := range q.services {
		if s := &q.services[i]; o.Service != "" && s.Service == o.Service {
			out = append(out, ui.Link(icon.Certificate, q.write(s.ID), s.Service))
		}
	}
	if o.Result == benefit.Reduced {
		out = append(out, ui.Do(icon.Euro, "naspi-inf-stima-q", "form:lavoro-info"))
	}
	return out
}

// look is the icon and the colour of a result.
func look(r benefit.Result) (icon.Name, ui.Tone) {
	switch r {
	case benefit.Whole, benefit.WholeThreeMonths:
		return icon.Check, ui.Good
	case benefit.Reduced:
		return icon.ChartDown, ui.Careful
	case benefit.Suspended, benefit.SuspendedByDays:
		return icon.Pause, ui.Calm
	case benefit.Lost:
		return icon.Stop, ui.Over
	case benefit.ToEstimate:
		return icon.Contract, ui.Calm
	}
	return icon.Phone, ui.Calm
}

// soglie says of which year the limits are.
const soglie = "naspi-inf-soglie"

// note is quiet text under a result.
type note string

func (n note) Since(ui.Pen) int { return ui.Here }

// known reports whether the note can be told: the limits need their year.
func (n note) known(p ui.Pen) bool { return n != soglie || p.M.Facts["annoSoglie"].Known() }

func (n note) Height(p ui.Pen, w float32) float32 {
	if !n.known(p) {
		return 0
	}
	return ui.Small(string(n)).Height(p, w)
}

func (n note) Draw(p ui.Pen, r paint.Rect) {
	if n.known(p) {
		ui.Small(string(n)).Draw(p, r)
	}
}
