// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package naspi

import (
	"slices"
	"strings"
	"testing"

	"videoguida/player"
	"videoguida/player/a11y"
	"videoguida/player/benefit"
	"videoguida/player/guide/guidetest"
	"videoguida/player/l10n"
	"videoguida/player/paint"
)

// tryYour returns a player at the infographic's first question.
func tryYour(t testing.TB, lang string) *player.Player {
	t.Helper()
	p := suite().Player(t, profiles()[0], lang)
	guidetest.Seek(p, at{"naspi-lavoro-8", "prova"}, 600)
	return p
}

// eachPage turns the pages of a screen and calls check with the nodes of each.
func eachPage(p *player.Player, check func(tree *a11y.Tree)) {
	var tree a11y.Tree
	for page := "page:1"; page != ""; {
		guidetest.Press(p, page)
		p.Describe(&tree)
		check(&tree)
		page = ""
		for _, n := range tree.Nodes {
			if n.ID == "naspi-inf-altre" || n.ID == "naspi-inf-pag-dopo" {
				page = n.Action
			}
		}
	}
}

// offered returns the answers of the screen, on all of its pages.
func offered(p *player.Player) (answers []string) {
	eachPage(p, func(tree *a11y.Tree) {
		for _, n := range tree.Nodes {
			if a, ok := strings.CutPrefix(n.Action, "answer:"); ok {
				answers = append(answers, a)
			}
		}
	})
	return answers
}

// eachScreen presses every way through the infographic and calls visit at
// every question and every result.
func eachScreen(t testing.TB, p *player.Player, so []string, visit func(so []string, s benefit.Step)) {
	step, err := benefit.Walk(so)
	if err != nil {
		t.Fatalf("%v is offered and leads nowhere", so)
	}
	visit(so, step)
	for _, a := range offered(p) {
		next := append(so[:len(so):len(so)], a)
		want := player.Effect{Kind: player.Answered, ID: strings.Join(next, ",")}
		if got := guidetest.Press(p, "answer:"+a); !slices.Equal(got, []player.Effect{want}) {
			t.Fatalf("answering %s tells %v, want %v", a, got, want)
		}
		eachScreen(t, p, next, visit)
		guidetest.Press(p, "back")
	}
}

// TestNewJobPaths: the screens offer the graph's 57 paths, one question each,
// and each ends with its own result, all its words and its service.
func TestNewJobPaths(t *testing.T) {
	p := tryYour(t, "it")
	words, facts := l10n.Lookup("it"), Facts(maria(), today)
	paths := 0
	eachScreen(t, p, nil, func(so []string, s benefit.Step) {
		var said strings.Builder
		eachPage(p, func(tree *a11y.Tree) {
			for _, n := range tree.Nodes {
				said.WriteString(n.Name + "\n" + n.Action + "\n")
			}
		})
		want := []string{"continue"}
		if len(so) > 0 {
			want = append(want, "back")
		}
		if s.Question != nil {
			want = append(want, words.Text(s.Question.ID, facts))
		} else {
			paths++
			for _, part := range []string{"-t", "-x", "-f", "-s"} {
				want = append(want, words.Text("naspi-inf-"+s.Outcome.Text+part, facts))
			}
			want = append(want, "again", "save:dl-risultato",
				words.Text("naspi-inf-soglie", facts), words.Text("naspi-inf-vale", facts))
			if s.Outcome.Service != "" {
				want = append(want, "open:"+s.Outcome.Service)
			}
		}
		for _, w := range want {
			if !strings.Contains(said.String(), w+"\n") {
				t.Errorf("%v: nothing says or does %q", so, w)
			}
		}
	})
	if paths != 57 {
		t.Errorf("the screens offer %d paths, want 57", paths)
	}
}

// TestNewJobLayout holds every screen of the infographic to the layout rules,
// and finds the way back on each of its pages.
func TestNewJobLayout(t *testing.T) {
	for _, lang := range []string{"it", "de", "en"} {
		p := tryYour(t, lang)
		for _, view := range guidetest.Stages() {
			p.Resize(view)
			probe := guidetest.NewProbe(t, view)
			eachScreen(t, p, nil, func(so []string, _ benefit.Step) {
				eachPage(p, func(tree *a11y.Tree) {
					where := lang + " " + p.State().Choices.Answers
					probe.Look(p, where)
					back := slices.ContainsFunc(tree.Nodes, func(n a11y.Node) bool { return n.Action == "back" })
					if back != (len(so) > 0) {
						t.Errorf("%s: a way back is shown: %v", where, back)
					}
				})
			})
			if t.Failed() {
				t.Fatalf("at %vx%v", view.W, view.H)
			}
		}
	}
}

