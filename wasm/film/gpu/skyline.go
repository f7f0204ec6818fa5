// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package gpu

// skyline packs rectangles into a square from the top: it is the lower edge of
// what is taken, from left to right. Tall and low pictures share the space.
type skyline []ledge

// ledge is a level piece of the skyline: everything above y is taken.
type ledge struct{ x, y, w int }

// take places w by h px as high as they fit in a square.
func (s *skyline) take(w, h, side int) (x, y int, ok bool) {
	best := -1
	for i := range *s {
		if at, fits := s.under(i, w, side); fits && at+h <= side && (best < 0 || at < y) {
			best, x, y = i, (*s)[i].x, at
		}
	}
	if best < 0 {
		return 0, 0, false
	}
	s.lower(best, ledge{x, y + h, w})
	return x, y, true
}

// under returns how high w px can begin at the left end of ledge i.
func (s *skyline) under(i, w, side int) (y int, fits bool) {
	if (*s)[i].x+w > side {
		return 0, false
	}
	for left := w; left > 0; i++ {
		y = max(y, (*s)[i].y)
		left -= (*s)[i].w
	}
	return y, true
}

// lower puts a ledge in the place of what stood along its width, from ledge i
// on.
func (s *skyline) lower(i int, l ledge) {
	end, covered := i, 0
	for covered < l.w {
		covered += (*s)[end].w
		end++
	}
	put := []ledge{l}
	if last := (*s)[end-1]; covered > l.w {
		put = append(put, ledge{l.x + l.w, last.y, covered - l.w})
	}
	*s = append((*s)[:i], append(put, (*s)[end:]...)...)
	s.join()
}

// join makes one of neighbours that are level.
func (s *skyline) join() {
	out := (*s)[:1]
	for _, l := range (*s)[1:] {
		if last := &out[len(out)-1]; last.y == l.y {
			last.w += l.w
		} else {
			out = append(out, l)
		}
	}
	*s = out
}
