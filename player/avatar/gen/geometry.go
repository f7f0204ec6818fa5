// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"fmt"
	"math"
	"regexp"
	"slices"
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

// stroke returns the filled outline of a path drawn with round caps: along
// each contour on one side, around its end, back on the other side.
func stroke(d, width string) (string, error) {
	p, err := svgpath.Parse(d)
	if err != nil {
		return "", err
	}
	r := float64(num(width)) / 2
	var b strings.Builder
	for _, line := range flatten(&p) {
		var out []string
		for _, side := range [2][]paint.Point{line, reversed(line)} {
			for i := range side {
				dir := math.Atan2(heading(side, i))
				out = append(out, polar(side[i], r, dir-math.Pi/2))
				for k := 1; i == len(side)-1 && k < caps; k++ {
					out = append(out, polar(side[i], r, dir-math.Pi/2+math.Pi*float64(k)/caps))
				}
			}
		}
		b.WriteString("M" + strings.Join(out, " L") + " Z ")
	}
	return strings.TrimSpace(b.String()), nil
}

// caps is how many sides half a round cap has.
const caps = 5

func reversed(line []paint.Point) []paint.Point {
	out := slices.Clone(line)
	slices.Reverse(out)
	return out
}

// heading returns the direction of line at point i, y first.
func heading(line []paint.Point, i int) (dy, dx float64) {
	a, b := line[max(i-1, 0)], line[min(i+1, len(line)-1)]
	return float64(b.Y - a.Y), float64(b.X - a.X)
}

func polar(p paint.Point, r, angle float64) string {
	s, c := math.Sincos(angle)
	return fmt.Sprintf("%.2f %.2f", float64(p.X)+r*c, float64(p.Y)+r*s)
}

// flatten returns the path's contours as points, eight a curve.
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
			for k := 1; k <= 8; k++ {
				line = append(line, bezier(a, p.Pts[i], p.Pts[i+1], p.Pts[i+2], float32(k)/8))
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
