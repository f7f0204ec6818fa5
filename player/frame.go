package player

import (
	"videoguida/player/a11y"
	"videoguida/player/paint"
	"videoguida/player/story"
	"videoguida/player/timeline"
	"videoguida/player/ui"
)

// Paint records the frame of the current state.
func (p *Player) Paint(o *paint.Ops) {
	o.Reset()
	ch := p.look()
	l := p.layout(&p.m)
	ui.Backdrop(o, p.view.W, p.view.H)
	p.rig.Paint(o, l.avatar, p.score.At(p.moment(l.avatar)))
	p.picture(ch).Paint(o, &p.m)
}

// Describe fills t with the frame's nodes, in reading order.
func (p *Player) Describe(t *a11y.Tree) {
	t.Reset()
	ch := p.look()
	p.layout(&p.m)
	p.picture(ch).Describe(t, &p.m)
}

func (p *Player) picture(ch *timeline.Chapter) story.Picture {
	if ch.Scene.Stage != nil {
		return ch.Scene.Stage
	}
	return &p.cards
}

// look fills the moment of the current state and returns its chapter.
func (p *Player) look() *timeline.Chapter {
	i := p.tl.LineAt(p.at())
	ch := &p.tl.Chapters[p.tl.Lines[i].Chapter]
	p.m = story.Moment{
		Scene: ch.Scene, Facts: p.tl.Facts, Words: p.tl, Clock: clock{p},
		Fonts: p.fonts, Held: p.hold(), HeldFor: p.s.HeldFor, Reduced: p.view.Reduced,
	}
	return ch
}

// at is the time whose picture is shown: a hold shows its own line, though
// its end is the start of the next.
func (p *Player) at() int {
	if p.s.Hold != 0 {
		return p.tl.Lines[p.s.Hold-1].End - 1
	}
	return p.s.T
}

// clock answers for the player's position without copying it into each cue.
type clock struct{ p *Player }

// Since implements story.Clock.
func (c clock) Since(q story.Cue) int {
	at, ok := c.p.tl.At(q)
	if !ok {
		return story.Absent
	}
	return c.p.at() + c.p.s.HeldFor - at
}

type layout struct{ avatar paint.Matrix }

// layout places the overlay and the avatar: side by side when the stage is
// wide, the overlay above and the head below it when it is tall.
func (p *Player) layout(m *story.Moment) layout {
	w, h := p.view.W, p.view.H
	if w > h*1.15 {
		m.Area = paint.Rect{X: w * 0.47, Y: 24, W: w*0.53 - 40, H: h - 48}
		p.cards.Layout(m)
		s := h / 900 * 1.06
		return layout{paint.Translate(w*0.245-500*s, h-900*s+60*s).Mul(paint.Scale(s, s))}
	}
	m.Area = paint.Rect{X: 16, Y: 16, W: w - 32, H: h - 32}
	p.cards.Layout(m)
	s := min(w/390, h/560) * 0.5
	top := max(h*0.4, 16+p.cards.Height()+14)
	return layout{paint.Translate(w/2-500*s, top-76*s).Mul(paint.Scale(s, s))}
}
