// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import (
	"strings"

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

func (s *Services) divide(p Pen, w float32) book {
	b := book{count: len(s.List), columns: 1, head: p.TextHeight(p.Word(s.Title), w, p.Title()) + gapY}
	if w >= 560 || s.Brief && (w-gapY)/2 >= s.least(p) {
		b.columns = 2
	}
	b.cell = (w - gapY*float32(b.columns-1)) / float32(b.columns)
	for i := range s.List {
		b.slots[i] = slot{page: -1, at: paint.Rect{W: b.cell}}
		if s.List[i].When.Holds(p.M.Facts) {
			b.slots[i] = slot{at: paint.Rect{W: b.cell, H: s.entry(p, b.cell, i)}}
		}
	}
	b.paginate(s.room(p, &b)-b.head, Target+gapY)
	b.page, b.turned = s.open(p, &b)
	return b
}

// room is the height that the list may take. Over the officer it leaves room
// for her head, where three services still fit.
func (s *Services) room(p Pen, b *book) float32 {
	switch {
	case s.Brief && wide(p.M):
		return p.Room - 2*Target // beside the officer only a button stands below
	case s.Brief || wide(p.M):
		return p.Room * s.Share
	}
	count, tall := 0, float32(0)
	for i := range s.List {
		if h := b.slots[i].at.H; h > 0 {
			count, tall = count+1, tall+h+gapY
		}
	}
	over := p.Room - headHigh*portraitScale(p.M)*leastBelow - 12
	if over-b.head-Target-gapY < 3*tall/float32(max(count, 1)) {
		return p.Room
	}
	return over
}

// least is the width at which the longest word of a name still fits.
func (s *Services) least(p Pen) (w float32) {
	for i := range s.List {
		w = max(w, p.LongestWord(p.Word(s.List[i].ID), p.Strong())+24)
	}
	return w
}

// open returns the page to show, 0-based, and the ms since the narration
// turned to it.
func (s *Services) open(p Pen, b *book) (page, turned int) {
	if c := p.M.Choices.Page; c > 0 {
		return min(c, b.pages) - 1, Here
	}
	turned = Here
	for _, named := range s.Named {
		since := p.M.Clock.Since(named.At)
		if since < 0 {
			continue
		}
		for i := range s.List {
			if at := max(b.slots[i].page, 0); s.List[i].ID == named.ID && at != page {
				page, turned = at, since
			}
		}
	}
	return page, turned
}

// Height implements Block.
func (s *Services) Height(p Pen, w float32) float32 {
	b := s.divide(p, w)
	switch {
	case b.pages == 1:
		return b.head + b.tall
	case b.pages > 2 && !p.Fit.Snug(), b.pages > 4 && p.Fit.Level < bare:
		return p.Room + 1 // smaller, rather than many pages
	}
	return b.head + b.tall + gapY + Target
}

// Draw implements Block.
func (s *Services) Draw(p Pen, r paint.Rect) {
	b := s.divide(p, r.W)
	p.Text(p.Word(s.Title), r, p.Title())
	p.Say(a11y.Node{ID: s.Title, Role: a11y.Heading, Level: 2, Name: p.Word(s.Title)}, paint.Rect{X: r.X, Y: r.Y, W: r.W, H: b.head - gapY})
	e := Ease(b.turned, Crossfade)
	saved := p.Shift(10*(1-e), e)
	for i := range s.List {
		if at := b.slots[i].at; b.slots[i].page == b.page {
			at.X, at.Y, at.H = at.X+r.X, at.Y+r.Y+b.head, b.rowHeight(i)
			s.draw(p, at, i)
		}
	}
	p.Restore(saved)
	if b.pages > 1 {
		pager{s.Prev, s.Next}.draw(p, paint.Rect{X: r.X, Y: r.Y + b.head + b.tall + gapY, W: r.W, H: Target}, &b)
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
		p.Icon(s.lock(b), Square(in.X+8, in.Y+p.Fit.Body*0.62, 16), Muted)
		p.Text(p.Word(b.Login), paint.Rect{X: in.X + 20, Y: in.Y, W: in.W - 20}, p.Small())
	}
}

// lock is the icon beside a service's access note: a lock where one is needed.
func (s *Services) lock(b *story.Button) icon.Name {
	if strings.HasSuffix(b.Login, "-nologin") {
		return icon.Check
	}
	return icon.LoginId
}

func (s *Services) say(p Pen, r paint.Rect, b *story.Button) {
	name := p.T.Join([4]string{p.Word(b.ID), ". ", p.Word(b.Detail), " "})
	name = p.T.Join([4]string{name, p.Word(b.Login)})
	p.Say(a11y.Node{ID: b.ID, Role: a11y.Link, Name: name, Action: p.Action(b)}, r)
}
