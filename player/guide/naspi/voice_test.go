package naspi

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"videoguida/player/guide/guidetest"
	"videoguida/player/l10n"
	"videoguida/player/timeline"
	"videoguida/player/voice"
)

// bankDir holds the packs that are published.
const bankDir = "../../../static/site/voice/it"

// packs reads packs of the committed bank.
func packs(t testing.TB, names ...string) (all []*voice.Pack) {
	t.Helper()
	for _, n := range names {
		b, err := os.ReadFile(filepath.Join(bankDir, n+".vbk"))
		if err != nil {
			t.Fatal(err)
		}
		p, err := voice.Parse(b)
		if err != nil {
			t.Fatalf("%s: %v", n, err)
		}
		all = append(all, p)
	}
	return all
}

// everyName is the bank of somebody with any recorded name.
func everyName(t testing.TB) *voice.Bank {
	names := []string{"naspi", "figures"}
	for i := range voice.Buckets {
		names = append(names, "names-"+strconv.Itoa(i))
	}
	return voice.NewBank(packs(t, names...)...)
}

// speak compiles a letter's guide with a bank.
func speak(t testing.TB, p guidetest.Profile, b *voice.Bank) (*timeline.Timeline, *voice.Speaker) {
	t.Helper()
	s := &voice.Speaker{Bank: b}
	tl, err := timeline.Compile(Film(Months(p.Claims)), Facts(p.Claims, p.Today), l10n.Lookup("it"), s)
	if err != nil {
		t.Fatal(err)
	}
	return tl, s
}

// TestEveryLineIsVoiced: for 1,000 invented letters and all profiles, every line
// and every description is said, unit by unit, as it is written to be said; a
// unit said in a form it was not recorded in is an error too.
func TestEveryLineIsVoiced(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 1000))
	cases := profiles()
	for range 1000 {
		cases = append(cases, randomCase(r))
	}
	b := everyName(t)
	clips := 0
	for _, pr := range cases {
		tl, s := speak(t, pr, b)
		for i := range tl.Lines {
			clips += said(t, b, tl.Lines[i].ID, tl.Lines[i].Spoken, s.Plan(tl.Lines[i].ID))
			alt := l10n.Lookup("it").AltSpoken(tl.Lines[i].ID, tl.Facts)
			if plan, ok := b.Plan(alt); ok || alt.Text != "" {
				clips += said(t, b, "description of "+tl.Lines[i].ID, alt.Text, plan)
			}
		}
		if t.Failed() {
			t.Fatalf("letter %+v on %v", pr.Claims, pr.Today)
		}
	}
	t.Logf("%d clips", clips)
}

// said fails when a plan does not say a line, and returns how many clips it has.
func said(t *testing.T, b *voice.Bank, id, text string, plan voice.Plan) int {
	t.Helper()
	if got, want := letters(plan.Text()), letters(text); got != want {
		t.Errorf("%s is said %q, want %q", id, plan.Text(), text)
	}
	for _, c := range plan.Clips {
		if c.Clip.Form != c.Piece.Form {
			t.Errorf("%s: %q is said in form %c, want %c", id, c.Piece.Text, c.Clip.Form, c.Piece.Form)
		}
	}
	return len(plan.Clips)
}

// letters are what is heard of a text.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// TestVoiceLengths: with the voice, the guide takes 3:30 to 4:50.
func TestVoiceLengths(t *testing.T) {
	b := everyName(t)
	for _, pr := range profiles() {
		tl, _ := speak(t, pr, b)
		t.Logf("%-34s %s, silent %s", pr.Name, timeline.Stamp(tl.Duration)[3:8], timeline.Stamp(suite().Compile(t, pr, "it").Duration)[3:8])
		if tl.Duration < 210_000 || tl.Duration > 290_000 {
			t.Errorf("%s takes %d s", pr.Name, tl.Duration/1000)
		}
	}
}

// TestUnknownNameIsNotSaid: who has a name that was not recorded is greeted
// without it, by the same voice, and reads it.
func TestUnknownNameIsNotSaid(t *testing.T) {
	pr := profiles()[0]
	pr.Claims.Name = "Qualcuno"
	tl, s := speak(t, pr, everyName(t))
	for _, id := range []string{"naspi-saluto-1", "naspi-voto-3"} {
		l, plan := tl.Lines[tl.LineIndex(id)], s.Plan(id)
		if plan.Text() == "" || strings.Contains(plan.Text(), "ualcuno") || !strings.Contains(l.Text, "Qualcuno") {
			t.Errorf("%s is said %q and read %q", id, plan.Text(), l.Text)
		}
	}
}

// TestVoiceCaptions: with the voice, each caption begins when its first word is
// said, and can be read.
func TestVoiceCaptions(t *testing.T) {
	b := everyName(t)
	for _, pr := range profiles() {
		tl, _ := speak(t, pr, b)
		for i, c := range tl.Cues {
			if lasts := c.End - c.Start; lasts < 1000 || len([]rune(c.Text))*1000/lasts > 17 {
				t.Errorf("%s: %q is shown for %d ms", pr.Name, c.Text, lasts)
			}
			if i > 0 && c.Start != tl.Cues[i-1].End {
				t.Errorf("%s: %q comes at %d, the one before goes at %d", pr.Name, c.Text, c.Start, tl.Cues[i-1].End)
			}
		}
	}
}

// TestDescriptionsAreSaid: who asks for audio descriptions hears each after its
// line, and everything else stays in order.
func TestDescriptionsAreSaid(t *testing.T) {
	s := &voice.Speaker{Bank: everyName(t)}
	pr := profiles()[0]
	tl, err := timeline.Compile(Film(Months(pr.Claims)), Facts(pr.Claims, pr.Today), l10n.Lookup("it"), voice.Describing{Speaker: s})
	if err != nil {
		t.Fatal(err)
	}
	described, at := 0, 0
	for i := range tl.Lines {
		l := &tl.Lines[i]
		plan := s.Aside(l.ID)
		if got, want := letters(plan.Text()), letters(l10n.Lookup("it").AltSpoken(l.ID, tl.Facts).Text); got != want || (l.Aside != 0) != (want != "") {
			t.Errorf("%s is described at %d as %q", l.ID, l.Aside, plan.Text())
		}
		if l.Aside != 0 {
			described++
			if end := l.Aside + plan.Length*1000/plan.Rate; l.Aside <= l.Said || l.End <= end {
				t.Errorf("%s: said until %d, described from %d to %d, ends at %d", l.ID, l.Said, l.Aside, end, l.End)
			}
		}
		if l.Start != at {
			t.Errorf("%s starts at %d, the line before ends at %d", l.ID, l.Start, at)
		}
		at = l.End
	}
	if described < 5 {
		t.Errorf("only %d lines are described", described)
	}
}
