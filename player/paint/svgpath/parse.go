// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package svgpath reads the path data of the product's own drawings: absolute
// M, L, C and Z only.
package svgpath

import (
	"errors"
	"strconv"

	"videoguida/player/paint"
)

// ErrPath means path data outside the subset.
var ErrPath = errors.New("svgpath: not absolute M, L, C, Z")

// Parse returns the outline written in d.
func Parse(d string) (paint.Path, error) {
	var p paint.Path
	var v [6]float32
	verb, n := byte(0), 0
	for i := 0; i < len(d); {
		c := d[i]
		switch {
		case c == ' ' || c == ',':
			i++
		case c == 'Z':
			p.Close()
			i++
		case c == 'M' || c == 'L' || c == 'C':
			verb, n = c, 0
			i++
		default:
			end := i + 1
			for end < len(d) && (d[end] == '.' || '0' <= d[end] && d[end] <= '9' || d[end] == 'e' || d[end-1] == 'e') {
				end++
			}
			f, err := strconv.ParseFloat(d[i:end], 32)
			if err != nil || verb == 0 {
				return p, ErrPath
			}
			v[n] = float32(f)
			n = emit(&p, &verb, v, n+1)
			i = end
		}
	}
	return p, nil
}

// emit adds the segment once it has its numbers; further pairs after a move
// are lines.
func emit(p *paint.Path, verb *byte, v [6]float32, n int) int {
	switch {
	case *verb == 'M' && n == 2:
		p.MoveTo(v[0], v[1])
		*verb = 'L'
	case *verb == 'L' && n == 2:
		p.LineTo(v[0], v[1])
	case *verb == 'C' && n == 6:
		p.CubicTo(v[0], v[1], v[2], v[3], v[4], v[5])
	default:
		return n
	}
	return 0
}