// TestNewJobBack: going back asks the question before, never less than the
// first; starting over asks the first.
func TestNewJobBack(t *testing.T) {
	p := tryYour(t, "it")
	for _, step := range []struct{ action, answers, shows string }{
		{"answer:dip", "dip", "naspi-inf-q-durata"},
		{"answer:breve", "dip,breve", "naspi-inf-q-reddito"},
		{"back", "dip", "naspi-inf-q-durata"},
		{"back", "", "naspi-inf-q-tipo"},
		{"back", "", "naspi-inf-q-tipo"},
		{"answer:tir", "tir", "naspi-inf-t1-t"},
		{"again", "", "naspi-inf-q-tipo"},
	} {
		guidetest.Press(p, step.action)
		if got := p.State().Choices.Answers; got != step.answers || guidetest.Node(p, step.shows) == nil {
			t.Errorf("after %s the answers are %q, want %q and %s on screen", step.action, got, step.answers, step.shows)
		}
	}
}

// TestNewJobRefuses: only an answer that is offered where the guide stands is
// taken.
func TestNewJobRefuses(t *testing.T) {
	p := tryYour(t, "it")
	guidetest.Press(p, "answer:dip")
	before := p.State()
	for _, action := range []string{"answer:dip", "answer:", "answer:breve,sotto", "answer:sotto", "answer"} {
		if out := guidetest.Press(p, action); len(out) != 0 || p.State() != before {
			t.Errorf("%q is taken: %+v", action, p.State())
		}
	}
	guidetest.Seek(p, at{"naspi-lavoro-5", ""}, 0)
	before = p.State()
	if out := guidetest.Press(p, "answer:breve"); len(out) != 0 || p.State() != before {
		t.Errorf("an answer is taken where nothing is asked: %+v", p.State())
	}
}

// TestNewJobKeepsAnswers: seeking does not lose the answers, the guide waits
// once one is given, and answers given elsewhere are taken in silence.
func TestNewJobKeepsAnswers(t *testing.T) {
	p := tryYour(t, "it")
	guidetest.Press(p, "answer:dip")
	if s := p.State(); s.Hold == 0 {
		t.Error("the guide does not wait for the next answer")
	}
	guidetest.Seek(p, at{"naspi-saluto-1", ""}, 0)
	if got := p.State().Choices.Answers; got != "dip" {
		t.Errorf("seeking leaves %q", got)
	}
	give := func(answers string) {
		t.Helper()
		if out := p.Advance(0, player.Input{Kind: player.Answers, ID: answers}); len(out) != 0 {
			t.Errorf("answers given elsewhere are told back: %v", out)
		}
	}
	give("aut,zero")
	if got := p.State().Choices.Answers; got != "aut,zero" {
		t.Errorf("the answers are %q", got)
	}
	give("aut,breve")
	if got := p.State().Choices.Answers; got != "aut,zero" {
		t.Errorf("answers that lead nowhere are taken: %q", got)
	}
	give("")
	if got := p.State().Choices.Answers; got != "" {
		t.Errorf("taking back leaves %q", got)
	}
}

// TestNewJobAllocatesNothing: no screen of the infographic allocates once it
// was drawn.
func TestNewJobAllocatesNothing(t *testing.T) {
	p := tryYour(t, "it")
	var o paint.Ops
	var tree a11y.Tree
	frame := func() { p.Paint(&o); p.Describe(&tree) }
	for _, so := range []string{"", "dip", "dip,breve", "aut,sotto,si", "dip,breve,sotto,no,si", "altro"} {
		p.Advance(0, player.Input{Kind: player.Answers, ID: so})
		frame()
		if n := testing.AllocsPerRun(20, frame); n != 0 {
			t.Errorf("the screen of %q allocates %v times", so, n)
		}
	}
}

// BenchmarkNewJob is the frame that is hardest to fit: twelve answers.
func BenchmarkNewJob(b *testing.B) {
	p := tryYour(b, "it")
	var o paint.Ops
	var tree a11y.Tree
	b.ReportAllocs()
	for b.Loop() {
		p.Paint(&o)
		p.Describe(&tree)
	}
}

// TestOfficerWalksBetweenScreens: from one screen of the infographic to the
// next the officer walks; with less motion she is there at once.
func TestOfficerWalksBetweenScreens(t *testing.T) {
	for _, still := range []bool{false, true} {
		p := tryYour(t, "it")
		p.Resize(player.View{W: 390, H: 616, Reduced: still})
		p.Advance(0, player.Input{Kind: player.Play})
		for _, action := range []string{"answer:dip", "answer:breve", "answer:sotto", "back", "again"} {
			p.Advance(2000)
			from := p.Face()
			guidetest.Press(p, action)
			first := p.Face()
			step := first.Y - from.Y
			for range 60 {
				at := p.Face().Y
				p.Advance(10)
				step = max(step, at-p.Face().Y, p.Face().Y-at)
			}
			switch moved := p.Face() != from; {
			case !moved:
				t.Errorf("%s does not move the officer", action)
			case still && p.Face() != first:
				t.Errorf("%s: with less motion she walks", action)
			case !still && step > 30:
				t.Errorf("%s: she jumps by %v px", action, step)
			}
		}
	}
}
