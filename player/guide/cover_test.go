// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package guide_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"videoguida/player"
	"videoguida/player/avatar"
	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/player/guide"
	"videoguida/player/guide/film"
	"videoguida/player/guide/guidetest"
	"videoguida/player/l10n"
	"videoguida/player/paint"
	"videoguida/player/script"
	"videoguida/player/timeline"
	"videoguida/player/typeset/titillium"
	"videoguida/tokengen/demo"
	"videoguida/tokengen/token"
)

// zero is an amount that would be told for one that is not known.
var zero = regexp.MustCompile(`(?m)(?:^|[^0-9.,])0(?:,00)? (?:€|euro)`)

var rig = avatar.New()

// told is all that a guide says, shows and describes, as film and as text.
func told(t *testing.T, g guide.Guide, c token.Claims, today civil.Day) string {
	t.Helper()
	fonts, err := titillium.Load()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	board, _ := film.Of(c)
	f, words := g.Facts(c, today), l10n.Lookup("it")
	tl, err := timeline.Compile(board, f, words, timeline.Silent{})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range tl.Lines {
		b.WriteString(l.Text + "\n" + l.Describe + "\n")
	}
	var ops paint.Ops
	guidetest.EveryMark(player.New(tl, fonts, rig), func(p *player.Player, _, _ string) {
		p.Paint(&ops)
		ops.Texts(func(s string) { b.WriteString(s + "\n") })
	})
	for _, ch := range script.Read(g.Board(), f, words) {
		for _, l := range ch.Lines {
			b.WriteString(l.Text + "\n" + l.Describe + "\n")
		}
	}
	return b.String()
}

// TestCover: of a covered letter no guide tells an amount; uncovered it does.
func TestCover(t *testing.T) {
	day := civil.Date(2026, 11, 24)
	hidden := 0
	for _, g := range guide.All() {
		table, _ := demo.Versions(g.Name, time.Unix(int64(day)*86400, 0))
		for i, v := range table.Versions {
			if i%4 != 3 && os.Getenv("FULL") == "" {
				continue
			}
			open, covered := told(t, g, v.Claims, day), told(t, g, guide.Cover(v.Claims), day)
			for name, fact := range g.Facts(v.Claims, day) {
				amount := strings.TrimSuffix(l10n.Lookup("it").Money(fact.N), " €")
				if fact.Kind != facts.Money || fact.N < 10_000 || !strings.Contains(open, amount) || g.Facts(guide.Cover(v.Claims), day)[name].N == fact.N {
					continue // not told at all, or the law's
				}
				hidden++
				if strings.Contains(covered, amount) || zero.MatchString(covered) {
					t.Errorf("%s, covered, tells %s", v.ID, name)
				}
			}
			for name, fact := range g.Facts(guide.Cover(v.Claims), day) {
				if fact.Known() && (name == "importo" || name == "lordo" || name == "netto") {
					t.Errorf("%s, covered, knows %s", v.ID, name)
				}
			}
		}
	}
	if hidden < 8 {
		t.Errorf("only %d amounts were hidden", hidden)
	}
}
