// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package guidetest

import (
	"regexp"
	"strings"
	"testing"

	"videoguida/player"
	"videoguida/player/a11y"
	"videoguida/player/facts"
	"videoguida/player/l10n"
	"videoguida/player/paint"
	"videoguida/player/script"
	"videoguida/player/story"
)

// Announced fails when a painted text has no node.
func (s Suite) Announced(t *testing.T) {
	var o paint.Ops
	var tree a11y.Tree
	painted := 0
	s.everyMark(t, func(p *player.Player, _ Profile, where string) {
		p.Paint(&o)
		p.Describe(&tree)
		var said strings.Builder
		for _, n := range tree.Nodes {
			said.WriteString(n.Name + " " + n.Value + "\n")
		}
		said.WriteString(cells(&tree))
		o.Texts(func(text string) {
			painted++
			if !strings.Contains(said.String(), text) {
				t.Errorf("%s: painted %q is not announced", where, text)
			}
		})
	})
	if painted == 0 {
		t.Error("no text was painted at all")
	}
}

// LabelsEnter: every label and button of every profile is announced from its
// marker on and not a moment before. What stands in the list of services comes
// in pages and is left to the guide's own test.
func (s Suite) LabelsEnter(t *testing.T) {
	for _, pr := range s.Profiles {
		p := s.Player(t, pr, "it")
		f := p.Timeline().Facts
		for _, ch := range p.Timeline().Chapters {
			for _, l := range ch.Scene.Labels {
				if l.When.Holds(f) {
					enters(t, p, pr.Name+" "+l.ID, l.ID, l.At)
				}
			}
			for _, b := range ch.Scene.Buttons {
				if ch.Scene.ID != "servizi" && b.When.Holds(f) {
					enters(t, p, pr.Name+" "+b.ID, b.ID, b.At)
				}
			}
		}
	}
}

func enters(t *testing.T, p *player.Player, what, id string, at story.Cue) {
	t.Helper()
	if !Seek(p, at, 20) {
		return
	}
	if Node(p, id) == nil {
		t.Errorf("%s is not there at %s [[%s]]", what, at.Line, at.Marker)
	}
	Seek(p, at, -1)
	if p.State().T > 0 && Node(p, id) != nil {
		t.Errorf("%s is there before %s [[%s]]", what, at.Line, at.Marker)
	}
}

// figure is an amount, a percentage or a date, as it is painted.
var figure = regexp.MustCompile(`[0-9][0-9.]*,[0-9]{2}|[0-9]+%|[0-9]+° [a-z]+ [0-9]{4}|[0-9]+ [a-z]+ [0-9]{4}`)

// FiguresTold: every amount, percentage and date on the stage is narrated,
// audio-described or in the table of its scene, at least least times in all.
func (s Suite) FiguresTold(t *testing.T, least int) {
	var o paint.Ops
	var tree a11y.Tree
	seen := 0
	told := map[string]string{}
	for _, pr := range s.Profiles {
		for _, ch := range script.Read(s.Board(), s.facts(pr), l10n.Lookup("it")) {
			told[pr.Name+ch.Scene.ID] = spoken(ch, s.facts(pr))
		}
	}
	s.everyMark(t, func(p *player.Player, pr Profile, where string) {
		p.Paint(&o)
		p.Describe(&tree)
		tl := p.Timeline()
		all := told[pr.Name+tl.Chapters[tl.Lines[tl.LineAt(p.State().T)].Chapter].Scene.ID] + cells(&tree)
		o.Texts(func(text string) {
			for _, f := range figure.FindAllString(text, -1) {
				seen++
				if !strings.Contains(all, prose(f)) {
					t.Errorf("%s: %q is painted and not told", where, f)
				}
			}
		})
	})
	if seen < least {
		t.Errorf("only %d figures were painted: the test looks for the wrong ones", seen)
	}
}

// prose is a figure as a sentence writes it: without its sign, without cents
// when there are none.
func prose(figure string) string {
	return strings.TrimSuffix(strings.TrimSuffix(figure, "%"), ",00")
}

// spoken is all that a chapter says, describes and has in its table.
func spoken(ch script.Chapter, f facts.Set) string {
	var b strings.Builder
	for _, l := range ch.Lines {
		b.WriteString(l.Text + "\n" + l.Describe + "\n")
	}
	if ch.Scene.Table != nil {
		for _, r := range ch.Scene.Table.Rows {
			if v, known := f[r.Fact]; known {
				b.WriteString(l10n.Lookup("it").Money(v.N) + "\n")
			}
		}
	}
	return b.String()
}

// cells is what the frame's tables hold.
func cells(tree *a11y.Tree) string {
	var b strings.Builder
	for _, n := range tree.Nodes {
		if n.Grid == nil {
			continue
		}
		for _, row := range n.Grid.Rows {
			b.WriteString(strings.Join(row, "\n") + "\n")
		}
	}
	return b.String()
}

// Steady is the allocation gate, at every marker of a profile.
func (s Suite) Steady(t *testing.T, pr Profile) {
	var o paint.Ops
	var tree a11y.Tree
	EveryMark(s.Player(t, pr, "it"), func(p *player.Player, line, marker string) {
		frame := func() { p.Paint(&o); p.Describe(&tree) }
		frame()
		if n := testing.AllocsPerRun(5, frame); n != 0 {
			t.Errorf("%s %s: a steady frame allocates %v times", line, marker, n)
		}
	})
}
