// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"strconv"

	"videoguida/player/benefit"
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/ui"
)

// grid is the chart's geometry in one frame, CSS px.
type grid struct {
	all, plot paint.Rect
	step      float32 // from one column to the next
	wide      float32 // of a column
	perCent   float32 // px for one cent
}

// Sizes of the small type, CSS px: the axes'. Figures are as large as text.
const axisSize = 15

func (c *Chart) grid(p ui.Pen, r paint.Rect) grid {
	g := grid{all: r, plot: r}
	k := p.Fit.Body / 18
	labels := float32(0)
	for _, t := range c.ticks {
		labels = max(labels, p.M.Fonts.Measure(p.Word(t.id), paint.Regular, axisSize*k))
	}
	g.plot.X += labels + 8
	g.plot.W -= labels + 8
	g.plot.Y += c.above(p, r.W) + p.Fit.Body*1.35 // the figures stand over the columns
	g.plot.H = r.Y + r.H - g.plot.Y - axisSize*k*1.7
	g.step = min(g.plot.W/float32(len(c.months)), 90)
	g.wide = g.step * 0.84
	if len(c.months) > 14 {
		g.wide = g.step * 0.78
	}
	g.perCent = g.plot.H / float32(c.top())
	return g
}

func (g *grid) left(i int) float32 { return g.plot.X + g.step*float32(i) + (g.step-g.wide)/2 }

func (g *grid) base() float32 { return g.plot.Y + g.plot.H }

func (g *grid) y(v benefit.Cents) float32 { return g.base() - float32(v)*g.perCent }

// slider is where the control that chooses a month lies: on the columns' feet.
func (g *grid) slider() paint.Rect {
	return paint.Rect{X: g.plot.X, Y: g.base() - 44, W: g.plot.W, H: 44}
}

// lines paints the round amounts across the plot.
func (c *Chart) lines(p ui.Pen, g *grid) {
	size := axisSize * p.Fit.Body / 18
	for _, t := range c.ticks {
		y := g.y(t.cents)
		p.Box(paint.Rect{X: g.plot.X - 4, Y: y - 0.5, W: g.plot.W + 4, H: 1}, 0, ui.Line)
		s := p.Word(t.id)
		w := p.M.Fonts.Measure(s, paint.Regular, size)
		p.O.Text(s, paint.Point{X: g.plot.X - 8 - w, Y: y + size*0.36}, paint.Regular, size, ui.Muted)
	}
}

// column paints one month: idle grey before its kind was named, then deep blue when
// full or light blue when reduced. The last month's missing days are hatched.
func (c *Chart) column(p ui.Pen, g *grid, i int) {
	m := &c.months[i]
	h := float32(m.Amount) * g.perCent
	r := paint.Rect{X: g.left(i), Y: g.base() - h, W: g.wide, H: h}
	if i == c.lifted(p) {
		wider := (g.step - g.wide) / 4 // on either side: what is left of the gap tells it from its neighbours
		r = paint.Rect{X: r.X - wider, Y: r.Y - 4, W: r.W + 2*wider, H: r.H + 4}
	}
	if m.Days < benefit.MonthDays {
		whole := float32(m.Full) * g.perCent
		p.Frame(paint.Rect{X: r.X, Y: g.base() - whole, W: r.W, H: whole}, 3, ui.Edge{Width: 1.5, Color: ui.Light}, ui.White)
		hatch := paint.Rect{X: r.X + 2, Y: g.base() - whole + 2, W: r.W - 4, H: whole - 4}
		for y := float32(0); y < hatch.H && hatch.Y+y+2 <= r.Y-4; y += 7 { // white all around the column
			p.Box(paint.Rect{X: hatch.X, Y: hatch.Y + y, W: hatch.W, H: 2}, 0, ui.Light.Fade(0.55))
		}
	}
	p.Box(r, 3, c.shade(p, i))
	if i == c.chosen(p) {
		p.Box(paint.Rect{X: r.X, Y: g.base() + 2, W: r.W, H: 4}, 2, ui.Warn)
	}
}

// lifted is the column shown larger: the chosen one, else the first reduced
// while the chain is being explained, else -1.
func (c *Chart) lifted(p ui.Pen) int {
	if i := c.chosen(p); i >= 0 {
		return i
	}
	if p.Since(c.Chain) >= 0 && c.cut < len(c.months) {
		return c.cut
	}
	return -1
}

// between is the time from one reduced column to the next, ms.
const between = 90

func (c *Chart) shade(p ui.Pen, i int) paint.Color {
	if i < c.cut {
		return mix(ui.Idle, ui.Primary, ui.Ease(since(p, c.Same), ui.Entry))
	}
	return mix(ui.Idle, ui.Light, ui.Ease(since(p, c.Cut)-(i-c.cut)*between, ui.Entry))
}

func mix(a, b paint.Color, u float32) paint.Color {
	f := func(x, y uint8) uint8 { return uint8(float32(x) + (float32(y)-float32(x))*u + 0.5) }
	return paint.Color{R: f(a.R, b.R), G: f(a.G, b.G), B: f(a.B, b.B), A: 255}
}

// marker paints the broken line before the first reduced month.
func (c *Chart) marker(p ui.Pen, g *grid) {
	if c.cut == len(c.months) {
		return
	}
	e := p.Move(since(p, c.Cut), 400)
	x := g.plot.X + g.step*float32(c.cut)
	top := g.all.Y + c.above(p, g.all.W)
	for d := float32(0); d < (g.base()-top)*e; d += 8 {
		p.Box(paint.Rect{X: x - 1, Y: top + d, W: 2, H: 5}, 1, ui.Warn)
	}
}

