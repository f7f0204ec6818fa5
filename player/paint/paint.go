// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package paint is the vocabulary of a picture: shapes, fills, boxes and text.
//
// A frame is recorded into [Ops] by pure code and replayed on a [Canvas]: the
// software raster (goldens, storyboard) or the GPU (film). Both see the same
// ops, so both show the same picture. Coordinates are CSS px, y down.
package paint

import "math"

// Color is straight-alpha sRGB.
type Color struct{ R, G, B, A uint8 }

// RGB returns an opaque colour from 0xRRGGBB.
func RGB(hex uint32) Color {
	return Color{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 255}
}

// Fade returns c with its alpha multiplied by a in 0…1.
func (c Color) Fade(a float32) Color {
	c.A = uint8(float32(c.A)*min(max(a, 0), 1) + 0.5)
	return c
}

// Point is a position in CSS px or in a shape's own space.
type Point struct{ X, Y float32 }

// Rect is a rectangle: top left corner and size.
type Rect struct{ X, Y, W, H float32 }

// Inset returns r shrunk by d on every side.
func (r Rect) Inset(d float32) Rect { return Rect{r.X + d, r.Y + d, r.W - 2*d, r.H - 2*d} }

// snapped returns r with its edges on whole px, at least one px apart: cards
// and lines are then crisp on every screen, and alike on every backend.
func (r Rect) snapped() Rect {
	x, y := round(r.X), round(r.Y)
	return Rect{x, y, max(round(r.X+r.W)-x, 1), max(round(r.Y+r.H)-y, 1)}
}

func round(f float32) float32 { return float32(math.Floor(float64(f) + 0.5)) }

// Matrix is an affine map: x' = A·x + C·y + E, y' = B·x + D·y + F.
type Matrix struct{ A, B, C, D, E, F float32 }

// Identity maps every point to itself.
var Identity = Matrix{A: 1, D: 1}

// Translate moves by (x, y).
func Translate(x, y float32) Matrix { return Matrix{1, 0, 0, 1, x, y} }

// Scale scales about the origin.
func Scale(x, y float32) Matrix { return Matrix{x, 0, 0, y, 0, 0} }

// Rotate turns by deg degrees, positive clockwise on screen, about (x, y).
func Rotate(deg, x, y float32) Matrix {
	s, c := math.Sincos(float64(deg) * math.Pi / 180)
	m := Matrix{float32(c), float32(s), -float32(s), float32(c), 0, 0}
	return Translate(x, y).Mul(m).Mul(Translate(-x, -y))
}

// Mul returns the map "n first, then m".
func (m Matrix) Mul(n Matrix) Matrix {
	return Matrix{
		m.A*n.A + m.C*n.B, m.B*n.A + m.D*n.B,
		m.A*n.C + m.C*n.D, m.B*n.C + m.D*n.D,
		m.A*n.E + m.C*n.F + m.E, m.B*n.E + m.D*n.F + m.F,
	}
}

// Apply maps a point.
func (m Matrix) Apply(p Point) Point {
	return Point{m.A*p.X + m.C*p.Y + m.E, m.B*p.X + m.D*p.Y + m.F}
}

// Size returns the factor by which m scales lengths (the root of its area).
func (m Matrix) Size() float32 {
	return float32(math.Sqrt(math.Abs(float64(m.A*m.D - m.B*m.C))))
}
