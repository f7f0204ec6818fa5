// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import (
	"strconv"

	"videoguida/player/a11y"
	"videoguida/player/icon"
	"videoguida/player/paint"
)

// book is how the list is divided into pages: whole rows, as many as fit.
type book struct {
	count       int // entries
	columns     int
	cell        float32 // width of an entry
	head        float32 // height of the title and the space under it
	lead        float32 // height of what only the first page shows over the rows
	tall        float32 // height of the tallest page, without its pager
	pages, page int
	turned      int         // ms since the narration turned to the page
	slots       [slots]slot // of the list, in its order
}

// slots is the most entries a list may have.
const slots = 16

// slot is where an entry stands; one that is not shown has page -1.
type slot struct {
	page int
	at   paint.Rect // from the top left of the first row
	row  bool       // it has a row to itself
}

// gapY is the space between two entries: they are targets.
const gapY = 8

// slack is what a page may be taller than even pages would be, CSS px.
const slack = 30

// paginate lays the rows out in as few pages of room CSS px as it takes, all
// about as full. Turning them takes pager px of the room.
func (b *book) paginate(room, pager float32) {
	if b.fill(room); b.pages == 1 {
		return
	}
	room -= pager
	b.fill(room)
	pages := b.pages
	for even := b.tall * 0.5; even < room; even += 12 {
		if b.fill(even); b.pages <= pages {
			b.fill(min(b.tall+slack, room)) // the first pages rather than the last
			return
		}
	}
	b.fill(room)
}

// fill lays the rows out in pages room CSS px high.
func (b *book) fill(room float32) {
	b.pages, b.tall = 1, max(b.lead-gapY, 0)
	y := b.lead
	for i := 0; i < b.count; {
		end, h := b.row(i)
		if y > 0 && y+h > room {
			b.pages++
			y = 0
		}
		n := 0
		for ; i < end; i++ {
			if c := &b.slots[i]; c.page >= 0 {
				c.page, c.at.X, c.at.Y = b.pages-1, float32(n)*(b.cell+gapY), y
				n++
			}
		}
		y += h + gapY
		b.tall = max(b.tall, y-gapY)
	}
}

// row returns the end of the row that begins at entry i and its height.
func (b *book) row(i int) (end int, h float32) {
	for n := 0; i < b.count && n < b.columns; i++ {
		if b.slots[i].page < 0 {
			continue
		}
		if b.slots[i].row && n > 0 {
			break
		}
		h = max(h, b.slots[i].at.H)
		if n++; b.slots[i].row {
			return i + 1, h
		}
	}
	return i, h
}

// rowHeight is the height of the row that entry i stands in.
func (b *book) rowHeight(i int) (h float32) {
	for k := range b.slots {
		if b.slots[k].page == b.slots[i].page && b.slots[k].at.Y == b.slots[i].at.Y {
			h = max(h, b.slots[k].at.H)
		}
	}
	return h
}

// pager is the messages of the buttons that turn pages.
type pager struct{ prev, next string }

// maxDots is how many pages still get a dot each.
const maxDots = 4

// draw shows the buttons that turn the pages and a dot for each page.
func (g pager) draw(p Pen, r paint.Rect, b *book) {
	dots := float32(gapY)
	if b.pages <= maxDots && r.W >= 3*Target+float32(b.pages)*18 {
		dots = float32(b.pages)*18 + 20
	}
	half := (r.W - dots) / 2
	if b.page > 0 {
		g.turn(p, paint.Rect{X: r.X, Y: r.Y, W: half, H: r.H}, g.prev, b.page)
	}
	if b.page+1 < b.pages {
		g.turn(p, paint.Rect{X: r.X + r.W - half, Y: r.Y, W: half, H: r.H}, g.next, b.page+2)
	}
	for i := 0; i < b.pages && dots > gapY; i++ {
		c, size := Muted.Fade(0.45), float32(5)
		if i == b.page {
			c, size = Primary, 7
		}
		p.Disc(r.X+r.W/2+(float32(i)-float32(b.pages-1)/2)*18, r.Y+r.H/2, size, c)
	}
}

// arrow is what a button too small for its words shows.
func (g pager) arrow(id string) icon.Name {
	if id == g.prev {
		return icon.Back
	}
	return icon.Arrow
}

func (g pager) turn(p Pen, r paint.Rect, id string, page int) {
	p.Frame(r, 12, Edge{2, Primary}, Tint)
	if s := p.Word(id); p.TextHeight(s, r.W-12, p.Strong()) <= r.H-2 && p.LongestWord(s, p.Strong()) <= r.W-12 {
		p.Middle(s, r.Inset(6), p.Strong().In(Deep).Centred())
	} else {
		p.Icon(g.arrow(id), Square(r.X+r.W/2, r.Y+r.H/2, 26), Deep)
	}
	if p.T != nil {
		p.Say(a11y.Node{
			ID: id, Role: a11y.Button, Name: p.Word(id),
			Action: p.T.Join([4]string{"page:", strconv.Itoa(page)}),
		}, r)
	}
}
