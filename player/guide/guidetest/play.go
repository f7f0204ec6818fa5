// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package guidetest

import (
	"math/rand/v2"
	"testing"

	"videoguida/player"
	"videoguida/player/paint"
)

// SeekEqualsPlay plays a profile's guide through and compares each frame with
// the one that seeking gives. One player draws both: a shape's pointer is its
// identity.
func (s Suite) SeekEqualsPlay(t *testing.T, pr Profile) {
	type frame struct {
		at  int
		ops paint.Ops
	}
	p := s.Player(t, pr, "it")
	p.Advance(0, player.Input{Kind: player.Play})
	var played []frame
	for p.State().Playing {
		p.Advance(333)
		at := p.State()
		if at.Hold != 0 {
			Press(p, "continue")
			continue
		}
		f := frame{at: at.T}
		p.Paint(&f.ops)
		played = append(played, f)
	}
	var sought paint.Ops
	for i := range played {
		f := &played[len(played)-1-i]
		p.Advance(0, player.Input{Kind: player.Seek, Ms: f.at})
		p.Paint(&sought)
		if !f.ops.Equal(&sought) {
			t.Fatalf("the frame at %d ms depends on how one got there", f.at)
		}
	}
}

// Walk is how somebody goes through a guide at random.
type Walk struct {
	People int                                  // how many
	Holds  int                                  // how many holds they must meet in all
	Case   func(r *rand.Rand) Profile           // who they are
	Choose func(p *player.Player, r *rand.Rand) // what they choose at a hold, or nil
	Seed   uint64                               // of the numbers
}

// RandomSeekEqualsPlay: for people at random, whoever plays to a random
// instant, answering what the guide asks, sees the frame of whoever seeks there
// with the same answers.
func (s Suite) RandomSeekEqualsPlay(t *testing.T, w Walk) {
	r := rand.New(rand.NewPCG(w.Seed, 364))
	holds := 0
	for range w.People {
		p := s.Player(t, w.Case(r), "it")
		from := r.IntN(p.Timeline().Duration)
		to := from + r.IntN(p.Timeline().Duration-from) + 1
		p.Advance(0, player.Input{Kind: player.Seek, Ms: from}, player.Input{Kind: player.Play})
		holds += w.playTo(p, r, to)
		sameWhenSought(t, p, r.IntN(p.Timeline().Duration))
	}
	if holds < w.Holds {
		t.Errorf("playing met %d holds, too few to tell", holds)
	}
}

// playTo lets frames of uneven length pass until the guide is at ms, answers
// each hold at random, and returns how many there were.
func (w Walk) playTo(p *player.Player, r *rand.Rand, ms int) (holds int) {
	for p.State().T < ms && p.State().Playing {
		p.Advance(min(1+r.IntN(900), ms-p.State().T))
		if p.State().Hold == 0 {
			continue
		}
		holds++
		p.Advance(r.IntN(3000))
		w.Choose(p, r)
		Press(p, "continue")
	}
	return holds
}

// sameWhenSought compares the frame of p with the one that p shows after
// looking elsewhere and coming back: seeking keeps the choices.
func sameWhenSought(t *testing.T, p *player.Player, elsewhere int) {
	t.Helper()
	var played, sought paint.Ops
	at := p.State()
	p.Paint(&played)
	p.Advance(0, player.Input{Kind: player.Pause}, player.Input{Kind: player.Seek, Ms: elsewhere})
	p.Paint(&sought)
	p.Advance(0, player.Input{Kind: player.Seek, Ms: at.T})
	p.Paint(&sought)
	if p.State().Choices != at.Choices {
		t.Fatalf("seeking changed the choices %+v to %+v", at.Choices, p.State().Choices)
	}
	if !played.Equal(&sought) {
		t.Errorf("%+v: the frame at %d ms depends on how one got there", p.Timeline().Facts, at.T)
	}
}
