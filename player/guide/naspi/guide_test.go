package naspi

import (
	"strings"
	"testing"
	"unicode/utf8"

	"videoguida/player"
	"videoguida/player/a11y"
	"videoguida/player/l10n"
	"videoguida/player/paint"
	"videoguida/player/story"
	"videoguida/player/timeline"
)

// TestLength holds every profile between 3:30 and 4:50 at measure A.
func TestLength(t *testing.T) {
	for _, p := range profiles() {
		d := compile(t, p, "it").Duration
		if d < 210_000 || d > 290_000 {
			t.Errorf("%s lasts %d s, want 210–290", p.name, d/1000)
		}
		t.Logf("%-32s %d:%02d", p.name, d/60000, d/1000%60)
	}
}

// TestWords fails when any text of any profile in any language lacks a slot
// or a message.
func TestWords(t *testing.T) {
	for _, lang := range []string{"it", "de", "en"} {
		for _, p := range profiles() {
			tl := compile(t, p, lang)
			for _, l := range tl.Lines {
				bad(t, p.name+" "+lang+" "+l.ID, l.Text)
				bad(t, p.name+" "+lang+" "+l.ID, l.Spoken)
			}
			for _, ch := range tl.Chapters {
				bad(t, ch.Scene.ID, ch.Title)
				for _, lb := range ch.Scene.Labels {
					if _, ok := tl.At(lb.At); ok && lb.When.Holds(tl.Facts) {
						bad(t, lb.ID, tl.Text(lb.ID))
					}
				}
			}
		}
	}
}

func bad(t *testing.T, where, text string) {
	t.Helper()
	if text == "" || strings.ContainsAny(text, "⟦⟧{}[]") {
		t.Errorf("%s: %q", where, text)
	}
}

// TestConditionsReadFacts fails when a condition reads a name that no profile
// ever knows: a misspelt fact.
func TestConditionsReadFacts(t *testing.T) {
	known := map[string]bool{}
	for _, p := range profiles() {
		for name := range Facts(p.claims, p.today) {
			known[name] = true
		}
	}
	read := func(c story.Condition) {
		c.Names(func(n string) {
			if !known[n] {
				t.Errorf("condition %q reads the unknown fact %q", c, n)
			}
		})
	}
	for _, s := range Board().Scenes {
		read(s.When)
		for _, l := range s.Lines {
			read(l.When)
		}
		for _, l := range s.Labels {
			read(l.When)
		}
		for _, a := range s.Alts {
			read(a.When)
		}
	}
}

// TestCuesAreMarkers fails when a label or a gesture waits for a marker that
// its line does not have.
func TestCuesAreMarkers(t *testing.T) {
	for _, p := range profiles() {
		tl := compile(t, p, "it")
		for _, ch := range tl.Chapters {
			for _, l := range ch.Scene.Labels {
				checkCue(t, tl, l.At)
			}
			for _, b := range ch.Scene.Buttons {
				checkCue(t, tl, b.At)
			}
		}
		for _, l := range tl.Lines {
			for _, g := range l.Gestures {
				checkCue(t, tl, story.Cue{Line: l.ID, Marker: g.Marker})
			}
		}
	}
}

func checkCue(t *testing.T, tl *timeline.Timeline, c story.Cue) {
	t.Helper()
	if _, ok := tl.At(c); !ok && tl.LineIndex(c.Line) >= 0 {
		t.Errorf("no marker %q in %s", c.Marker, c.Line)
	}
}

// TestCaptions: every narrated word is in a caption, two lines at most, at
// most 17 characters a second, at least a second each.
func TestCaptions(t *testing.T) {
	for _, p := range profiles() {
		tl := compile(t, p, "it")
		words := map[int]string{}
		for i, c := range tl.Cues {
			words[c.Line] += c.Text + " "
			n := utf8.RuneCountInString(c.Text)
			if n > 74 {
				t.Errorf("caption of %d characters: %q", n, c.Text)
			}
			if d := c.End - c.Start; d < 1000 || n*1000 > 17*d {
				t.Errorf("%s: %q shows %d ms for %d characters", p.name, c.Text, d, n)
			}
			if i > 0 && c.Start < tl.Cues[i-1].End {
				t.Errorf("captions overlap at %d ms: %q", c.Start, c.Text)
			}
		}
		for i, l := range tl.Lines {
			if got := strings.TrimSpace(words[i]); got != l.Text {
				t.Errorf("captions of %s say %q, want %q", l.ID, got, l.Text)
			}
		}
	}
}

// everyMark calls f half a second after every marker of every profile.
func everyMark(t *testing.T, f func(p *player.Player, where string)) {
	for _, pr := range profiles() {
		everyMarkOf(newPlayer(t, pr), pr.name, f)
	}
}

