// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

import "videoguida/player/paint"

// Viseme is a mouth shape: A–H as lip-sync names them, X at rest, Smile. Each
// of the first nine also exists smiling.
type Viseme uint8

// The ten mouths.
const (
	X       Viseme = iota // at rest, closed
	A                     // m b p
	B                     // s z t d n
	C                     // e i
	D                     // a
	E                     // o
	F                     // u
	G                     // f v
	H                     // l r
	Smile                 // teeth shown, saying nothing
	visemes               // from here on: the same, smiling
)

// Smiling returns the viseme as said with a smile.
func (v Viseme) Smiling() Viseme {
	if v < Smile {
		return v + visemes
	}
	return v
}

// Serious returns the viseme as said without a smile.
func (v Viseme) Serious() Viseme {
	if v == Smile {
		return X
	}
	return v % visemes
}

// Closed reports whether the lips touch.
func (v Viseme) Closed() bool { return v%visemes <= A }

// numbers describe a mouth: half width, corner y, inner top and bottom, upper
// and lower lip, roundness, upper teeth, tongue, lower teeth.
type numbers struct{ w, c, t, b, tu, tl, rnd, te, tg, lt float32 }

func (v Viseme) numbers() numbers {
	n := shapes[v%visemes]
	if v >= visemes {
		n.c, n.w = n.c-3, n.w+2
	}
	return n
}

// BlendSteps is in how many steps one viseme becomes another.
const BlendSteps = 3

// Mouth is a mouth on its way from one viseme to another.
type Mouth struct {
	From, To Viseme
	Step     uint8 // 0…BlendSteps: how far it has come
}

// settled names a mouth in one way only: blending is linear, so the way back
// passes through the same shapes.
func (m Mouth) settled() Mouth {
	switch {
	case m.Step >= BlendSteps || m.From == m.To:
		return Mouth{m.To, m.To, 0}
	case m.Step == 0:
		return Mouth{m.From, m.From, 0}
	case m.From > m.To:
		return Mouth{m.To, m.From, BlendSteps - m.Step}
	}
	return m
}

func (m Mouth) numbers() numbers {
	a, b, u := m.From.numbers(), m.To.numbers(), float32(m.Step)/BlendSteps
	return numbers{
		lerp(a.w, b.w, u), lerp(a.c, b.c, u), lerp(a.t, b.t, u), lerp(a.b, b.b, u), lerp(a.tu, b.tu, u),
		lerp(a.tl, b.tl, u), lerp(a.rnd, b.rnd, u), lerp(a.te, b.te, u), lerp(a.tg, b.tg, u), lerp(a.lt, b.lt, u),
	}
}

// mouths keeps the shapes of every mouth seen so far. Chin and light are the
// same shape in all of them, moved and stretched.
type mouths struct {
	made        map[Mouth]*made
	chin, light *paint.Shape
}

// made is a mouth's own shapes: lips, opening and what shows inside.
type made struct {
	numbers
	lips   *paint.Shape
	inside []*paint.Shape
}

func newMouths() mouths {
	return mouths{
		made:  map[Mouth]*made{},
		chin:  &paint.Shape{Path: outline("M -13 8 C -5 11 5 11 13 8 C 5 13.5 -5 13.5 -13 8 Z"), Fill: paint.RGB(0xD29A7C).Fade(.55)},
		light: lens(half(14.7, 1.8, 1.56, .2, false), half(14.7, 1.8, 3.96, .2, false), paint.RGB(0xCE6A6B)),
	}
}

func (ms *mouths) count() int {
	n := 2
	for _, m := range ms.made {
		n += 1 + len(m.inside)
	}
	return n
}

// paint records a mouth; m maps its origin, the middle of the lips.
func (ms *mouths) paint(o *paint.Ops, m paint.Matrix, at Mouth) {
	at = at.settled()
	k := ms.made[at]
	if k == nil {
		k = build(at.numbers())
		ms.made[at] = k
	}
	o.Shape(ms.chin, m.Mul(paint.Translate(0, k.b+k.tl)))
	o.Shape(k.lips, m)
	o.Shape(ms.light, m.Mul(paint.Matrix{A: k.w / 35, D: k.tl / 6, F: k.b}))
	for _, s := range k.inside {
		o.Shape(s, m)
	}
}

// build returns the shapes of a mouth. Teeth and tongue never leave the
// opening.
func build(p numbers) *made {
	te, tg, lt := min(p.te, p.b-.3), max(p.tg, p.t+1), max(p.lt, p.t+1)
	up, down := half(p.w, p.c, p.t, p.rnd, true), half(p.w, p.c, p.b, p.rnd, false)
	k := &made{numbers: p, lips: lips(p), inside: []*paint.Shape{lens(up, down, paint.RGB(0x7A2A31))}}
	if te > p.t+.6 {
		q := up.after(.3)
		k.inside = append(k.inside, lens(q, edge(q[0], paint.Point{X: .86, Y: .5}, te-.4, te), paint.RGB(0xFFFFFF)))
	}
	if lt < p.b-.6 {
		q := down.after(.42)
		k.inside = append(k.inside, lens(q, edge(q[0], paint.Point{X: .8, Y: .45}, lt+.2, lt), paint.RGB(0xF7F3EF)))
	}
	if tg < p.b-.6 {
		q := half(p.w, p.c, p.b-.8, p.rnd, false).after(.45)
		k.inside = append(k.inside, lens(q, edge(q[0], paint.Point{X: .8, Y: .4}, min(tg+1, p.b-.8), tg), paint.RGB(0xD9636A)))
	}
	return k
}

// lips returns the outer shape, with a bow in the upper lip.
func lips(p numbers) *paint.Shape {
	wide := p.w + 2.4 + 1.6*p.rnd
	bow := 1.6 * (1 - p.rnd)
	top := half(wide, p.c-.3, p.t-p.tu, p.rnd, true)
	top[2].X *= 1 - .28*(1-p.rnd)
	top[2].Y -= bow * .9
	top[3].Y += bow * .5
	return lens(top, half(wide, p.c-.3, p.b+p.tl, p.rnd, false), paint.RGB(0xB5474C))
}
