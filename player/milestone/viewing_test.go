// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package milestone_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"videoguida/player/civil"
	"videoguida/player/guide"
	"videoguida/player/l10n"
	"videoguida/player/milestone"
	"videoguida/player/timeline"
	"videoguida/static/metrics/declared"
	"videoguida/tokengen/token"
)

// letters are invented: one for each guide and side of a condition.
var letters = []token.Claims{
	{Guide: "naspi", Name: "Maria", Applied: 20772, Start: 20775, Days: 364, Monthly: 114471, Calc: "soglia", Year: 2026, Contacts: "missing", Exp: 20962 * 86400},
	{Guide: "naspi", Applied: 20000, Start: 20005, Days: 120, Monthly: 80000, Calc: "base", Year: 2024, Contacts: "ok", Exp: 20962 * 86400},
	{Guide: "pension", Name: "Giovanni", Fund: "private", Method: "misto", Start: 20775, Gross: 150000, Net: 130000, Taxed: true, Red: "none", Payer: "bank", Contacts: "ok", Exp: 20962 * 86400},
	{Guide: "pension", Fund: "cpdel", Method: "superstiti", Start: 20775, Gross: 90000, Linked: []string{"14a"}, Red: "send", Payer: "post", Contacts: "missing", Exp: 20962 * 86400},
}

func compiled(t *testing.T, c token.Claims, lang string) *timeline.Timeline {
	t.Helper()
	g, ok := guide.Find(c.Guide)
	if !ok {
		t.Fatalf("no guide %s", c.Guide)
	}
	tl, err := timeline.Compile(g.Board(), g.Facts(c, civil.Date(2026, 11, 24)), l10n.Lookup(lang), timeline.Silent{})
	if err != nil {
		t.Fatal(err)
	}
	return tl
}

// viewer is a viewing that keeps what it tells.
type viewer struct {
	*milestone.Viewing
	tl   *timeline.Timeline
	told []string
}

func view(t *testing.T, c token.Claims) *viewer {
	v := &viewer{}
	v.Viewing = milestone.NewViewing(func(e milestone.Event) { v.told = append(v.told, string(e)) })
	v.tl = compiled(t, c, "it")
	v.Tell(v.tl)
	return v
}

// play plays from one moment to another in frames of 40 ms.
func (v *viewer) play(from, to int) {
	for ; from < to; from += 40 {
		v.Played(from, min(from+40, to))
	}
}

// only are the arguments of the told events with a name.
func (v *viewer) only(name string) (args []string) {
	for _, e := range v.told {
		if rest, ok := strings.CutPrefix(e, `["`+name+`",`); ok {
			args = append(args, strings.TrimSuffix(rest, "]"))
		}
	}
	return args
}

// chapter is where the chapter with the scene's id lies.
func (v *viewer) chapter(t *testing.T, id string) timeline.Chapter {
	t.Helper()
	for _, ch := range v.tl.Chapters {
		if ch.Scene.ID == id {
			return ch
		}
	}
	t.Fatalf("no scene %s", id)
	return timeline.Chapter{}
}

// TestWholeViewing: who plays everything tells every share and every scene that
// all letters have, in order and once; nothing was skipped or replayed.
func TestWholeViewing(t *testing.T) {
	for _, c := range letters {
		v := view(t, c)
		v.play(0, v.tl.Duration)
		if got := v.only("viewed"); !slices.Equal(got, declared.Viewed) {
			t.Errorf("viewed %q", got)
		}
		var want []string
		for _, s := range declared.Scenes {
			if n, _ := strconv.Atoi(s); n < 21 == (c.Guide == "naspi") {
				want = append(want, s)
			}
		}
		if got := v.only("scene"); !slices.Equal(got, want) {
			t.Errorf("%s: scenes %q, want %q", c.Guide, got, want)
		}
		if len(v.told) != len(declared.Viewed)+len(want) {
			t.Errorf("also told: %q", v.told)
		}
	}
}

// TestConditionalScenesAreSilent: two letters of a guide tell the same when
// played through, though one has scenes that the other has not.
func TestConditionalScenesAreSilent(t *testing.T) {
	for _, pair := range [][2]token.Claims{{letters[0], letters[1]}, {letters[2], letters[3]}} {
		a, b := view(t, pair[0]), view(t, pair[1])
		a.play(0, a.tl.Duration)
		b.play(0, b.tl.Duration)
		if !slices.Equal(a.only("scene"), b.only("scene")) {
			t.Errorf("%q and %q", a.only("scene"), b.only("scene"))
		}
	}
	if n, m := len(view(t, letters[0]).tl.Chapters), len(view(t, letters[1]).tl.Chapters); n == m {
		t.Errorf("both letters have %d scenes: the test compares nothing", n)
	}
}

