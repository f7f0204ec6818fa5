package ui

import (
	"videoguida/player/a11y"
	"videoguida/player/paint"
)

// Paged is a card with a heading, blocks that divide themselves into pages
// when room is short, and blocks that always stand below.
type Paged struct {
	Always
	Title string // message of the heading, or empty
	Help  string // message under it, or empty
	Items []Block
	Pairs bool // items may stand two by two
	Foot  []Block
	Prev  string // messages of the buttons that turn the pages
	Next  string
}

// Height implements Block.
func (g *Paged) Height(p Pen, w float32) float32 {
	in := w - 2*p.Fit.Pad
	b := g.divide(p, in)
	if b.pages > 1 && p.Fit.Level < bare {
		return p.Room + 1
	}
	h := b.head + b.tall + g.footHeight(p, in) + 2*p.Fit.Pad
	if b.pages > 1 {
		h += gapY + Target
	}
	return h
}

// divide lays the items out: in pairs only when they do not fit one below the
// other.
func (g *Paged) divide(p Pen, w float32) book {
	b := book{count: g.count(p, w), columns: 1, cell: w, head: g.headHeight(p, w)}
	room := p.Room - 2*p.Fit.Pad - b.head - g.footHeight(p, w)
	g.measure(p, &b)
	if b.fill(room); b.pages > 1 && g.Pairs && (w-gapY)/2 >= g.widest(p) {
		b.columns, b.cell = 2, (w-gapY)/2
		g.measure(p, &b)
	}
	b.paginate(room)
	b.page = min(max(p.M.Choices.Page, 1), b.pages) - 1
	return b
}

func (g *Paged) measure(p Pen, b *book) {
	for i := range b.count {
		b.slots[i].at = paint.Rect{W: b.cell, H: g.item(i).Height(p, b.cell)}
	}
}

// folded reports whether the foot takes so much of the room that it joins the
// items: it is then found on the last page.
func (g *Paged) folded(p Pen, w float32) bool { return g.stacked(p, w) > 0.42*p.Room }

func (g *Paged) count(p Pen, w float32) int {
	if g.folded(p, w) {
		return len(g.Items) + len(g.Foot)
	}
	return len(g.Items)
}

func (g *Paged) item(i int) Block {
	if i < len(g.Items) {
		return g.Items[i]
	}
	return g.Foot[i-len(g.Items)]
}

func (g *Paged) widest(p Pen) (w float32) {
	for _, item := range g.Items {
		if c, ok := item.(worded); ok {
			w = max(w, c.Least(p))
		}
	}
	return w
}

func (g *Paged) headHeight(p Pen, w float32) (h float32) {
	if g.Title != "" {
		h = p.TextHeight(p.Word(g.Title), w, g.title(p)) + gapY
	}
	if s := p.Word(g.Help); s != "" && !p.Fit.Tight() {
		h += p.TextHeight(s, w, p.Small()) + gapY
	}
	return h
}

// title is the heading's type: a question may be long.
func (g *Paged) title(p Pen) Type {
	t := p.Title()
	t.Size = (t.Size + p.Fit.Body) / 2
	return t
}

// footHeight is what the foot takes below the pages.
func (g *Paged) footHeight(p Pen, w float32) float32 {
	if g.folded(p, w) {
		return 0
	}
	return g.stacked(p, w)
}

// stacked is the height of the foot.
func (g *Paged) stacked(p Pen, w float32) (h float32) {
	for _, b := range g.Foot {
		h += b.Height(p, w) + gapY
	}
	return h
}

// Draw implements Block.
func (g *Paged) Draw(p Pen, r paint.Rect) {
	p.Sheet(r, 18)
	r = r.Inset(p.Fit.Pad)
	b := g.divide(p, r.W)
	g.head(p, r)
	for i := range b.count {
		if at := b.slots[i].at; b.slots[i].page == b.page {
			g.item(i).Draw(p, paint.Rect{X: at.X + r.X, Y: at.Y + r.Y + b.head, W: at.W, H: b.rowHeight(i)})
		}
	}
	y := r.Y + b.head + b.tall + gapY
	if b.pages > 1 {
		pager{g.Prev, g.Next}.draw(p, paint.Rect{X: r.X, Y: y, W: r.W, H: Target}, &b)
		y += Target + gapY
	}
	if b.count > len(g.Items) {
		return
	}
	for _, f := range g.Foot {
		h := f.Height(p, r.W)
		f.Draw(p, paint.Rect{X: r.X, Y: y, W: r.W, H: h})
		y += h + gapY
	}
}

func (g *Paged) head(p Pen, r paint.Rect) {
	if g.Title != "" {
		h := p.Text(p.Word(g.Title), r, g.title(p))
		p.Say(a11y.Node{ID: g.Title, Role: a11y.Heading, Level: 3, Name: p.Word(g.Title)}, paint.Rect{X: r.X, Y: r.Y, W: r.W, H: h})
		r.Y += h + gapY
	}
	if s := p.Word(g.Help); s != "" && !p.Fit.Tight() {
		h := p.Text(s, r, p.Small())
		p.Say(a11y.Node{ID: g.Help, Name: s}, paint.Rect{X: r.X, Y: r.Y, W: r.W, H: h})
	}
}
