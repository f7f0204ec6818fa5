package ui

import (
	"strconv"

	"videoguida/player/a11y"
	"videoguida/player/icon"
	"videoguida/player/paint"
	"videoguida/player/story"
)

// Services is the list of services as links, in as many pages as the room
// asks for. Without a page chosen it shows the one with the service that is
// being named.
type Services struct {
	Title      string
	List       []story.Button
	Icons      []icon.Name // of the list, in its order
	Named      []Named     // services that the narration points at
	Share      float32     // of the overlay's height, 0…1
	Brief      bool        // names only
	Prev, Next string      // messages of the buttons that turn the pages
}

// Named is a service that lights up at a cue.
type Named struct {
	ID string
	At story.Cue
}

// Since implements Block.
func (s *Services) Since(p Pen) int { return p.LabelSince(s.Title) }

// book is how the list is divided into pages: whole rows, as many as fit.
type book struct {
	columns     int
	cell        float32 // width of an entry
	head        float32 // height of the title and the space under it
	tall        float32 // height of the tallest page, without its pager
	pages, page int
	slots       [slots]slot // of the list, in its order
}

// slots is the most services a list may have.
const slots = 16

// slot is where a service stands. Those of other people have page -1.
type slot struct {
	page int
	at   paint.Rect // from the top left of the first row
}

// gapY is the space between two entries: they are targets.
const gapY = 8

func (s *Services) divide(p Pen, w float32) book {
	b := book{columns: 1, head: p.TextHeight(p.Word(s.Title), w, p.Title()) + gapY}
	if w >= 560 || s.Brief && (w-gapY)/2 >= s.least(p) {
		b.columns = 2
	}
	b.cell = (w - gapY*float32(b.columns-1)) / float32(b.columns)
	for i := range s.List {
		b.slots[i] = slot{-1, paint.Rect{W: b.cell}}
		if s.List[i].When.Holds(p.M.Facts) {
			b.slots[i] = slot{0, paint.Rect{W: b.cell, H: s.entry(p, b.cell, i)}}
		}
	}
	room := p.Room * s.Share
	if s.Brief && wide(p.M) {
		room = p.Room - 2*Target // beside the officer only a button stands below
	}
	s.paginate(&b, room-b.head)
	b.page = s.open(p, &b)
	return b
}

// least is the width at which the longest word of a name still fits.
func (s *Services) least(p Pen) (w float32) {
	for i := range s.List {
		w = max(w, p.LongestWord(p.Word(s.List[i].ID), p.Strong())+24)
	}
	return w
}

// paginate lays the rows out in as few pages of room CSS px as it takes, all
// about as full.
func (s *Services) paginate(b *book, room float32) {
	if s.fill(b, room); b.pages == 1 {
		return
	}
	room -= Target + gapY
	s.fill(b, room)
	pages := b.pages
	for even := b.tall * 0.5; even < room; even += 12 {
		if s.fill(b, even); b.pages <= pages {
			return
		}
	}
	s.fill(b, room)
}

