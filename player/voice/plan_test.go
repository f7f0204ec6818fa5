// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package voice_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videoguida/player/facts"
	"videoguida/player/l10n"
	"videoguida/player/timeline"
	"videoguida/player/voice"
)

// bank holds clips of 500 ms for units: each word begins 100 ms after the one
// before, the mouth opens at 50 ms and stays so.
func bank(units ...voice.Unit) *voice.Bank {
	p := &voice.Pack{Lang: "it", Name: figures, Rate: 24_000, Blobs: []byte("x")}
	for _, u := range units {
		c := voice.Clip{Unit: u, Length: 1, Samples: 12_000, Gain: 1000, Mouths: []voice.Mouth{{At: 50, Shape: 4}}}
		at, from := 0, 0
		for _, w := range strings.Split(u.Text, " ") {
			c.Words = append(c.Words, voice.Word{At: at, From: from, To: from + len(w)})
			at, from = at+100, from+len(w)+1
		}
		p.Clips = append(p.Clips, c)
	}
	sorted, err := voice.Parse(p.Encode())
	if err != nil {
		panic(err)
	}
	return voice.NewBank(sorted)
}

func unit(form voice.Form, text string) voice.Unit { return voice.Unit{Form: form, Text: text} }

var monthly = []voice.Unit{
	unit('m', "All'inizio, ogni mese, ti spettano"), unit('m', "mille"), unit('m', "cento"),
	unit('m', "quarantaquattro"), unit('m', "euro"), unit('m', "e settantuno"), unit('f', "centesimi"),
}

func spoken(id string, f facts.Set) l10n.Rendered { return l10n.Lookup("it").Spoken(id, f) }

// TestPlan: clips follow each other as they are joined; words and mouths keep
// their places, and the mouth closes in every pause.
func TestPlan(t *testing.T) {
	r := spoken("naspi-quanto-1", invented())
	plan, ok := bank(monthly...).Plan(r)
	if !ok {
		t.Fatal("the line cannot be said")
	}
	var at []int
	for _, c := range plan.Clips {
		at = append(at, c.At/24)
	}
	if d := cmp.Diff([]int{0, 492, 984, 1476, 1968, 2460, 2952}, at); d != "" {
		t.Errorf("clips (-want +got):\n%s", d)
	}
	if plan.Text()+"." != strings.Replace(r.Text, "millecentoq", "mille cento q", 1) {
		t.Errorf("the plan says %q", plan.Text())
	}
	s := plan.Speech()
	if s.Length != 3452 {
		t.Errorf("the line takes %d ms", s.Length)
	}
	wantWords := []timeline.Word{{Offset: 0, At: 0}, {Offset: 12, At: 100}, {Offset: 17, At: 200}, {Offset: 23, At: 300}, {Offset: 26, At: 400},
		{Offset: 35, At: 492}, {Offset: 40, At: 984}, {Offset: 45, At: 1476}, {Offset: 61, At: 1968}, {Offset: 66, At: 2460}, {Offset: 68, At: 2560}, {Offset: 79, At: 2952}}
	if d := cmp.Diff(wantWords, s.Words); d != "" {
		t.Errorf("words (-want +got):\n%s", d)
	}
	wantMouths := []timeline.Mouth{{At: 50, Shape: 4}, {At: 542, Shape: 4}, {At: 1034, Shape: 4}, {At: 1526, Shape: 4}, {At: 2018, Shape: 4}, {At: 2510, Shape: 4}, {At: 3002, Shape: 4}, {At: 3452}}
	if d := cmp.Diff(wantMouths, s.Mouths); d != "" {
		t.Errorf("mouths (-want +got):\n%s", d)
	}
}

// TestGaps: speech pauses where a sign stands, and the mouth closes there.
func TestGaps(t *testing.T) {
	b := bank(unit('m', "Grazie,"), unit('f', "Maria"), unit('f', "Ti auguro di trovare presto un buon lavoro. Ciao!"))
	plan, ok := b.Plan(spoken("naspi-voto-3", invented()))
	if !ok || len(plan.Clips) != 3 {
		t.Fatalf("the plan says %q", plan.Text())
	}
	if got, want := []int{plan.Clips[1].At / 24, plan.Clips[2].At / 24}, []int{500 + voice.Gap, 1000 + voice.Gap + voice.Sentence}; cmp.Diff(want, got) != "" {
		t.Errorf("clips at %v, want %v", got, want)
	}
	if m := plan.Speech().Mouths; m[1] != (timeline.Mouth{At: 500}) || m[3] != (timeline.Mouth{At: 1000 + voice.Gap}) {
		t.Errorf("the mouth does not close in the gaps: %v", m)
	}
}

// TestPlanIsWholeOrNothing: a line of which a unit is missing is not said.
func TestPlanIsWholeOrNothing(t *testing.T) {
	r := spoken("naspi-quanto-1", invented())
	for i := range monthly {
		less := append(append([]voice.Unit{}, monthly[:i]...), monthly[i+1:]...)
		if plan, ok := bank(less...).Plan(r); ok || len(plan.Clips) > 0 {
			t.Errorf("without %q the line is said as %q", monthly[i].Text, plan.Text())
		}
	}
	if _, ok := voice.NewBank().Plan(r); ok {
		t.Error("an empty bank speaks")
	}
	if _, ok := bank(monthly...).Plan(l10n.Rendered{}); ok {
		t.Error("nothing is said")
	}
}

// TestUnknownName: who has a name that was not recorded is greeted without it,
// by one voice.
func TestUnknownName(t *testing.T) {
	b := bank(unit('m', "Ciao,"), unit('f', "Maria"), unit('w', "Ciao."))
	s := &voice.Speaker{Bank: b}
	for name, want := range map[string]string{"maria": "Ciao, Maria", "Sconosciuta": "Ciao."} {
		f := facts.Set{"nome": {Kind: facts.Text, S: name}}
		if _, ok := s.Say("greeting", spoken("naspi-saluto-1", f)); !ok {
			if _, ok = s.Say("greeting", l10n.Lookup("it").Nameless("naspi-saluto-1", f)); !ok {
				t.Fatalf("%s is not greeted", name)
			}
		}
		plan := s.Plan("greeting")
		if got := plan.Text(); got != want {
			t.Errorf("%s is greeted with %q", name, got)
		}
	}
	if plan := s.Plan("another"); len(plan.Clips) > 0 {
		t.Error("a line that was never said has a plan")
	}
}

// TestFindPrefersTheForm: a unit in another form is better than silence.
func TestFindPrefersTheForm(t *testing.T) {
	b := bank(unit('m', "euro"), unit('f', "euro"))
	for form, want := range map[voice.Form]voice.Form{'m': 'm', 'f': 'f', 'w': 'f'} {
		if _, c, ok := b.Find(unit(form, "euro")); !ok || c.Form != want {
			t.Errorf("form %c is said as %+v", form, c)
		}
	}
}
