// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import "videoguida/player/paint"

// kept is a message that two beats without a card share, and its places in
// both. It glides from the one to the other instead of fading out and in.
type kept struct {
	band     band
	pen      Pen // of the beat that comes
	from, to paint.Rect
}

// kept returns what the beat that comes keeps of the one before it. With less
// motion nothing travels.
func (s Stage) kept(p Pen, before, current int) (k kept, ok bool) {
	old, open := s[before].Show.(stack)
	now, too := s[current].Show.(stack)
	if !open || !too || p.M.Reduced {
		return k, false
	}
	for _, b := range now {
		if k.band, ok = b.(band); !ok || old.index(k.band) < 0 {
			continue
		}
		was, r := s.area(p, before)
		if was.entry(k.band) < 1 {
			continue
		}
		k.from = old.place(was, r, old.index(k.band))
		k.pen, r = s.area(p, current)
		k.to = now.place(k.pen, r, now.index(k.band))
		return k, true
	}
	return k, false
}

// draw draws the message e of its way, 0…1.
func (k *kept) draw(e float32) {
	k.band.Draw(k.pen, paint.Rect{
		X: k.from.X + (k.to.X-k.from.X)*e, Y: k.from.Y + (k.to.Y-k.from.Y)*e,
		W: k.from.W + (k.to.W-k.from.W)*e, H: k.from.H + (k.to.H-k.from.H)*e,
	})
}

// index returns which block of the stack a message is, -1 for none.
func (s stack) index(m band) int {
	for i, b := range s {
		if b == Block(m) {
			return i
		}
	}
	return -1
}

// place returns where block i stands when the stack is drawn in r.
func (s stack) place(p Pen, r paint.Rect, i int) paint.Rect {
	for _, b := range s[:i] {
		r.Y += p.pitch(b, r.W) * p.Taken(p.entry(b))
	}
	r.H = s[i].Height(p, r.W)
	return r
}
