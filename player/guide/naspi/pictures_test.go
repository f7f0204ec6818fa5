// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package naspi

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/player"
	"videoguida/player/a11y"
	"videoguida/player/guide/guidetest"
	"videoguida/player/l10n"
	"videoguida/player/paint"
)

// TestChartIsTheSchedule: the table and the slider say the schedule's cents,
// and every amount painted on the chart is one of them.
func TestChartIsTheSchedule(t *testing.T) {
	words := l10n.Lookup("it")
	for _, pr := range profiles() {
		p := newPlayer(t, pr)
		guidetest.Seek(p, at{"naspi-durata-6", ""}, 10)
		months := Months(pr.Claims)
		var want [][]string
		painted := map[string]bool{}
		for _, m := range months {
			want = append(want, []string{strconv.Itoa(m.Index), strconv.Itoa(m.Days), words.Money(int64(m.Amount))})
			painted[words.Money(int64(m.Amount))] = true
		}
		table := guidetest.Node(p, "naspi-tab-importo")
		if table == nil || table.Role != a11y.Table {
			t.Fatalf("%s: the chart has no table", pr.Name)
		}
		if diff := cmp.Diff(want, table.Grid.Rows); diff != "" {
			t.Errorf("%s: the table is not the schedule (-want +got):\n%s", pr.Name, diff)
		}
		var o paint.Ops
		p.Paint(&o)
		o.Texts(func(s string) {
			if strings.Contains(s, "€") && !painted[s] {
				t.Errorf("%s: the chart shows %s, which is no month's", pr.Name, s)
			}
		})
		chosenMonths(t, p, pr.Name, want)
	}
}

// chosenMonths chooses each month and compares what the slider and the
// picture say.
func chosenMonths(t *testing.T, p *player.Player, who string, rows [][]string) {
	t.Helper()
	for i, row := range rows {
		p.Advance(0, player.Input{Kind: player.Press, ID: "month:" + row[0]})
		want := "mese " + row[0] + ": " + row[2]
		s := guidetest.Node(p, "naspi-lbl-colonna")
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

// TestEarlyAnswer: a menu answer pressed before the question was read out
// plays its part and comes back to the menu.
func TestEarlyAnswer(t *testing.T) {
	p := newPlayer(t, profiles()[0])
	guidetest.Seek(p, at{"naspi-domande-1", "menu"}, 900)
	n := guidetest.Node(p, "naspi-btn-dom-lavoro")
	if n == nil {
		t.Fatal("the answer is not there")
	}
	p.Advance(0, player.Input{Kind: player.Press, ID: n.Action})
	if l := p.Timeline().Lines[p.Timeline().LineAt(p.State().T)]; l.ID != "naspi-lavoro-1" || p.State().Back == 0 {
		t.Errorf("the answer leads to %s, back %d", l.ID, p.State().Back)
	}
}

// TestReducedMotion: with less motion nothing moves between a marker's entry
// and the next: only opacity and mouth may differ.
func TestReducedMotion(t *testing.T) {
	p := newPlayer(t, profiles()[0])
	p.Resize(player.View{W: 390, H: 616, Reduced: true})
	for _, ms := range []int{10, 120, 300} {
		guidetest.Seek(p, at{"naspi-durata-3", "grafico"}, ms)
		face := p.Face()
		guidetest.Seek(p, at{"naspi-durata-3", "grafico"}, 900)
		if p.Face() != face {
			t.Errorf("the officer moves %d ms after the marker", ms)
		}
	}
}
