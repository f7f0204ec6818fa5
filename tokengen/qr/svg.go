// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package qr

import "strconv"

// AppendSVG appends the code as a vector picture in its size on paper, quiet
// zone included: one path, so that no hairline shows between rows. title is
// what a screen reader says; it must need no escaping.
func (c Code) AppendSVG(b []byte, title string, runs []Run) []byte {
	side := strconv.Itoa(c.Outer())
	mm := strconv.FormatFloat(c.Module()*float64(c.Outer()), 'f', 3, 64)
	b = append(b, `<svg xmlns="http://www.w3.org/2000/svg" width="`+mm+`mm" height="`+mm+`mm" viewBox="0 0 `+side+" "+side+
		`" shape-rendering="crispEdges"><title>`+title+`</title><path fill="#fff" d="M0 0h`+side+"v"+side+"H0z\"/><path d=\"M4 4"...)
	x, y := Quiet, Quiet
	for _, r := range runs {
		b = append(b, 'm')
		dx := r.X + Quiet - x
		if dx < 0 {
			b = append(b, '-')
			dx = -dx
		}
		b = append(AppendSmall(b, dx), ' ')
		b = append(AppendSmall(b, r.Y+Quiet-y), 'h')
		b = append(AppendSmall(b, r.W), "v1h-"...)
		b = append(AppendSmall(b, r.W), 'z')
		x, y = r.X+Quiet, r.Y+Quiet
	}
	return append(b, "\"/></svg>\n"...)
}
