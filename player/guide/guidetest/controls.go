// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package guidetest

import (
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/player"
	"videoguida/player/a11y"
	"videoguida/player/story"
)

// ServicesPages: the pages together hold every service of the list that is the
// person's once and no other, and the one being named is on the page that
// shows.
func (s Suite) ServicesPages(t *testing.T, pr Profile, list []story.Button) {
	p := s.Player(t, pr, "it")
	Seek(p, story.Cue{Line: s.Prefix + "servizi-1", Marker: "lista"}, 400)
	seen := map[string]int{}
	for page := 1; page <= 10; page++ {
		Press(p, "page:"+strconv.Itoa(page))
		var tree a11y.Tree
		p.Describe(&tree)
		for _, n := range tree.Nodes {
			if n.Role == a11y.Link {
				seen[n.ID]++
			}
		}
		if Node(p, "ser-altri") == nil {
			break
		}
	}
	for _, b := range list {
		want := 0
		if b.When.Holds(s.facts(pr)) {
			want = 1
		}
		if seen[b.ID] != want {
			t.Errorf("%s: %s is on %d pages, want %d", pr.Name, b.ID, seen[b.ID], want)
		}
	}
	for _, marker := range []string{"patronato", "telefono"} {
		Seek(p, story.Cue{Line: s.Prefix + "servizi-2", Marker: marker}, 100)
		if Node(p, s.Prefix+"btn-"+marker) == nil {
			t.Errorf("%s is named but not shown", marker)
		}
	}
}

// Rating: a star gives its number, is remembered and is thanked for.
func (s Suite) Rating(t *testing.T, pr Profile) {
	p := s.Player(t, pr, "it")
	Seek(p, story.Cue{Line: s.Prefix + "voto-1", Marker: "voto"}, 400)
	if Node(p, s.Prefix+"lbl-voto-grazie") != nil {
		t.Error("thanks come before the rating")
	}
	n := Node(p, s.Prefix+"btn-voto-4")
	if n == nil || n.Action != "rate:4" || n.Name != "4, utile" {
		t.Fatalf("the fourth star is %+v", n)
	}
	got := Press(p, n.Action)
	if diff := cmp.Diff([]player.Effect{{Kind: player.Rate, ID: "4"}}, got); diff != "" {
		t.Errorf("effects (-want +got):\n%s", diff)
	}
	if Node(p, s.Prefix+"lbl-voto-grazie") == nil {
		t.Error("nobody says thanks")
	}
}

// Replay: the last picture's button goes back to the start and plays.
func (s Suite) Replay(t *testing.T, pr Profile) {
	p := s.Player(t, pr, "it")
	p.Advance(0, player.Input{Kind: player.Seek, Ms: p.Timeline().Duration - 1})
	n := Node(p, s.Prefix+"btn-riguarda")
	if n == nil {
		t.Fatal("the button is not there")
	}
	Press(p, n.Action)
	if state := p.State(); state.T != 0 || !state.Playing {
		t.Errorf("after a replay the state is %+v", state)
	}
}