func everyMarkOf(p *player.Player, name string, f func(p *player.Player, where string)) {
	for _, l := range p.Timeline().Lines {
		for _, m := range append([]timeline.Mark{{At: l.Start}}, l.Marks...) {
			p.Advance(0, player.Input{Kind: player.Seek, Ms: settled(&l, m.At+500)})
			f(p, name+" "+l.ID+" "+m.Name)
		}
	}
}

// settled returns the first instant from ms on, within the line, at which the
// last picture has replaced the one before.
func settled(l *timeline.Line, ms int) int {
	for _, m := range l.Marks {
		if m.At <= ms && ms < m.At+300 {
			ms = m.At + 300
		}
	}
	return min(ms, l.End-1)
}

// TestPaintedTextIsAnnounced fails when a painted text has no node.
func TestPaintedTextIsAnnounced(t *testing.T) {
	var o paint.Ops
	var tree a11y.Tree
	painted := 0
	everyMark(t, func(p *player.Player, where string) {
		p.Paint(&o)
		p.Describe(&tree)
		var said strings.Builder
		for _, n := range tree.Nodes {
			said.WriteString(n.Name + " " + n.Value + "\n")
			if n.Grid != nil {
				for _, row := range n.Grid.Rows {
					said.WriteString(strings.Join(row, "\n") + "\n")
				}
			}
		}
		o.Texts(func(s string) {
			painted++
			if !strings.Contains(said.String(), s) {
				t.Errorf("%s: painted %q is not announced", where, s)
			}
		})
	})
	if painted == 0 {
		t.Error("no text was painted at all")
	}
}

// TestSeekEqualsPlay plays through and compares each frame with the one that
// seeking gives. One player draws both: a shape's pointer is its identity.
func TestSeekEqualsPlay(t *testing.T) {
	type frame struct {
		at  int
		ops paint.Ops
	}
	p := newPlayer(t, profiles()[0])
	p.Advance(0, player.Input{Kind: player.Play})
	var played []frame
	for p.State().Playing {
		p.Advance(333)
		s := p.State()
		if s.Hold != 0 {
			p.Advance(0, player.Input{Kind: player.Press, ID: "continue"})
			continue
		}
		f := frame{at: s.T}
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

// TestHolds: the menu waits without end, plays a part and comes back.
func TestHolds(t *testing.T) {
	p := newPlayer(t, profiles()[0])
	p.Advance(0, player.Input{Kind: player.Play})
	for range 2000 {
		p.Advance(100)
	}
	s := p.State()
	if s.Hold == 0 || p.Timeline().Lines[s.Hold-1].ID != "naspi-domande-2" || s.HeldFor != player.MaxHeld {
		t.Fatalf("after 200 s the guide should wait at the menu: %+v", s)
	}
	p.Advance(0, player.Input{Kind: player.Press, ID: "choose:naspi-btn-dom-controllo"})
	if l := p.Timeline().Lines[p.Timeline().LineAt(p.State().T)]; l.ID != "naspi-quando-5" {
		t.Fatalf("the answer starts at %s", l.ID)
	}
	for range 600 {
		p.Advance(100)
	}
	if s := p.State(); s.Hold == 0 || p.Timeline().Lines[s.Hold-1].ID != "naspi-domande-2" {
		t.Fatalf("the answer should come back to the menu: %+v", s)
	}
	p.Advance(0, player.Input{Kind: player.Press, ID: "continue"})
	for range 30 {
		p.Advance(100)
	}
	if l := p.Timeline().Lines[p.Timeline().LineAt(p.State().T)]; l.ID != "naspi-quanto-1" {
		t.Errorf("going on leads to %s", l.ID)
	}
}

// TestSteadyFrameAllocatesNothing is the allocation gate, at every marker.
func TestSteadyFrameAllocatesNothing(t *testing.T) {
	var o paint.Ops
	var tree a11y.Tree
	everyMarkOf(newPlayer(t, profiles()[7]), "longest", func(p *player.Player, where string) {
		frame := func() { p.Paint(&o); p.Describe(&tree) }
		frame()
		if n := testing.AllocsPerRun(5, frame); n != 0 {
			t.Errorf("%s: a steady frame allocates %v times", where, n)
		}
	})
}

// BenchmarkFrame paints and describes the chart, the richest picture.
func BenchmarkFrame(b *testing.B) {
	p := newPlayer(b, profiles()[0])
	at, _ := p.Timeline().At(at{"naspi-durata-5", "ridotto"})
	p.Advance(0, player.Input{Kind: player.Seek, Ms: at + 500})
	var o paint.Ops
	var tree a11y.Tree
	b.ReportAllocs()
	for b.Loop() {
		p.Paint(&o)
		p.Describe(&tree)
	}
}

func BenchmarkCompile(b *testing.B) {
	f := Facts(maria(), today)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := timeline.Compile(Film(Months(maria())), f, l10n.Lookup("it"), timeline.Silent{}); err != nil {
			b.Fatal(err)
		}
	}
}
