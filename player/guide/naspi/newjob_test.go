package naspi

import (
	"slices"
	"strings"
	"testing"

	"videoguida/player"
	"videoguida/player/a11y"
	"videoguida/player/benefit"
	"videoguida/player/paint"
	"videoguida/player/typeset/titillium"
)

// tryYour returns a player waiting at the infographic, its first question
// asked.
func tryYour(t *testing.T, lang string) *player.Player {
	t.Helper()
	fonts, err := titillium.Load()
	if err != nil {
		t.Fatal(err)
	}
	p := player.New(compile(t, profiles()[0], lang), fonts, rig)
	seek(p, at{"naspi-lavoro-8", "prova"}, 600)
	press(p, "again")
	return p
}

func press(p *player.Player, action string) {
	p.Advance(0, player.Input{Kind: player.Press, ID: action})
}

// offered returns the answers of the screen, on all of its pages, and calls
// check for each page.
func offered(p *player.Player, check func()) (answers []string) {
	for page := "page:1"; page != ""; {
		press(p, page)
		check()
		var tree a11y.Tree
		p.Describe(&tree)
		page = ""
		for _, n := range tree.Nodes {
			if a, ok := strings.CutPrefix(n.Action, "answer:"); ok {
				answers = append(answers, a)
			}
			if n.ID == "naspi-inf-altre" {
				page = n.Action
			}
		}
	}
	return answers
}

// eachPath calls result at the end of every path of answers that the screens
// offer, and check for every page on the way.
func eachPath(p *player.Player, so []string, check func(), result func(so []string)) {
	step, err := benefit.Walk(so)
	if err != nil {
		return
	}
	if step.Outcome != nil {
		offered(p, check)
		result(so)
		return
	}
	for _, a := range offered(p, check) {
		press(p, "answer:"+a)
		eachPath(p, append(so[:len(so):len(so)], a), check, result)
		press(p, "undo")
	}
}

// TestNewJobPaths: the screens offer the graph's 57 paths, one question each,
// and each ends with its own result and its service.
func TestNewJobPaths(t *testing.T) {
	p := tryYour(t, "it")
	paths := 0
	eachPath(p, nil, func() {}, func(so []string) {
		paths++
		step, _ := benefit.Walk(so)
		press(p, "page:1")
		n := node(p, "naspi-inf-"+step.Outcome.Text+"-t")
		if n == nil || n.Role != a11y.Output {
			t.Errorf("%v: no result is announced", so)
		}
		var tree a11y.Tree
		p.Describe(&tree)
		if s := step.Outcome.Service; s != "" && !slices.ContainsFunc(tree.Nodes, func(n a11y.Node) bool {
			return n.Role == a11y.Link && n.Action == "open:"+s
		}) {
			t.Errorf("%v: no link to %s", so, s)
		}
	})
	if paths != 57 {
		t.Errorf("the screens offer %d paths, want 57", paths)
	}
}

// TestNewJobLayout holds every screen of the infographic to the layout rules.
func TestNewJobLayout(t *testing.T) {
	for _, lang := range []string{"it", "de", "en"} {
		p := tryYour(t, lang)
		fonts, err := titillium.Load()
		if err != nil {
			t.Fatal(err)
		}
		for _, view := range stages {
			p.Resize(view)
			c := &probe{t: t, fonts: fonts, view: view}
			var o paint.Ops
			var tree a11y.Tree
			eachPath(p, nil, func() {
				c.where, c.rects, c.face = lang+" "+p.State().Choices.Path, c.rects[:0], p.Face()
				p.Describe(&tree)
				c.nodes = tree.Nodes
				p.Paint(&o)
				o.Replay(c, 1)
				c.controls(&tree)
			}, func([]string) {})
			if t.Failed() {
				t.Fatalf("at %vx%v", view.W, view.H)
			}
		}
	}
}

// TestNewJobBack: going back asks the question before; before the first one
// there is the invitation.
func TestNewJobBack(t *testing.T) {
	p := tryYour(t, "it")
	press(p, "answer:dip")
	press(p, "answer:breve")
	press(p, "undo")
	if node(p, "naspi-inf-q-durata") == nil {
		t.Error("going back does not ask the question before")
	}
	press(p, "undo")
	press(p, "undo")
	if node(p, "naspi-inf-titolo") == nil || p.State().Choices.Path != "" {
		t.Errorf("the way back ends at %q", p.State().Choices.Path)
	}
	press(p, "undo")
	if p.State().Choices.Path != "" {
		t.Error("there is something before the invitation")
	}
}
