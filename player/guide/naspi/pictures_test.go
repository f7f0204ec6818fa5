package naspi

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/player"
	"videoguida/player/a11y"
	"videoguida/player/l10n"
	"videoguida/player/paint"
	"videoguida/player/story"
)

// node returns the frame's node with this id, or nil.
func node(p *player.Player, id string) *a11y.Node {
	var tree a11y.Tree
	p.Describe(&tree)
	for i := range tree.Nodes {
		if tree.Nodes[i].ID == id {
			return &tree.Nodes[i]
		}
	}
	return nil
}

// seek goes to ms after a cue and reports whether the guide has it.
func seek(p *player.Player, c story.Cue, ms int) bool {
	at, ok := p.Timeline().At(c)
	p.Advance(0, player.Input{Kind: player.Seek, Ms: max(at+ms, 0)})
	return ok
}

// TestLabelsEnterAtTheirMarker: every label and button of every profile is
// announced from its marker on and not a moment before.
func TestLabelsEnterAtTheirMarker(t *testing.T) {
	for _, pr := range profiles() {
		p := newPlayer(t, pr)
		for _, ch := range p.Timeline().Chapters {
			for _, l := range ch.Scene.Labels {
				enters(t, p, pr.name, l.ID, l.At)
			}
			for _, b := range ch.Scene.Buttons {
				if ch.Scene.ID != "servizi" { // they come in pages
					enters(t, p, pr.name, b.ID, b.At)
				}
			}
		}
	}
}

func enters(t *testing.T, p *player.Player, who, id string, at story.Cue) {
	t.Helper()
	if !seek(p, at, 20) {
		return
	}
	if node(p, id) == nil {
		t.Errorf("%s: %s is not there at %s [[%s]]", who, id, at.Line, at.Marker)
	}
	seek(p, at, -1)
	if p.State().T > 0 && node(p, id) != nil {
		t.Errorf("%s: %s is there before %s [[%s]]", who, id, at.Line, at.Marker)
	}
}

// TestChartIsTheSchedule: the table and the slider say the schedule's cents,
// and every amount painted on the chart is one of them.
func TestChartIsTheSchedule(t *testing.T) {
	words := l10n.Lookup("it")
	for _, pr := range profiles() {
		p := newPlayer(t, pr)
		seek(p, at{"naspi-durata-6", ""}, 10)
		months := Months(pr.claims)
		var want [][]string
		painted := map[string]bool{}
		for _, m := range months {
			want = append(want, []string{strconv.Itoa(m.Index), strconv.Itoa(m.Days), words.Money(int64(m.Amount))})
			painted[words.Money(int64(m.Amount))] = true
		}
		table := node(p, "naspi-tab-importo")
		if table == nil || table.Role != a11y.Table {
			t.Fatalf("%s: the chart has no table", pr.name)
		}
		if diff := cmp.Diff(want, table.Grid.Rows); diff != "" {
			t.Errorf("%s: the table is not the schedule (-want +got):\n%s", pr.name, diff)
		}
		var o paint.Ops
		p.Paint(&o)
		o.Texts(func(s string) {
			if strings.Contains(s, "€") && !painted[s] {
				t.Errorf("%s: the chart shows %s, which is no month's", pr.name, s)
			}
		})
		chosenMonths(t, p, pr.name, want)
	}
}

// chosenMonths chooses each month and compares what the slider and the
// picture say.
func chosenMonths(t *testing.T, p *player.Player, who string, rows [][]string) {
	t.Helper()
	for i, row := range rows {
		p.Advance(0, player.Input{Kind: player.Press, ID: "month:" + row[0]})
		want := "mese " + row[0] + ": " + row[2]
		s := node(p, "naspi-lbl-colonna")
		if s.Role != a11y.Slider || s.Value != want || s.Range != (a11y.Range{Min: 1, Max: len(rows), Now: i + 1}) {
			t.Errorf("%s: the slider says %q %+v, want %q", who, s.Value, s.Range, want)
		}
		if s.Bounds.H != 44 {
			t.Errorf("%s: the slider is %v px high, want 44", who, s.Bounds.H)
		}
		var o paint.Ops
		found := false
		p.Paint(&o)
		o.Texts(func(s string) { found = found || s == want })
		if !found {
			t.Errorf("%s: the picture does not say %q", who, want)
		}
	}
}

