package ui

import (
	"videoguida/player/a11y"
	"videoguida/player/icon"
	"videoguida/player/paint"
)

// verdict is a result: an icon and a word on its colour.
type verdict struct {
	Always
	tile tile
}

// Verdict is the result of a question and answer game.
func Verdict(n icon.Name, id string, t Tone) Block { return verdict{tile: tile{n, id, t}} }

func (v verdict) kind(p Pen) Type {
	t := p.Title()
	t.Size = (t.Size + p.Fit.Body) / 2
	return t
}

func (v verdict) text(p Pen, w float32) float32 { return w - p.Fit.Body*2 - 30 }

func (v verdict) Height(p Pen, w float32) float32 {
	return max(p.TextHeight(p.Word(v.tile.id), v.text(p, w), v.kind(p)), p.Fit.Body*1.8) + p.Fit.Pad
}

func (v verdict) Draw(p Pen, r paint.Rect) {
	ink, fill := v.tile.tone.colours()
	side := p.Fit.Body * 2
	p.Box(r, 12, fill)
	p.Box(paint.Rect{X: r.X, Y: r.Y + 8, W: 5, H: r.H - 16}, 2.5, ink)
	p.Icon(v.tile.icon, Square(r.X+14+side/2, r.Y+r.H/2, side*0.85), ink)
	p.Middle(p.Word(v.tile.id), paint.Rect{X: r.X + side + 22, Y: r.Y, W: v.text(p, r.W), H: r.H}, v.kind(p).In(ink))
	p.Say(a11y.Node{ID: v.tile.id, Role: a11y.Output, Name: p.Word(v.tile.id)}, r)
}

// under is a message under a short one that says what it is about.
type under struct {
	Always
	about, id string
}

// Under is a message with a small heading over it.
func Under(about, id string) Block { return under{about: about, id: id} }

func (u under) Height(p Pen, w float32) float32 {
	return p.TextHeight(p.Word(u.about), w, p.Strong()) + p.TextHeight(p.Word(u.id), w, p.Prose())
}

func (u under) Draw(p Pen, r paint.Rect) {
	h := p.Text(p.Word(u.about), r, p.Strong().In(Deep))
	p.Say(a11y.Node{ID: u.about, Role: a11y.Heading, Level: 4, Name: p.Word(u.about)}, paint.Rect{X: r.X, Y: r.Y, W: r.W, H: h})
	rest := paint.Rect{X: r.X, Y: r.Y + h, W: r.W, H: r.H - h}
	p.Text(p.Word(u.id), rest, p.Prose())
	p.Say(a11y.Node{ID: u.id, Name: p.Word(u.id)}, rest)
}
