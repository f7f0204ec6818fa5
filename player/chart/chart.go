// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package chart draws one person's months as columns: full months deep blue,
// reduced ones light blue, the last one honest about its days.
//
// A month is a block of thirty days of benefit, not of the calendar. Figures
// are painted on the first column, the first reduced, the last and the chosen
// one; all of them are in the chart's twin, a slider and a table, and all of
// them are the schedule's own cents.
package chart

import (
	"strconv"
	"strings"

	"videoguida/player/a11y"
	"videoguida/player/benefit"
	"videoguida/player/paint"
	"videoguida/player/story"
	"videoguida/player/ui"
)

// Chart is a ui.Block. Create it with New.
type Chart struct {
	Cues
	months  []benefit.Month
	amounts []string // ids of the figures painted on the columns
	ticks   []tick
	cut     int // index of the first reduced month, or len(months)
	twin    twin
}

// Cues are the instants at which the chart changes.
type Cues struct {
	Same    []story.Cue // full months turn deep blue
	Cut     []story.Cue // reduced months turn light blue, one after the other
	Chain   story.Cue   // an arrow runs from each column to the next
	Notes   []string    // labels shown over the columns, the latest instead of the one before
	Axis    string      // message of the horizontal axis: "month"
	Unit    string      // message of the vertical axis
	Heading [3]string   // heads of the table: month, days, amount
}

// tick is a line of the vertical axis.
type tick struct {
	cents benefit.Cents
	id    string
}

// New returns the chart of a schedule.
func New(months []benefit.Month, c Cues) *Chart {
	ch := &Chart{Cues: c, months: months, cut: len(months)}
	for i, m := range months {
		ch.amounts = append(ch.amounts, "€"+strconv.FormatInt(int64(m.Amount), 10))
		if m.Reduced && i < ch.cut {
			ch.cut = i
		}
	}
	ch.ticks = scale(ch.top())
	return ch
}

// Words returns the ids of everything the chart writes.
func (c *Chart) Words() []string {
	ids := append([]string{c.Axis, c.Unit}, c.Heading[:]...)
	ids = append(ids, c.amounts...)
	for _, t := range c.ticks {
		ids = append(ids, t.id)
	}
	return ids
}

// top is the highest monthly amount, cents.
func (c *Chart) top() benefit.Cents {
	var top benefit.Cents
	for _, m := range c.months {
		top = max(top, m.Full)
	}
	return top
}

// scale returns two to four round lines up to top.
func scale(top benefit.Cents) []tick {
	step := benefit.Cents(10_000)
	for _, s := range [...]benefit.Cents{20_000, 25_000, 50_000, 100_000} {
		if top/step > 3 {
			step = s
		}
	}
	var out []tick
	for v := benefit.Cents(0); v <= top; v += step {
		out = append(out, tick{v, "=" + strconv.FormatInt(int64(v/100), 10)})
	}
	return out
}

// Since implements ui.Block.
func (c *Chart) Since(ui.Pen) int { return ui.Here }

// Height implements ui.Block.
func (c *Chart) Height(p ui.Pen, w float32) float32 {
	return p.Fit.Chart + c.above(p, w)
}

// above is the height of what stands over the columns: the unit and the notes.
func (c *Chart) above(p ui.Pen, w float32) float32 {
	h := p.TextHeight(p.Word(c.Unit), w, p.Small())
	for _, id := range c.Notes {
		if p.LabelSince(id) != story.Absent {
			h = max(h, p.TextHeight(p.Word(id), w*0.62, p.Strong()))
		}
	}
	return h + 6
}

// since is the latest of the cues that belong to this guide.
func since(p ui.Pen, cues []story.Cue) int {
	at := story.Absent
	for _, q := range cues {
		at = max(at, p.Since(q))
	}
	return at
}

