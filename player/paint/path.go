// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package paint

// Verb is one step of a path.
type Verb uint8

// Verbs and the number of points each consumes: 1, 1, 2, 3, 0.
const (
	Move Verb = iota
	Line
	Quad
	Cubic
	Close
)

// Path is an outline: verbs with their points in order. Filled non-zero.
type Path struct {
	Verbs []Verb
	Pts   []Point
}

// MoveTo starts a new contour.
func (p *Path) MoveTo(x, y float32) { p.add(Move, Point{x, y}) }

// LineTo adds a straight segment.
func (p *Path) LineTo(x, y float32) { p.add(Line, Point{x, y}) }

// QuadTo adds a quadratic curve.
func (p *Path) QuadTo(cx, cy, x, y float32) { p.add(Quad, Point{cx, cy}, Point{x, y}) }

// CubicTo adds a cubic curve.
func (p *Path) CubicTo(ax, ay, bx, by, x, y float32) {
	p.add(Cubic, Point{ax, ay}, Point{bx, by}, Point{x, y})
}

// Close closes the contour.
func (p *Path) Close() { p.Verbs = append(p.Verbs, Close) }

func (p *Path) add(v Verb, pts ...Point) {
	p.Verbs = append(p.Verbs, v)
	p.Pts = append(p.Pts, pts...)
}

// Gradient is a two-stop colour ramp in the shape's own space: linear from
// From to To, or radial around From with the radius Radius when Radius > 0.
type Gradient struct {
	From, To Point
	Radius   float32
	A, B     Color
}

// Shape is an immutable outline with its own fill. Its pointer is its
// identity: a backend rasterises it once and keeps the result.
type Shape struct {
	Path Path
	Fill Color     // used when Ramp is nil
	Ramp *Gradient // nil for a plain fill
}

// Bounds returns the box of the path's control points.
func (p *Path) Bounds() Rect {
	if len(p.Pts) == 0 {
		return Rect{}
	}
	lo, hi := p.Pts[0], p.Pts[0]
	for _, q := range p.Pts[1:] {
		lo.X, lo.Y = min(lo.X, q.X), min(lo.Y, q.Y)
		hi.X, hi.Y = max(hi.X, q.X), max(hi.Y, q.Y)
	}
	return Rect{lo.X, lo.Y, hi.X - lo.X, hi.Y - lo.Y}
}