// TestServicesPages: the pages together hold every service once, and the one
// being named is on the page that shows.
func TestServicesPages(t *testing.T) {
	p := newPlayer(t, profiles()[0])
	seek(p, at{"naspi-servizi-1", "lista"}, 400)
	seen := map[string]int{}
	for page := 1; page <= 10; page++ {
		p.Advance(0, player.Input{Kind: player.Press, ID: "page:" + strconv.Itoa(page)})
		var tree a11y.Tree
		p.Describe(&tree)
		for _, n := range tree.Nodes {
			if n.Role == a11y.Link {
				seen[n.ID]++
			}
		}
		if node(p, "ser-altri") == nil {
			break
		}
	}
	for _, b := range forYou {
		if seen[b.ID] != 1 {
			t.Errorf("%s is on %d pages, want 1", b.ID, seen[b.ID])
		}
	}
	for _, marker := range []string{"patronato", "telefono"} {
		seek(p, at{"naspi-servizi-2", marker}, 100)
		if node(p, "naspi-btn-"+marker) == nil {
			t.Errorf("%s is named but not shown", marker)
		}
	}
}

// TestRating: a star gives its number, is remembered and is thanked for.
func TestRating(t *testing.T) {
	p := newPlayer(t, profiles()[0])
	seek(p, at{"naspi-voto-1", "voto"}, 400)
	if node(p, "naspi-lbl-voto-grazie") != nil {
		t.Error("thanks come before the rating")
	}
	n := node(p, "naspi-btn-voto-4")
	if n == nil || n.Action != "rate:4" || n.Name != "4, utile" {
		t.Fatalf("the fourth star is %+v", n)
	}
	got := p.Advance(0, player.Input{Kind: player.Press, ID: n.Action})
	if diff := cmp.Diff([]player.Effect{{Kind: player.Rate, ID: "4"}}, got); diff != "" {
		t.Errorf("effects (-want +got):\n%s", diff)
	}
	if node(p, "naspi-lbl-voto-grazie") == nil {
		t.Error("nobody says thanks")
	}
}

// TestEarlyAnswer: a menu answer pressed before the question was read out
// plays its part and comes back to the menu.
func TestEarlyAnswer(t *testing.T) {
	p := newPlayer(t, profiles()[0])
	seek(p, at{"naspi-domande-1", "menu"}, 900)
	n := node(p, "naspi-btn-dom-lavoro")
	if n == nil {
		t.Fatal("the answer is not there")
	}
	p.Advance(0, player.Input{Kind: player.Press, ID: n.Action})
	if l := p.Timeline().Lines[p.Timeline().LineAt(p.State().T)]; l.ID != "naspi-lavoro-1" || p.State().Back == 0 {
		t.Errorf("the answer leads to %s, back %d", l.ID, p.State().Back)
	}
}

// TestReplay goes back to the start and plays.
func TestReplay(t *testing.T) {
	p := newPlayer(t, profiles()[0])
	seek(p, at{"naspi-voto-3", "ciao"}, 400)
	n := node(p, "naspi-btn-riguarda")
	if n == nil {
		t.Fatal("the button is not there")
	}
	p.Advance(0, player.Input{Kind: player.Press, ID: n.Action})
	if s := p.State(); s.T != 0 || !s.Playing {
		t.Errorf("after a replay the state is %+v", s)
	}
}

// TestReducedMotion: with less motion nothing moves between a marker's entry
// and the next: only opacity and mouth may differ.
func TestReducedMotion(t *testing.T) {
	p := newPlayer(t, profiles()[0])
	p.Resize(player.View{W: 390, H: 616, Reduced: true})
	for _, ms := range []int{10, 120, 300} {
		seek(p, at{"naspi-durata-3", "grafico"}, ms)
		face := p.Face()
		seek(p, at{"naspi-durata-3", "grafico"}, 900)
		if p.Face() != face {
			t.Errorf("the officer moves %d ms after the marker", ms)
		}
	}
}