// chain paints an arrow from each full or reduced column to the one it lowers,
// at the height of a whole month.
func (c *Chart) chain(p ui.Pen, g *grid) {
	at := p.Since(c.Chain)
	for i := max(c.cut-1, 0); i+1 < len(c.months); i++ {
		e := ui.Ease(at-(i-c.cut+1)*between, ui.Entry)
		if e <= 0 || c.cut == len(c.months) {
			continue
		}
		side := min(g.step*0.9, 18)
		y := g.y(c.months[i+1].Full) + side*0.75
		saved := p.Shift(0, e)
		p.Icon(icon.Arrow, ui.Square(g.left(i+1), y, side), ui.Ink)
		p.Restore(saved)
	}
}

// figures paints the amounts of the few columns that carry one. A figure that
// would touch the one before is left to the table.
func (c *Chart) figures(p ui.Pen, g *grid) {
	right := float32(-1)
	chosen := c.chosen(p)
	if chosen >= 0 {
		c.bubble(p, g, chosen)
		return
	}
	last := len(c.months) - 1
	for _, i := range [...]int{0, c.cut, last} {
		if i > last || i == c.cut && since(p, c.Cut) < 0 {
			continue
		}
		x, w := c.figure(p, g, i, right)
		if w > 0 {
			right = x + w + 10
		}
	}
}

// figure paints one amount over its column, if it is free there.
func (c *Chart) figure(p ui.Pen, g *grid, i int, free float32) (x, w float32) {
	t := p.Strong().In(ui.Deep)
	s := p.Word(c.amounts[i])
	w = p.M.Fonts.Measure(s, t.Weight, t.Size)
	x = min(max(g.left(i)+g.wide/2-w/2, g.plot.X-4), g.all.X+g.all.W-w)
	if i == 0 && since(p, c.Cut) >= 0 && c.cut > 0 {
		x = max(min(x, g.plot.X+g.step*float32(c.cut)-w-6), g.all.X)
	}
	if i == c.cut && i > 0 {
		x = min(max(g.left(i)+2, free), g.all.X+g.all.W-w)
	}
	if x < free {
		return 0, 0
	}
	y := g.y(max(c.months[i].Amount, c.tallest(g, x, w))) - t.Size*0.4
	if i == c.lifted(p) {
		p.Box(paint.Rect{X: x - 7, Y: y - t.Size*1.02, W: w + 14, H: t.Size * 1.38}, 7, ui.Ink)
		t = t.In(ui.White)
	} else {
		p.Box(paint.Rect{X: x - 2, Y: y - t.Size*0.8, W: w + 4, H: t.Size * 1.05}, 0, ui.White) // no line strikes it out
	}
	p.O.Text(s, paint.Point{X: x, Y: y}, t.Weight, t.Size, t.Color)
	return x, w
}

// tallest is the highest amount among the columns under [x, x+w].
func (c *Chart) tallest(g *grid, x, w float32) benefit.Cents {
	var top benefit.Cents
	for i := range c.months {
		if g.left(i) < x+w && g.left(i)+g.wide > x {
			top = max(top, c.months[i].Full)
		}
	}
	return top
}

// bubble paints the chosen month's number, amount and days, in the place of
// what else stands over the columns.
func (c *Chart) bubble(p ui.Pen, g *grid, i int) {
	twin := c.texts(p.M.Words)
	big, quiet := p.Strong().In(ui.White), p.Small().In(ui.White)
	big.Size *= 1.15
	w := max(p.TextWidth(twin.values[i], g.all.W, big), p.TextWidth(twin.days[i], g.all.W, quiet)) + 24
	h := p.TextHeight(twin.values[i], w, big) + p.TextHeight(twin.days[i], w, quiet)
	x := min(max(g.left(i)+g.wide/2-w/2, g.all.X), g.all.X+g.all.W-w)
	r := paint.Rect{X: x, Y: g.all.Y - 6, W: w, H: h + 4}
	p.Box(r, 10, ui.Ink)
	at := paint.Rect{X: r.X + 12, Y: r.Y + 1, W: g.all.W}
	at.Y += p.Text(twin.values[i], at, big)
	p.Text(twin.days[i], at, quiet)
}

// axis paints its name and the numbers of the months: the first, the first
// reduced and the last, and those between as far as they have room.
func (c *Chart) axis(p ui.Pen, g *grid) {
	size := axisSize * p.Fit.Body / 18
	y := g.base() + size*1.35
	name := p.Word(c.Axis)
	p.O.Text(name, paint.Point{X: g.all.X, Y: y}, paint.Regular, size, ui.Muted)
	free := g.all.X + p.M.Fonts.Measure(name, paint.Regular, size) + 4
	for i := range c.months {
		s := strconv.Itoa(i + 1)
		w := p.M.Fonts.Measure(s, paint.Regular, size)
		x := g.left(i) + g.wide/2 - w/2
		if x < free || !c.numbered(g, i) {
			continue
		}
		p.O.Text(s, paint.Point{X: x, Y: y}, paint.Regular, size, ui.Muted)
		free = x + w + 5
	}
}

// numbered reports whether month i gets its number: with narrow columns only
// every sixth, and none that would crowd the three that must be there.
func (c *Chart) numbered(g *grid, i int) bool {
	last := len(c.months) - 1
	if g.step > 22 || i == 0 || i == c.cut || i == last {
		return true
	}
	return (i+1)%6 == 0 && last-i > 2 && max(i-c.cut, c.cut-i) > 2
}