// TestSpotCountsNoScene: the spot's scenes are not taken for those of a guide;
// how much of it was played is told.
func TestSpotCountsNoScene(t *testing.T) {
	g := guide.Spot()
	tl, err := timeline.Compile(g.Board(), g.Facts(token.Claims{}, 0), l10n.Lookup("it"), timeline.Silent{})
	if err != nil {
		t.Fatal(err)
	}
	v := &viewer{}
	v.Viewing = milestone.NewViewing(func(e milestone.Event) { v.told = append(v.told, string(e)) })
	v.Tell(tl)
	v.play(0, tl.Duration)
	if got := v.only("viewed"); !slices.Equal(got, declared.Viewed) || len(v.told) != len(got) {
		t.Errorf("told %q", v.told)
	}
}

// TestLossIsNotTold: letters that differ in the method and in a survivor's sum
// alone tell the very same events, played whole, left and played again.
func TestLossIsNotTold(t *testing.T) {
	var told []string
	for _, method := range []string{"contributivo", "superstiti"} {
		c := letters[3]
		c.Method = method
		if c.Linked = []string{"14a"}; method == "superstiti" {
			c.Linked = []string{"superstiti"}
		}
		v := view(t, c)
		v.play(0, v.tl.Duration)
		for _, id := range []string{"calcolo", "reddito", "voto"} {
			ch := v.chapter(t, id)
			v.Jumped(v.tl.Duration, ch.Start)
			v.play(ch.Start, ch.End)
		}
		slices.Sort(v.told)
		told = append(told, strings.Join(v.told, " "))
	}
	if told[0] != told[1] || len(told[0]) < 200 {
		t.Errorf("one tells %s\nthe other %s", told[0], told[1])
	}
}

// TestSecondsCountOnce: playing the first half twice is half a viewing, and a
// replay of its scenes.
func TestSecondsCountOnce(t *testing.T) {
	v := view(t, letters[0])
	half := v.tl.Duration * 52 / 100
	v.play(0, half)
	v.Jumped(half, 0)
	v.play(0, half)
	if got := v.only("viewed"); got[len(got)-1] != "50" {
		t.Errorf("viewed %q", got)
	}
	if got := v.only("replay"); len(got) < 3 || len(got) > len(v.only("scene")) || got[0] != "1" {
		t.Errorf("replayed %q", got)
	}
}

// TestTenSecondsBackAreNoReplay: a look back is not a scene played again.
func TestTenSecondsBackAreNoReplay(t *testing.T) {
	v := view(t, letters[0])
	ch := v.chapter(t, "durata")
	v.play(ch.Start, ch.End)
	v.Jumped(ch.End-1, ch.End-10_000)
	v.play(ch.End-10_000, ch.End)
	if got := v.only("replay"); len(got) != 0 {
		t.Errorf("replayed %q", got)
	}
}

// TestSkip: a scene left forwards early is skipped, once; one that was played
// for the most part, that nobody began, or that was left backwards is not.
func TestSkip(t *testing.T) {
	v := view(t, letters[0])
	ch, next := v.chapter(t, "quanto"), v.chapter(t, "quando")
	v.Jumped(ch.Start, next.Start)
	v.play(ch.Start, ch.Start+4000)
	v.Jumped(ch.Start+4000, 0)
	v.Jumped(ch.Start+4000, ch.End-500)
	if got := v.only("skip"); len(got) != 0 {
		t.Errorf("skipped %q", got)
	}
	v.Jumped(ch.Start+4000, next.Start)
	v.Jumped(ch.Start+4000, next.Start)
	v.play(next.Start, next.End-1000)
	v.Jumped(next.End-1000, v.tl.Duration)
	if got := v.only("skip"); !slices.Equal(got, []string{"3"}) {
		t.Errorf("skipped %q, want scene 3", got)
	}
}

// TestJumpingIsNotViewing: who drags the slider to the end has seen nothing.
func TestJumpingIsNotViewing(t *testing.T) {
	v := view(t, letters[0])
	for at := 0; at < v.tl.Duration; at += 5000 {
		v.Jumped(at, at+5000)
		v.Played(at+4960, at+5000)
	}
	if got := v.only("viewed"); len(got) > 2 {
		t.Errorf("viewed %q", got)
	}
}

// TestAnotherLanguageGoesOn: what was played in Italian counts in German, though
// it takes other times.
func TestAnotherLanguageGoesOn(t *testing.T) {
	v := view(t, letters[0])
	ch := v.chapter(t, "durata")
	v.play(0, ch.End)
	v.tl = compiled(t, letters[0], "de")
	v.Tell(v.tl)
	v.play(v.chapter(t, "durata").End, v.tl.Duration)
	if got := v.only("viewed"); !slices.Equal(got, declared.Viewed) {
		t.Errorf("viewed %q", got)
	}
	if got := v.only("replay"); len(got) != 0 {
		t.Errorf("replayed %q", got)
	}
}