// fill lays the rows out in pages room CSS px high.
func (s *Services) fill(b *book, room float32) {
	b.pages, b.tall = 1, 0
	y := float32(0)
	for i := 0; i < len(s.List); {
		end, h := s.row(b, i)
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

// row returns the end of the row that begins at service i and its height.
func (s *Services) row(b *book, i int) (end int, h float32) {
	for n := 0; i < len(s.List) && n < b.columns; i++ {
		if b.slots[i].page >= 0 {
			h = max(h, b.slots[i].at.H)
			n++
		}
	}
	return i, h
}

// open returns the page to show, 0-based.
func (s *Services) open(p Pen, b *book) int {
	if c := p.M.Choices.Page; c > 0 {
		return min(c, b.pages) - 1
	}
	at := 0
	for _, named := range s.Named {
		if p.M.Clock.Since(named.At) < 0 {
			continue
		}
		for i := range s.List {
			if s.List[i].ID == named.ID {
				at = max(b.slots[i].page, 0)
			}
		}
	}
	return at
}

// Height implements Block.
func (s *Services) Height(p Pen, w float32) float32 {
	b := s.divide(p, w)
	switch {
	case b.pages == 1:
		return b.head + b.tall
	case b.pages > 2 && !p.Fit.Snug(), b.pages > 3 && p.Fit.Level < bare:
		return p.Room + 1 // smaller, rather than many pages
	}
	return b.head + b.tall + gapY + Target
}

// Draw implements Block.
func (s *Services) Draw(p Pen, r paint.Rect) {
	b := s.divide(p, r.W)
	p.Text(p.Word(s.Title), r, p.Title())
	p.Say(a11y.Node{ID: s.Title, Role: a11y.Heading, Level: 3, Name: p.Word(s.Title)}, paint.Rect{X: r.X, Y: r.Y, W: r.W, H: b.head - gapY})
	for i := range s.List {
		if at := b.slots[i].at; b.slots[i].page == b.page {
			at.X, at.Y, at.H = at.X+r.X, at.Y+r.Y+b.head, b.rowHeight(i)
			s.draw(p, at, i)
		}
	}
	if b.pages > 1 {
		s.pager(p, paint.Rect{X: r.X, Y: r.Y + b.head + b.tall + gapY, W: r.W, H: Target}, &b)
	}
}

// rowHeight is the height of the row that service i stands in.
func (b *book) rowHeight(i int) (h float32) {
	for k := range b.slots {
		if b.slots[k].page == b.slots[i].page && b.slots[k].at.Y == b.slots[i].at.Y {
			h = max(h, b.slots[k].at.H)
		}
	}
	return h
}

// side is the width that the icon takes.
func (s *Services) side(p Pen) float32 {
	if s.Brief || p.Fit.Icon == 0 {
		return 0
	}
	return max(p.Fit.Icon, 26) + 12
}

func (s *Services) text(p Pen, r paint.Rect) paint.Rect {
	arrow := float32(26)
	if s.Brief {
		arrow = 0
	}
	return paint.Rect{X: r.X + 12 + s.side(p), Y: r.Y + 9, W: r.W - 24 - s.side(p) - arrow, H: r.H - 18}
}

func (s *Services) entry(p Pen, w float32, i int) float32 {
	in := s.text(p, paint.Rect{W: w})
	h := p.TextHeight(p.Word(s.List[i].ID), in.W, p.Strong())
	if !s.Brief {
		h += p.TextHeight(p.Word(s.List[i].Detail), in.W, p.Small()) + p.TextHeight(p.Word(s.List[i].Login), in.W-20, p.Small())
	}
	return max(h+18, Target)
}

func (s *Services) lit(p Pen, id string) bool {
	lit := false
	for _, named := range s.Named {
		if p.M.Clock.Since(named.At) >= 0 {
			lit = named.ID == id
		}
	}
	return lit
}

func (s *Services) draw(p Pen, r paint.Rect, i int) {
	b := &s.List[i]
	if p.T != nil {
		s.say(p, r, b)
		return
	}
	p.O.SoftBox(paint.Rect{X: r.X + 2, Y: r.Y + 4, W: r.W - 4, H: r.H - 2}, 12, 14, Ink.Fade(0.1))
	edge, fill := float32(2), White
	if s.lit(p, b.ID) {
		p.O.SoftBox(r.Inset(-5), 16, 18, Primary.Fade(0.5))
		edge, fill = 4, Tint
	}
	p.Frame(r, 12, Edge{edge, Primary}, fill)
	in := s.text(p, r)
	if s.Brief {
		p.Middle(p.Word(b.ID), in, p.Strong().In(Deep).Centred())
		return
	}
	if side := s.side(p) - 12; side > 0 {
		p.Icon(s.Icons[i], Square(r.X+12+side/2, r.Y+r.H/2, side), Primary)
	}
	p.Icon(icon.ExternalLink, Square(r.X+r.W-24, r.Y+r.H/2, 22), Primary)
	h := s.entry(p, r.W, i) - 18
	in.Y += (in.H - h) / 2
	in.Y += p.Text(p.Word(b.ID), in, p.Strong().In(Deep))
	in.Y += p.Text(p.Word(b.Detail), in, p.Small().In(Ink))
	if b.Service != "" && b.Login != "" {
		p.Icon(icon.LoginId, Square(in.X+8, in.Y+p.Fit.Body*0.62, 16), Muted)
		p.Text(p.Word(b.Login), paint.Rect{X: in.X + 20, Y: in.Y, W: in.W - 20}, p.Small())
	}
}

func (s *Services) say(p Pen, r paint.Rect, b *story.Button) {
	name := p.T.Join([4]string{p.Word(b.ID), ". ", p.Word(b.Detail), " "})
	name = p.T.Join([4]string{name, p.Word(b.Login)})
	p.Say(a11y.Node{ID: b.ID, Role: a11y.Link, Name: name, Action: p.Action(b)}, r)
}

// maxDots is how many pages still get a dot each.
const maxDots = 4

// pager shows the buttons that turn the pages and a dot for each page.
func (s *Services) pager(p Pen, r paint.Rect, b *book) {
	dots := float32(gapY)
	if b.pages <= maxDots {
		dots = float32(b.pages)*18 + 20
	}
	half := (r.W - dots) / 2
	if b.page > 0 {
		s.turn(p, paint.Rect{X: r.X, Y: r.Y, W: half, H: r.H}, s.Prev, b.page)
	}
	if b.page+1 < b.pages {
		s.turn(p, paint.Rect{X: r.X + r.W - half, Y: r.Y, W: half, H: r.H}, s.Next, b.page+2)
	}
	for i := 0; i < b.pages && b.pages <= maxDots; i++ {
		c, size := Muted.Fade(0.45), float32(5)
		if i == b.page {
			c, size = Primary, 7
		}
		p.Disc(r.X+r.W/2+(float32(i)-float32(b.pages-1)/2)*18, r.Y+r.H/2, size, c)
	}
}

func (s *Services) turn(p Pen, r paint.Rect, id string, page int) {
	p.Frame(r, 12, Edge{2, Primary}, Tint)
	p.Middle(p.Word(id), r.Inset(6), p.Strong().In(Deep).Centred())
	if p.T != nil {
		p.Say(a11y.Node{
			ID: id, Role: a11y.Button, Name: p.Word(id),
			Action: p.T.Join([4]string{"page:", strconv.Itoa(page)}),
		}, r)
	}
}
