// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import "videoguida/player/paint"

// grid is equal cells in as many columns as fit.
type grid struct {
	least float32 // narrowest cell, CSS px
	cells []Block
}

// Grid shows blocks as cells at least least CSS px wide, side by side where
// there is room. In tight fits the cells may be narrower.
func Grid(least float32, cells ...Block) Block { return grid{least, cells} }

func (g grid) Since(p Pen) int { return latest(p, g.cells) }

// columns returns how many cells stand side by side in w.
func (g grid) columns(p Pen, w float32) int {
	n := 0
	p.Whole = true
	for _, c := range g.cells {
		if p.entry(c) > 0 {
			n++
		}
	}
	least := g.least
	if p.Fit.Tight() {
		least = min(least, 136)
	}
	k := min(int((w+p.Fit.Gap)/(least+p.Fit.Gap)), n)
	switch {
	case k == 3 && n == 4:
		k = 2 // two pairs, not three and one
	case k == 2 && n == 3 && !p.Fit.Tight():
		k = 1
	}
	for k > 1 && g.width(p, w, k) < g.widest(p) {
		k--
	}
	return max(k, 1)
}

// worded is a cell that knows how wide its longest word makes it.
type worded interface{ Least(p Pen) float32 }

// widest is the width that the longest word of any cell asks for.
func (g grid) widest(p Pen) (w float32) {
	for _, c := range g.cells {
		if c, ok := c.(worded); ok {
			w = max(w, c.Least(p))
		}
	}
	return w
}

// row returns the end of the row that begins at cell i, its height, and how
// far it has come in.
func (g grid) row(p Pen, i, columns int, w float32) (end int, height, e float32) {
	whole := p
	whole.Whole = true
	for n := 0; i < len(g.cells) && n < columns; i++ {
		if whole.entry(g.cells[i]) <= 0 {
			continue
		}
		height = max(height, g.cells[i].Height(whole, w))
		e = max(e, p.entry(g.cells[i]))
		n++
	}
	return i, height, p.Taken(e)
}

func (g grid) width(p Pen, w float32, columns int) float32 {
	return (w - p.Fit.Gap*float32(columns-1)) / float32(columns)
}

func (g grid) Height(p Pen, w float32) float32 {
	k := g.columns(p, w)
	cell := g.width(p, w, k)
	total, most := float32(0), float32(0)
	for i := 0; i < len(g.cells); {
		end, h, e := g.row(p, i, k, cell)
		total += (h + p.Fit.Gap) * e
		most = max(most, e)
		i = end
	}
	return max(total-p.Fit.Gap*most, 0)
}

func (g grid) Draw(p Pen, r paint.Rect) {
	k := g.columns(p, r.W)
	cell := g.width(p, r.W, k)
	whole := p
	whole.Whole = true
	y := r.Y
	for i := 0; i < len(g.cells); {
		end, h, e := g.row(p, i, k, cell)
		x := r.X
		for ; i < end; i++ {
			if whole.entry(g.cells[i]) > 0 {
				at := paint.Rect{X: x, Y: y, W: cell, H: h}
				p.sketch(g.cells[i], at, max(2*e-1, 0))
				p.draw(g.cells[i], at)
				x += cell + p.Fit.Gap
			}
		}
		y += (h + p.Fit.Gap) * e
	}
}

// sketched is a cell that shows where it will be.
type sketched interface{ Sketch(p Pen, r paint.Rect) }

// sketch shows the place of a cell, whose row has come in so far, until the
// cell is there.
func (p Pen) sketch(b Block, r paint.Rect, row float32) {
	e := p.entry(b)
	s, ok := b.(sketched)
	switch {
	case e >= 1 || row <= 0:
	case ok:
		saved := p.Shift(0, row)
		s.Sketch(p, r)
		p.Restore(saved)
	default:
		p.Vacant(r, row-e)
	}
}

// Vacant tints the place of a cell that is still to come, when its row is on
// the stage already: a card half empty looks broken.
func (p Pen) Vacant(r paint.Rect, opacity float32) {
	if opacity > 0 {
		p.Box(r, 14, Tint.Fade(0.55*opacity))
	}
}
