package avatar

import (
	"math"

	"videoguida/player/paint"
)

// Viseme is a mouth shape: A–H as lip-sync names them, X at rest, Smile.
type Viseme uint8

// The ten mouths.
const (
	X Viseme = iota // at rest, closed
	A               // m b p
	B               // s z t d n i
	C               // e
	D               // a
	E               // o
	F               // u
	G               // f v
	H               // l
	Smile
	visemes
)

// numbers describe a mouth: half width, corner y, inner top and bottom, upper
// and lower lip, roundness, upper teeth, tongue, lower teeth.
type numbers struct{ w, c, t, b, tu, tl, rnd, te, tg, lt float32 }

var shapes = [visemes]numbers{
	X:     {35, -1.5, 6.5, 7.6, 4.8, 6.4, 0, 6, 20, 20},
	A:     {31, 2, 2.4, 3.4, 3.4, 4.4, 0, 2, 20, 20},
	B:     {32, 0, -1, 15, 3.6, 5, .45, 8, 30, 10.4},
	C:     {36, -2, -1.5, 22, 3.8, 5.4, .25, 9, 15, 40},
	D:     {31, 2, -4, 33, 4, 6, .7, 7.5, 22, 50},
	E:     {22, 12, -3, 27, 5.4, 6.4, .95, 3, 20, 50},
	F:     {12.5, 12, 4, 20.5, 6.6, 7.4, 1, 2, 30, 50},
	G:     {31, 1, 0, 8, 3.6, 8, .35, 7.6, 30, 50},
	H:     {33, 0, -2, 25, 3.8, 5.4, .45, 8, 11, 50},
	Smile: {37, -5, 2.5, 23, 3.8, 5.4, .25, 11, 17, 50},
}

// BlendSteps is how many mouths lie between two visemes: few enough for a
// backend to keep them all.
const BlendSteps = 6

// Mouth is a mouth on its way from one viseme to another.
type Mouth struct {
	From, To Viseme
	Step     uint8 // 0…BlendSteps: how far it has come
}

// mouths keeps the shapes of every mouth seen so far.
type mouths struct{ made map[Mouth][]*paint.Shape }

func (ms *mouths) paint(o *paint.Ops, m paint.Matrix, at Mouth) {
	at = at.settled()
	made, ok := ms.made[at]
	if !ok {
		if ms.made == nil {
			ms.made = map[Mouth][]*paint.Shape{}
		}
		made = build(blend(shapes[at.From], shapes[at.To], float32(at.Step)/BlendSteps))
		ms.made[at] = made
	}
	for _, s := range made {
		o.Shape(s, m)
	}
}

// settled names a mouth that has not left, or has arrived, in one way only.
func (m Mouth) settled() Mouth {
	if m.Step >= BlendSteps {
		return Mouth{m.To, m.To, 0}
	}
	if m.Step == 0 || m.From == m.To {
		return Mouth{m.From, m.From, 0}
	}
	return m
}

func blend(a, b numbers, u float32) numbers {
	l := func(x, y float32) float32 { return x + (y-x)*u }
	return numbers{
		l(a.w, b.w), l(a.c, b.c), l(a.t, b.t), l(a.b, b.b), l(a.tu, b.tu), l(a.tl, b.tl),
		l(a.rnd, b.rnd), l(a.te, b.te), l(a.tg, b.tg), l(a.lt, b.lt),
	}
}

// curve is one cubic segment.
type curve [4]paint.Point

// half returns the left half of a lip line, from the corner to the middle.
func half(w, c, m, rnd float32, top bool) curve {
	ex, ey, kx := .14*(1-rnd), .62-.07*rnd, .60-.05*rnd
	if top {
		ex, ey, kx = .40*(1-rnd), .60-.05*rnd, .50+.05*rnd
	}
	return curve{{X: -w, Y: c}, {X: -w + ex*w, Y: c + (m-c)*ey}, {X: -kx * w, Y: m}, {X: 0, Y: m}}
}

func (c curve) mirror() curve {
	for i := range c {
		c[i].X = -c[i].X
	}
	return c
}

func (c curve) reverse() curve { return curve{c[3], c[2], c[1], c[0]} }

// after returns the part of the curve from u to its end.
func (c curve) after(u float32) curve {
	l := func(p, q paint.Point) paint.Point { return paint.Point{X: p.X + (q.X-p.X)*u, Y: p.Y + (q.Y-p.Y)*u} }
	a, b, d := l(c[0], c[1]), l(c[1], c[2]), l(c[2], c[3])
	e, f := l(a, b), l(b, d)
	return curve{l(e, f), f, d, c[3]}
}

// lens closes a shape between an upper and a lower half line, both mirrored.
func lens(top, bottom curve, fill paint.Color) *paint.Shape {
	s := &paint.Shape{Fill: fill}
	s.Path.MoveTo(top[0].X, top[0].Y)
	for _, c := range [...]curve{top, top.mirror().reverse(), bottom.mirror(), bottom.reverse()} {
		s.Path.CubicTo(c[1].X, c[1].Y, c[2].X, c[2].Y, c[3].X, c[3].Y)
	}
	s.Path.Close()
	return s
}

// build returns the shapes of a mouth, back to front: lips, light on the lower
// lip, opening, upper teeth, lower teeth, tongue. Teeth and tongue never leave
// the opening.
func build(p numbers) []*paint.Shape {
	te, tg, lt := min(p.te, p.b-.3), max(p.tg, p.t+1), max(p.lt, p.t+1)
	wide := p.w + 2.4 + 1.6*p.rnd
	bow := 1.6 * (1 - p.rnd)
	top := half(wide, p.c-.3, p.t-p.tu, p.rnd, true)
	top[2].X *= 1 - .28*(1-p.rnd)
	top[2].Y -= bow * .9
	top[3].Y += bow * .5
	out := []*paint.Shape{
		lens(top, half(wide, p.c-.3, p.b+p.tl, p.rnd, false), paint.RGB(0xB5474C)),
		lens(half(p.w*.42, p.b+p.tl*.30, p.b+p.tl*.26, .2, false), half(p.w*.42, p.b+p.tl*.30, p.b+p.tl*.66, .2, false), paint.RGB(0xCE6A6B)),
		lens(half(p.w, p.c, p.t, p.rnd, true), half(p.w, p.c, p.b, p.rnd, false), paint.RGB(0x7A2A31)),
	}
	if te > p.t+.6 {
		q := half(p.w, p.c, p.t, p.rnd, true).after(.3)
		out = append(out, lens(q, edge(q[0], .86, .5, te-.4, te), paint.RGB(0xFFFFFF)))
	}
	if lt < p.b-.6 {
		q := half(p.w, p.c, p.b, p.rnd, false).after(.42)
		out = append(out, lens(q, edge(q[0], .8, .45, lt+.2, lt), paint.RGB(0xF7F3EF)))
	}
	if tg < p.b-.6 {
		q := half(p.w, p.c, p.b-.8, p.rnd, false).after(.45)
		out = append(out, lens(q, edge(q[0], .8, .4, tg+1, tg), paint.RGB(0xD9636A)))
	}
	return out
}

// edge is the flat inner line of teeth or tongue.
func edge(from paint.Point, kx, kx2, y1, y2 float32) curve {
	return curve{from, {X: from.X * kx, Y: y1}, {X: from.X * kx2, Y: y2}, {X: 0, Y: y2}}
}

// step quantises how far a blend has come.
func step(u float32) uint8 {
	return uint8(math.Round(float64(min(max(u, 0), 1)) * BlendSteps))
}
