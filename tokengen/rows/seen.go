// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package rows

import (
	"hash/maphash"
	"strings"
)

// seen remembers letters by hashes of 64 bits, eight bytes each in a table at
// most three quarters full: a map takes twice as much, and the numbers of a
// million letters are what a campaign keeps in memory. That two letters have
// one hash happens once in ten million campaigns of a million.
type seen struct {
	seed  maphash.Seed
	slots []uint64 // a power of two; 0 is free
	n     int
}

func newSeen() *seen { return &seen{maphash.MakeSeed(), make([]uint64, 1024), 0} }

// first tells whether a letter was not seen before. Capitals do not count:
// its files lie in folders that may not tell them apart.
func (s *seen) first(letter string) bool {
	h := max(1, maphash.String(s.seed, strings.ToLower(letter)))
	at := s.find(h)
	if s.slots[at] == h {
		return false
	}
	s.slots[at] = h
	if s.n++; s.n*4 > len(s.slots)*3 {
		s.grow()
	}
	return true
}

// find returns the slot of h, or the free one where it belongs.
func (s *seen) find(h uint64) int {
	mask := len(s.slots) - 1
	at := int(h) & mask
	for s.slots[at] != 0 && s.slots[at] != h {
		at = (at + 1) & mask
	}
	return at
}

func (s *seen) grow() {
	old := s.slots
	s.slots = make([]uint64, 2*len(old))
	for _, h := range old {
		if h != 0 {
			s.slots[s.find(h)] = h
		}
	}
}
