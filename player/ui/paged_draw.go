// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import (
	"videoguida/player/a11y"
	"videoguida/player/paint"
)

// Draw implements Block.
func (g *Paged) Draw(p Pen, r paint.Rect) {
	p.Sheet(r, 18)
	r = r.Inset(p.Fit.Pad)
	b := g.divide(p, r.W)
	y := r.Y
	if b.page == 0 {
		y = g.lead(p, r)
	}
	g.head(p, paint.Rect{X: r.X, Y: y, W: r.W})
	for i := range b.count {
		if at := b.slots[i].at; b.slots[i].page == b.page {
			g.item(i).Draw(p, paint.Rect{X: at.X + r.X, Y: at.Y + r.Y + b.head, W: at.W, H: b.rowHeight(i)})
		}
	}
	r.Y += b.head + b.tall + gapY
	g.foot(p, r, &b)
}

// lead draws what only the first page shows and returns where it ends.
func (g *Paged) lead(p Pen, r paint.Rect) float32 {
	for _, b := range g.Lead {
		h := b.Height(p, r.W)
		b.Draw(p, paint.Rect{X: r.X, Y: r.Y, W: r.W, H: h})
		r.Y += h + gapY
	}
	return r.Y
}

func (g *Paged) head(p Pen, r paint.Rect) {
	if g.Title == "" {
		return
	}
	r.H = p.Text(p.Word(g.Title), r, g.title(p))
	p.Say(a11y.Node{ID: g.Title, Role: a11y.Heading, Level: 2, Name: p.Word(g.Title)}, r)
}

// foot draws the buttons below: those that turn the pages, then the others.
func (g *Paged) foot(p Pen, r paint.Rect, b *book) {
	left, right := g.Left, g.right(b)
	turn := pager{g.Prev, g.Next}
	if b.pages > 1 && !g.inline(p, r.W) {
		turn.draw(p, paint.Rect{X: r.X, Y: r.Y, W: r.W, H: Target}, b)
		r.Y += Target + gapY
	}
	h, cell := g.row(p, b, r.W), g.cell(p, left != nil && right != nil, r.W)
	between := paint.Rect{X: r.X, Y: r.Y, W: r.W, H: h}
	if left != nil {
		left.Draw(p, paint.Rect{X: r.X, Y: r.Y, W: cell, H: h})
		between.X += cell + gapY
		between.W -= cell + gapY
	}
	if right != nil {
		between.W -= cell + gapY
	}
	if b.pages > 1 && g.inline(p, r.W) {
		turn.draw(p, between, b)
	}
	if right != nil {
		right.Draw(p, paint.Rect{X: r.X + r.W - cell, Y: r.Y, W: cell, H: h})
	}
}
