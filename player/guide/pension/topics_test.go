// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"testing"

	"videoguida/player"
	"videoguida/player/a11y"
	"videoguida/player/guide/guidetest"
	"videoguida/player/l10n"
)

// TestTopics: each explanation opens where its scene offers it, says its words
// as a result, keeps the layout rules on every stage, and the guide waits until
// it is closed.
func TestTopics(t *testing.T) {
	for _, lang := range l10n.Langs() {
		p := suite(t).Player(t, version(t, "pension-8"), lang)
		opened := 0
		for _, view := range guidetest.Stages() {
			p.Resize(view)
			probe := guidetest.NewProbe(t, view)
			for _, ch := range p.Timeline().Chapters {
				for _, topic := range ch.Scene.Topics {
					p.Advance(0, player.Input{Kind: player.Seek, Ms: ch.End - 1}, player.Input{Kind: player.Play})
					opens(t, p, topic.Text)
					probe.Look(p, lang+" "+topic.Text)
					guidetest.Press(p, "explain:")
					if n := guidetest.Node(p, topic.Text); n != nil || !p.State().Playing {
						t.Errorf("%s stays open, or the guide does not go on", topic.Text)
					}
					opened++
				}
			}
			if t.Failed() {
				t.Fatalf("at %vx%v", view.W, view.H)
			}
		}
		if want := 6 * len(guidetest.Stages()); opened != want {
			t.Errorf("%d explanations were opened, want %d", opened, want)
		}
	}
}

// opens presses the topic's button and looks for its words.
func opens(t *testing.T, p *player.Player, topic string) {
	t.Helper()
	var tree a11y.Tree
	p.Describe(&tree)
	offered := false
	for _, n := range tree.Nodes {
		offered = offered || n.Action == "explain:"+topic && n.Role == a11y.Button
	}
	guidetest.Press(p, "explain:"+topic)
	n := guidetest.Node(p, topic)
	if !offered || n == nil || n.Role != a11y.Output || n.Name != p.Timeline().Text(topic) || p.State().Playing {
		t.Errorf("%s is offered: %v, opens %+v", topic, offered, n)
	}
}

// TestTopicsAreThePersons: taxes are explained to who pays them, the thirteenth
// payment to who gets it.
func TestTopicsAreThePersons(t *testing.T) {
	p := suite(t).Player(t, version(t, "pension-contributivo"), "it")
	guidetest.Seek(p, at{"pens-cedolino-3", "confronta"}, 900)
	var tree a11y.Tree
	p.Describe(&tree)
	got := 0
	for _, n := range tree.Nodes {
		switch n.Action {
		case "explain:pens-inf-perche-lordo", "explain:pens-inf-perche-irpef":
			got++
		case "explain:pens-inf-perche-tredicesima", "explain:pens-inf-perche-conguaglio", "explain:pens-inf-perche-addizionali":
			t.Errorf("%s is offered to somebody who has none", n.Action)
		}
	}
	if got != 2 {
		t.Errorf("%d explanations are offered, want 2", got)
	}
}

func TestServicesPages(t *testing.T) {
	for _, id := range []string{"pension-1", "pension-8"} {
		suite(t).ServicesPages(t, version(t, id), forYou)
	}
}

func TestRating(t *testing.T) { suite(t).Rating(t, version(t, "pension-1")) }

func TestReplay(t *testing.T) {
	for _, id := range []string{"pension-1", "pension-superstiti"} {
		suite(t).Replay(t, version(t, id))
	}
}
