// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package player

import (
	"slices"
	"testing"
)

// TestRestsAtChapterEnds: whoever wants it is stopped in the last picture of
// each chapter, once, and goes on with Play; nobody else is.
func TestRestsAtChapterEnds(t *testing.T) {
	for _, rests := range []int{1, 0} {
		p := New(guide(t), nil, nil)
		p.Advance(0, Input{Kind: Rest, Ms: rests}, Input{Kind: Play})
		var stops, want []int
		var ended []Effect
		for p.State().T < p.tl.Duration {
			out := p.Advance(90)
			s := p.State()
			switch {
			case s.T >= p.tl.Duration:
				ended = out
			case s.Hold != 0:
				p.Advance(0, Input{Kind: Press, ID: actContinue})
			case !s.Playing && s.T < p.tl.Duration:
				if !slices.Equal(out, []Effect{{Kind: Rested}}) {
					t.Fatalf("a rest at %d tells %v", s.T, out)
				}
				stops = append(stops, s.T)
				p.Advance(0, Input{Kind: Play})
			}
		}
		if s := p.State(); s.T != p.tl.Duration || !slices.Equal(ended, []Effect{{Kind: Ended}}) {
			t.Errorf("rests %d: it ends at %d of %d with %v", rests, s.T, p.tl.Duration, ended)
		}
		for _, ch := range p.tl.Chapters[:(len(p.tl.Chapters)-1)*rests] {
			if p.tl.Lines[p.tl.LineAt(ch.End-1)].Hold == nil {
				want = append(want, ch.End-1)
			}
		}
		if !slices.Equal(stops, want) {
			t.Errorf("rests %d: it stops at %v, want %v", rests, stops, want)
		}
	}
}
