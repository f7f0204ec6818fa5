// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package release

import (
	"os"
	"slices"
	"testing"
)

// A truth here is a total and its two parts, counted in two steps and in none
// after them. A view is all that anybody sees of it: what came out of total and
// parts in the two steps, and when all has settled.
type view [9]int8

// cells are the counts that nobody may narrow down to one to nine: parts and
// total, of each step and of both together. The difference of a total and a
// part is the other part.
var cells = [...]string{"a1", "b1", "a2", "b2", "a", "b", "t1", "t2", "t"}

// search is a try of every truth with a total up to most.
type search struct {
	most, hidden int64
	simple       bool // parts are rounded like totals, as nobody should
	sets         map[view]*[len(cells)]uint64
}

func (s *search) all() map[view]*[len(cells)]uint64 {
	s.sets = map[view]*[len(cells)]uint64{}
	for a1 := range s.most + 1 {
		for b1 := range s.most + 1 - a1 {
			for a2 := range s.most + 1 - a1 - b1 {
				for b2 := range s.most + 1 - a1 - b1 - a2 {
					s.try([2]int64{a1, b1}, [2]int64{a2, b2})
				}
			}
		}
	}
	return s.sets
}

// try notes what each view of one truth may mean.
func (s *search) try(one, two [2]int64) {
	values := [len(cells)]int64{
		one[0], one[1], two[0], two[1], one[0] + two[0], one[1] + two[1],
		one[0] + one[1], two[0] + two[1], one[0] + one[1] + two[0] + two[1],
	}
	for r1 := range s.hidden {
		for r2 := range s.hidden {
			for r3 := range s.hidden {
				set := s.set(s.look([3][2]int64{one, two, {}}, [3]int64{r1, r2, r3}))
				for i, n := range values {
					set[i] |= 1 << n
				}
			}
		}
	}
}

func (s *search) set(v view) *[len(cells)]uint64 {
	if s.sets[v] == nil {
		s.sets[v] = new([len(cells)]uint64)
	}
	return s.sets[v]
}

// look does as Apply does for one line of two parts.
func (s *search) look(steps [3][2]int64, remainders [3]int64) (v view) {
	var total, grown int64
	var parts [2]int64
	for i, x := range steps {
		total += x[0] + x[1]
		parts[0] += x[0]
		parts[1] += x[1]
		t := Figure(total, remainders[i])
		total -= t
		grown += t
		v[3*i] = int8(t)
		if grown < Least*int64(len(parts)) && !s.simple {
			continue
		}
		out := []int64{Figure(parts[0], 0), Figure(parts[1], 0)}
		if !s.simple {
			out = Share(grown, parts[:])
		}
		grown = 0
		for j, n := range out {
			parts[j] -= n
			v[3*i+1+j] = int8(n)
		}
	}
	return v
}

// pinned counts the views that narrow a cell down to one to nine. Views of
// truths that were not all tried are left out.
func (s *search) pinned() (pinned, views int, example view) {
	const small = 1<<10 - 2 // 1 to 9
	for v, set := range s.all() {
		if int64(v[0]+v[3]+v[6])+Least+s.hidden-2 > s.most {
			continue
		}
		views++
		if slices.ContainsFunc(set[:], func(x uint64) bool { return x&^small == 0 }) {
			pinned++
			example = v
		}
	}
	return pinned, views, example
}

// TestNothingIsPinned: whoever sees a total and its parts in two successive
// releases, and after them, knows this program and can add, subtract and
// reason, cannot tell of any cell that it is one to nine. Every truth is tried.
func TestNothingIsPinned(t *testing.T) {
	s := &search{most: 40, hidden: hidden}
	if os.Getenv("FULL") != "" {
		s.most = 63
	}
	if n, views, v := s.pinned(); n > 0 || views < 20 {
		t.Errorf("%d of %d views pin a cell, such as %v", n, views, v)
	} else {
		t.Logf("%d views of totals up to %d", views, s.most)
	}
}

// TestSimpleRoundingPins: the test above would find out.
func TestSimpleRoundingPins(t *testing.T) {
	s := &search{most: 40, hidden: 1, simple: true}
	if n, _, _ := s.pinned(); n == 0 {
		t.Error("parts rounded by themselves pin nothing: the test looks at nothing")
	}
}