// Draw implements ui.Block.
func (c *Chart) Draw(p ui.Pen, r paint.Rect) {
	if len(c.months) == 0 {
		return
	}
	g := c.grid(p, r)
	if p.T != nil {
		c.say(p, r, &g)
		return
	}
	c.lines(p, &g)
	for i := range c.months {
		c.column(p, &g, i)
	}
	c.marker(p, &g)
	c.chain(p, &g)
	c.figures(p, &g)
	c.axis(p, &g)
	if c.chosen(p) < 0 {
		c.header(p, &g)
	}
}

// note is the note to show: the last that entered, or empty.
func (c *Chart) note(p ui.Pen) (last string) {
	for _, id := range c.Notes {
		if p.LabelSince(id) >= 0 {
			last = id
		}
	}
	return last
}

// header paints the unit and the note.
func (c *Chart) header(p ui.Pen, g *grid) {
	p.Text(p.Word(c.Unit), paint.Rect{X: g.all.X, Y: g.all.Y, W: g.all.W * 0.36}, p.Small())
	id := c.note(p)
	if id == "" {
		return
	}
	saved := p.Shift(0, ui.Ease(p.LabelSince(id), ui.Entry))
	w := p.TextWidth(p.Word(id), g.all.W*0.62, p.Strong())
	x := min(max(g.left(c.cut)-4, g.all.X+g.all.W*0.38), g.all.X+g.all.W-w)
	p.Text(p.Word(id), paint.Rect{X: x, Y: g.all.Y, W: w + 1}, p.Strong().In(ui.Warn))
	p.Restore(saved)
}

// twin is the text that stands for the chart, kept per language.
type twin struct {
	words  story.Words
	values []string // "mese 7: 1.110,37 €"
	days   []string // "Giorni pagati: 30"
	ticks  string   // "0, 500, 1.000"
	table  *a11y.Grid
}

// texts returns the twin, made anew when the words change.
func (c *Chart) texts(w story.Words) *twin {
	if c.twin.words == w {
		return &c.twin
	}
	c.twin = twin{words: w, table: &a11y.Grid{}}
	for _, id := range c.Heading {
		c.twin.table.Head = append(c.twin.table.Head, w.Text(id))
	}
	for i, m := range c.months {
		amount := w.Text(c.amounts[i])
		n := strconv.Itoa(m.Index)
		c.twin.values = append(c.twin.values, w.Text(c.Axis)+" "+n+": "+amount)
		c.twin.days = append(c.twin.days, w.Text(c.Heading[1])+": "+strconv.Itoa(m.Days))
		c.twin.table.Rows = append(c.twin.table.Rows, []string{n, strconv.Itoa(m.Days), amount})
	}
	var ticks []string
	for _, t := range c.ticks {
		ticks = append(ticks, w.Text(t.id))
	}
	c.twin.ticks = strings.Join(ticks, ", ")
	return &c.twin
}

func (c *Chart) say(p ui.Pen, r paint.Rect, g *grid) {
	t := c.texts(p.M.Words)
	p.Say(a11y.Node{ID: c.Unit, Name: p.Word(c.Unit), Value: t.ticks}, paint.Rect{X: r.X, Y: r.Y, W: r.W * 0.36, H: g.plot.Y - r.Y})
	if id := c.note(p); id != "" {
		p.Say(a11y.Node{ID: id, Name: p.Word(id)}, paint.Rect{X: r.X + r.W*0.38, Y: r.Y, W: r.W * 0.62, H: g.plot.Y - r.Y})
	}
	now := max(c.chosen(p), 0)
	p.Say(a11y.Node{
		ID: c.Axis, Role: a11y.Slider, Name: p.Word(c.Heading[0]), Value: t.values[now],
		Action: "month:", Range: a11y.Range{Min: 1, Max: len(c.months), Now: now + 1},
	}, g.slider())
	p.Say(a11y.Node{ID: c.Heading[2], Role: a11y.Table, Name: p.Word(c.Unit), Grid: t.table}, r)
}

// chosen is the index of the column that the person chose, or -1.
func (c *Chart) chosen(p ui.Pen) int { return min(p.M.Choices.Month, len(c.months)) - 1 }
