package main

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"videoguida/player/paint"
	"videoguida/player/paint/svgpath"
)

func num(s string) float32 {
	f, err := strconv.ParseFloat(strings.TrimSpace(s), 32)
	if err != nil {
		return 0
	}
	return float32(f)
}

// color writes #rgb or #rrggbb with an opacity as a Go literal.
func color(hex, opacity string) string {
	h := strings.TrimPrefix(hex, "#")
	if len(h) == 3 {
		h = string([]byte{h[0], h[0], h[1], h[1], h[2], h[2]})
	}
	n, _ := strconv.ParseUint(h, 16, 32)
	a := int(num(opacity)*255 + 0.5)
	return fmt.Sprintf("paint.Color{%d, %d, %d, %d}", n>>16, n>>8&255, n&255, a)
}

var calls = regexp.MustCompile(`(translate|rotate|scale)\(([^)]*)\)`)

// transform reads an SVG transform list.
func transform(s string) paint.Matrix {
	m := paint.Identity
	for _, c := range calls.FindAllStringSubmatch(s, -1) {
		var v [3]float32
		fields := strings.FieldsFunc(c[2], func(r rune) bool { return r == ' ' || r == ',' })
		for i, f := range fields {
			v[i] = num(f)
		}
		switch c[1] {
		case "translate":
			m = m.Mul(paint.Translate(v[0], v[1]))
		case "rotate":
			m = m.Mul(paint.Rotate(v[0], v[1], v[2]))
		case "scale":
			if len(fields) == 1 {
				v[1] = v[0]
			}
			m = m.Mul(paint.Scale(v[0], v[1]))
		}
	}
	return m
}

// outline returns an element's path data and its own matrix. Ellipses become
// circles of radius rx, flattened by the matrix, so that a radial ramp follows.
func outline(name string, a map[string]string) (d string, m paint.Matrix, radius string, err error) {
	switch name {
	case "path":
		return a["d"], paint.Identity, "", nil
	case "circle":
		return circle(num(a["r"])), paint.Translate(num(a["cx"]), num(a["cy"])), a["r"], nil
	case "ellipse":
		m := paint.Translate(num(a["cx"]), num(a["cy"])).Mul(paint.Scale(1, num(a["ry"])/num(a["rx"])))
		return circle(num(a["rx"])), m, a["rx"], nil
	case "rect":
		return rect(num(a["width"]), num(a["height"]), num(a["rx"])), paint.Translate(num(a["x"]), num(a["y"])), "", nil
	}
	return "", paint.Identity, "", fmt.Errorf("element <%s> is not supported", name)
}

func circle(r float32) string {
	k := r * 0.5523
	return fmt.Sprintf("M%g 0 C%g %g %g %g 0 %g C%g %g %g %g %g 0 C%g %g %g %g 0 %g C%g %g %g %g %g 0 Z",
		r, r, k, k, r, r, -k, r, -r, k, -r, -r, -k, -k, -r, -r, k, -r, r, -k, r)
}

func rect(w, h, r float32) string {
	return fmt.Sprintf("M%g 0 L%g 0 C%g 0 %g 0 %g %g L%g %g C%g %g %g %g %g %g L%g %g C0 %g 0 %g 0 %g L0 %g C0 0 0 0 %g 0 Z",
		r, w-r, w-r/2, w, w, r, w, h-r, w, h-r/2, w-r/2, h, w-r, h, r, h, h, h-r/2, h-r, r, r)
}

// stroke returns the filled outline of a path drawn with round joins: a quad
// for each short segment and a disc at each point, wound the same way.
func stroke(d, width string) (string, error) {
	p, err := svgpath.Parse(d)
	if err != nil {
		return "", err
	}
	r := num(width) / 2
	var b strings.Builder
	for _, line := range flatten(&p) {
		for i, q := range line {
			disc(&b, q, r)
			if i > 0 {
				quad(&b, line[i-1], q, r)
			}
		}
	}
	return strings.TrimSpace(b.String()), nil
}

func disc(b *strings.Builder, q paint.Point, r float32) {
	const n = 10
	for i := range n {
		s, c := math.Sincos(2 * math.Pi * float64(i) / n)
		op := "L"
		if i == 0 {
			op = "M"
		}
		fmt.Fprintf(b, "%s%.2f %.2f ", op, float64(q.X)+float64(r)*c, float64(q.Y)+float64(r)*s)
	}
	b.WriteString("Z ")
}

func quad(b *strings.Builder, p, q paint.Point, r float32) {
	dx, dy := q.X-p.X, q.Y-p.Y
	l := float32(math.Hypot(float64(dx), float64(dy)))
	if l == 0 {
		return
	}
	nx, ny := -dy/l*r, dx/l*r
	fmt.Fprintf(b, "M%.2f %.2f L%.2f %.2f L%.2f %.2f L%.2f %.2f Z ",
		p.X-nx, p.Y-ny, q.X-nx, q.Y-ny, q.X+nx, q.Y+ny, p.X+nx, p.Y+ny)
}

// flatten returns the path's contours as points, twelve a curve.
func flatten(p *paint.Path) [][]paint.Point {
	var out [][]paint.Point
	i := 0
	for _, v := range p.Verbs {
		switch v {
		case paint.Move:
			out = append(out, []paint.Point{p.Pts[i]})
			i++
		case paint.Line:
			out[len(out)-1] = append(out[len(out)-1], p.Pts[i])
			i++
		case paint.Cubic:
			line := out[len(out)-1]
			a := line[len(line)-1]
			for k := 1; k <= 12; k++ {
				line = append(line, bezier(a, p.Pts[i], p.Pts[i+1], p.Pts[i+2], float32(k)/12))
			}
			out[len(out)-1] = line
			i += 3
		}
	}
	return out
}

func bezier(a, b, c, d paint.Point, u float32) paint.Point {
	v := 1 - u
	w := [4]float32{v * v * v, 3 * v * v * u, 3 * v * u * u, u * u * u}
	return paint.Point{
		X: w[0]*a.X + w[1]*b.X + w[2]*c.X + w[3]*d.X,
		Y: w[0]*a.Y + w[1]*b.Y + w[2]*c.Y + w[3]*d.Y,
	}
}
