// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import "videoguida/player/paint"

// Paged is a card with a heading, items that divide themselves into pages when
// room is short, and one or two buttons that always stand below.
type Paged struct {
	Always
	Lead        []Block // over the heading, on the first page only
	Title       string  // message of the heading, or empty
	Items       []Block
	Least       float32 // items stand two by two where each has so many CSS px; 0: see pairs
	Pages       int     // how many may show the items in full before they get smaller; 0: one
	Left, Right Block   // the buttons; Left may be nil
	Prev, Next  string  // messages of the buttons that turn the pages
}

// whole is an item that has a row to itself.
type whole struct{ Block }

// Whole gives an item of a Paged a row of its own.
func Whole(b Block) Block { return whole{b} }

// Height implements Block.
func (g *Paged) Height(p Pen, w float32) float32 {
	final := p.Fit.Level == bare
	if !final && p.Fit.Snug() && g.patient(p, w) {
		return p.Room + 1
	}
	b := g.divide(p, w-2*p.Fit.Pad)
	if !final && b.pages > g.most(p, w) {
		return p.Room + 1
	}
	return b.head + b.tall + gapY + g.below(p, &b, w-2*p.Fit.Pad) + 2*p.Fit.Pad
}

// most is how many pages are not too many: one, if a smaller fit that is still
// easy to read can do with it.
func (g *Paged) most(p Pen, w float32) int {
	switch {
	case p.Fit.Tight(), p.Fit.Snug() && g.at(p, w, tight) > 1:
		return 2
	case p.Fit.Level == roomy:
		return max(g.Pages, 1)
	}
	return 1
}

// patient reports whether the items are shown in full if the panel takes more
// room than now: the officer then makes way for it.
func (g *Paged) patient(p Pen, w float32) bool {
	return g.Pages > 1 && g.at(p, w, roomy) <= g.Pages
}

// at is how many pages the items take in another fit of the same stage.
func (g *Paged) at(p Pen, w float32, level int) int {
	p.Fit = fits[level].scaled(p.Fit.Body / fits[p.Fit.Level].Body)
	b := g.divide(p, w-2*p.Fit.Pad)
	return b.pages
}

// divide lays the items out. On the shortest stages only one button shares the
// row of those that turn the pages: the other becomes the last item.
func (g *Paged) divide(p Pen, w float32) book {
	b := book{count: len(g.Items), columns: 1, cell: w, head: g.headHeight(p, w), lead: g.leadHeight(p, w)}
	g.lay(p, &b, w)
	if b.pages > 1 && g.short(p) && g.Left != nil {
		b.count++
		g.lay(p, &b, w)
	}
	b.page = min(max(p.M.Choices.Page, 1), b.pages) - 1
	return b
}

// lay fills the pages.
func (g *Paged) lay(p Pen, b *book, w float32) {
	b.columns = 1
	if g.pairs(p, w) {
		b.columns = 2
	}
	pager := float32(0)
	if !g.inline(p, w) {
		pager = Target + gapY
	}
	room := p.Room - 2*p.Fit.Pad - b.head - gapY - g.row(p, b, w)
	g.measure(p, b, w)
	if b.fill(room); b.pages > 1 && g.crowds(p, (w-gapY)/2) {
		b.columns = 2
		g.measure(p, b, w)
	}
	b.paginate(room, pager)
}

func (g *Paged) measure(p Pen, b *book, w float32) {
	b.cell = (w - gapY*float32(b.columns-1)) / float32(b.columns)
	for i := range b.count {
		s := slot{at: paint.Rect{W: b.cell}, row: g.whole(i)}
		if s.row {
			s.at.W = w
		}
		s.at.H = g.item(i).Height(p, s.at.W)
		b.slots[i] = s
	}
}

// pairs reports whether items stand two by two though one below the other
// would fit as well: where the panel is wide, or when they are few words.
func (g *Paged) pairs(p Pen, w float32) bool {
	half := (w - gapY) / 2
	if g.Least > 0 {
		return half >= g.Least
	}
	n := 0
	for i := range g.Items {
		if !g.whole(i) {
			n++
		}
	}
	return n%2 == 0 && half >= g.widest(p, answerable.Line)
}

// answerable is an item that knows how wide its words make it: the longest
// word, and all of them in one line.
type answerable interface {
	Least(p Pen) float32
	Line(p Pen) float32
}

// crowds reports whether items that do not fit one below the other stand two
// by two, half px wide each: not if their help lines would then be lost.
func (g *Paged) crowds(p Pen, half float32) bool {
	if g.Least > 0 || g.Pages > 1 && !p.Fit.Snug() && half < roomForHelp {
		return false
	}
	return half >= g.widest(p, answerable.Least)
}

// widest is the greatest width that an item asks for.
func (g *Paged) widest(p Pen, ask func(answerable, Pen) float32) (w float32) {
	for _, item := range g.Items {
		if c, ok := item.(answerable); ok {
			w = max(w, ask(c, p))
		}
	}
	return w
}

func (g *Paged) whole(i int) bool {
	_, ok := g.item(i).(whole)
	return ok || i == len(g.Items)
}

func (g *Paged) item(i int) Block {
	if i < len(g.Items) {
		return g.Items[i]
	}
	return g.Right
}

func (g *Paged) headHeight(p Pen, w float32) float32 {
	if g.Title == "" {
		return 0
	}
	return p.TextHeight(p.Word(g.Title), w, g.title(p)) + gapY
}

func (g *Paged) leadHeight(p Pen, w float32) (h float32) {
	for _, b := range g.Lead {
		h += b.Height(p, w) + gapY
	}
	return h
}

// title is the heading's type: a question may be long.
func (g *Paged) title(p Pen) Type {
	t := p.Title()
	t.Size = (t.Size + p.Fit.Body) / 2
	return t
}

// short reports whether one row must do for all buttons.
func (g *Paged) short(p Pen) bool { return p.Room < 360 }

// inline reports whether the buttons that turn the pages stand between the
// others.
func (g *Paged) inline(p Pen, w float32) bool { return g.short(p) || w >= 560 }

// row is the height of the row of buttons.
func (g *Paged) row(p Pen, b *book, w float32) float32 {
	left, right := g.Left, g.right(b)
	cell := g.cell(p, left != nil && right != nil, w)
	h := float32(Target)
	if left != nil {
		h = max(h, left.Height(p, cell))
	}
	if right != nil {
		h = max(h, right.Height(p, cell))
	}
	return h
}

// right is the right button, or nil when it is an item.
func (g *Paged) right(b *book) Block {
	if b.count > len(g.Items) {
		return nil
	}
	return g.Right
}

// cell is the width of a button below.
func (g *Paged) cell(p Pen, both bool, w float32) float32 {
	switch {
	case w >= 560:
		return (w - 2*gapY) * 0.36
	case both || g.short(p):
		return (w - gapY) / 2
	}
	return w
}

// below is the height of all that stands below the items.
func (g *Paged) below(p Pen, b *book, w float32) float32 {
	h := g.row(p, b, w)
	if b.pages > 1 && !g.inline(p, w) {
		h += Target + gapY
	}
	return h
}
