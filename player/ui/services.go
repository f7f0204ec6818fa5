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

// book is how the list is divided.
type book struct {
	columns, perPage, pages, page int
	cell, tall                    float32 // of an entry
	head                          float32 // height of the title and its gap
}

func (s *Services) count(p Pen) (n int) {
	for i := range s.List {
		if s.List[i].When.Holds(p.M.Facts) {
			n++
		}
	}
	return n
}

// gapY is the space between two entries: they are targets.
const gapY = 8

func (s *Services) divide(p Pen, w float32) book {
	b := book{columns: 1}
	if w >= 560 || s.Brief && w >= 280 {
		b.columns = 2
	}
	b.cell = (w - gapY*float32(b.columns-1)) / float32(b.columns)
	for i := range s.List {
		if s.List[i].When.Holds(p.M.Facts) {
			b.tall = max(b.tall, s.entry(p, b.cell, i))
		}
	}
	b.head = p.TextHeight(p.Word(s.Title), w, p.Title()) + gapY
	n := s.count(p)
	rows := int((p.Room*s.Share - b.head + gapY) / (b.tall + gapY))
	if b.perPage = rows * b.columns; b.perPage < n {
		rows = max(int((p.Room*s.Share-b.head-Target)/(b.tall+gapY)), 1)
		b.perPage = rows * b.columns
	}
	b.pages = (n + b.perPage - 1) / b.perPage
	b.perPage = (n + b.pages - 1) / b.pages
	b.perPage += b.perPage % b.columns
	b.page = s.open(p, b)
	return b
}

// open returns the page to show, 0-based.
func (s *Services) open(p Pen, b book) int {
	if c := p.M.Choices.Page; c > 0 {
		return min(c, b.pages) - 1
	}
	at := 0
	for _, named := range s.Named {
		if p.M.Clock.Since(named.At) >= 0 {
			at = s.index(p, named.ID) / b.perPage
		}
	}
	return at
}

// index is the place of a service among those of this person.
func (s *Services) index(p Pen, id string) (n int) {
	for i := range s.List {
		if s.List[i].ID == id {
			return n
		}
		if s.List[i].When.Holds(p.M.Facts) {
			n++
		}
	}
	return 0
}

// Height implements Block.
func (s *Services) Height(p Pen, w float32) float32 {
	b := s.divide(p, w)
	if b.pages > 2 && !p.Fit.Snug() {
		return p.Room + 1 // smaller, rather than many pages
	}
	rows := (b.perPage + b.columns - 1) / b.columns
	h := b.head + float32(rows)*(b.tall+gapY)
	if b.pages > 1 {
		return h + Target
	}
	return h - gapY
}

// Draw implements Block.
func (s *Services) Draw(p Pen, r paint.Rect) {
	b := s.divide(p, r.W)
	p.Text(p.Word(s.Title), r, p.Title())
	p.Say(a11y.Node{ID: s.Title, Role: a11y.Heading, Level: 3, Name: p.Word(s.Title)}, paint.Rect{X: r.X, Y: r.Y, W: r.W, H: b.head - gapY})
	n := 0
	for i := range s.List {
		if !s.List[i].When.Holds(p.M.Facts) {
			continue
		}
		if k := n - b.page*b.perPage; k >= 0 && k < b.perPage {
			x := r.X + float32(k%b.columns)*(b.cell+gapY)
			y := r.Y + b.head + float32(k/b.columns)*(b.tall+gapY)
			s.draw(p, paint.Rect{X: x, Y: y, W: b.cell, H: b.tall}, i)
		}
		n++
	}
	if b.pages > 1 {
		s.pager(p, paint.Rect{X: r.X, Y: r.Y + r.H - Target, W: r.W, H: Target}, b)
	}
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
	p.Frame(r, 12, edge, Primary, fill)
	in := s.text(p, r)
	if s.Brief {
		p.Middle(p.Word(b.ID), in, p.Strong().In(Deep).Centred())
		return
	}
	if side := s.side(p) - 12; side > 0 {
		p.Icon(s.Icons[i], r.X+12+side/2, r.Y+r.H/2, side, Primary)
	}
	p.Icon(icon.ExternalLink, r.X+r.W-24, r.Y+r.H/2, 22, Primary)
	h := s.entry(p, r.W, i) - 18
	in.Y += (in.H - h) / 2
	in.Y += p.Text(p.Word(b.ID), in, p.Strong().In(Deep))
	in.Y += p.Text(p.Word(b.Detail), in, p.Small().In(Ink))
	if b.Service != "" && b.Login != "" {
		p.Icon(icon.LoginId, in.X+8, in.Y+p.Fit.Body*0.62, 16, Muted)
		p.Text(p.Word(b.Login), paint.Rect{X: in.X + 20, Y: in.Y, W: in.W - 20}, p.Small())
	}
}

func (s *Services) say(p Pen, r paint.Rect, b *story.Button) {
	name := p.T.Join([4]string{p.Word(b.ID), ". ", p.Word(b.Detail), " "})
	name = p.T.Join([4]string{name, p.Word(b.Login)})
	p.Say(a11y.Node{ID: b.ID, Role: a11y.Link, Name: name, Action: p.Action(b)}, r)
}

// pager shows the buttons that turn the pages and a dot for each page.
func (s *Services) pager(p Pen, r paint.Rect, b book) {
	dots := float32(b.pages)*18 + 20
	half := (r.W - dots) / 2
	if b.page > 0 {
		s.turn(p, paint.Rect{X: r.X, Y: r.Y, W: half, H: r.H}, s.Prev, b.page)
	}
	if b.page+1 < b.pages {
		s.turn(p, paint.Rect{X: r.X + r.W - half, Y: r.Y, W: half, H: r.H}, s.Next, b.page+2)
	}
	for i := range b.pages {
		c, size := Muted.Fade(0.45), float32(5)
		if i == b.page {
			c, size = Primary, 7
		}
		p.Disc(r.X+r.W/2+(float32(i)-float32(b.pages-1)/2)*18, r.Y+r.H/2, size, c)
	}
}

func (s *Services) turn(p Pen, r paint.Rect, id string, page int) {
	p.Frame(r, 12, 2, Primary, Tint)
	p.Middle(p.Word(id), r.Inset(6), p.Strong().In(Deep).Centred())
	if p.T != nil {
		p.Say(a11y.Node{
			ID: id, Role: a11y.Button, Name: p.Word(id),
			Action: p.T.Join([4]string{"page:", strconv.Itoa(page)}),
		}, r)
	}
}
