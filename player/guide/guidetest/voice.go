// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package guidetest

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"videoguida/player/l10n"
	"videoguida/player/timeline"
	"videoguida/player/voice"
)

// bankDir holds the packs that are published.
const bankDir = "../../../static/site/voice/it"

// Bank is the guide's bank as somebody with any recorded name has it.
func (s Suite) Bank(t testing.TB) *voice.Bank {
	names := []string{strings.TrimSuffix(s.Prefix, "-"), "figures"}
	for i := range voice.Buckets {
		names = append(names, "names-"+strconv.Itoa(i))
	}
	return voice.NewBank(packs(t, names)...)
}

// packs reads packs of the committed bank.
func packs(t testing.TB, names []string) (all []*voice.Pack) {
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

// Speak compiles a profile's guide as a bank says it.
func (s Suite) Speak(t testing.TB, p Profile, b *voice.Bank) (*timeline.Timeline, *voice.Speaker) {
	t.Helper()
	v := &voice.Speaker{Bank: b}
	tl, err := timeline.Compile(s.Film(p.Claims), s.facts(p), l10n.Lookup("it"), v)
	if err != nil {
		t.Fatal(err)
	}
	return tl, v
}

// Voiced: every line and every description is said, unit by unit, as it is
// written to be said; a unit said in a form it was not recorded in is an error
// too.
func (s Suite) Voiced(t *testing.T, cases []Profile) {
	b, clips := s.Bank(t), 0
	for _, pr := range cases {
		tl, v := s.Speak(t, pr, b)
		for i := range tl.Lines {
			id := tl.Lines[i].ID
			clips += said(t, id, tl.Lines[i].Spoken, v.Plan(id))
			alt := l10n.Lookup("it").AltSpoken(id, tl.Facts)
			if plan, ok := b.Plan(alt); ok || alt.Text != "" {
				clips += said(t, "description of "+id, alt.Text, plan)
			}
		}
		if t.Failed() {
			t.Fatalf("letter %+v on %v", pr.Claims, pr.Today)
		}
	}
	t.Logf("%d letters, %d clips", len(cases), clips)
}

// said fails when a plan does not say a line, and returns how many clips it has.
func said(t *testing.T, id, text string, plan voice.Plan) int {
	t.Helper()
	if got, want := Letters(plan.Text()), Letters(text); got != want {
		t.Errorf("%s is said %q, want %q", id, plan.Text(), text)
	}
	for _, c := range plan.Clips {
		if c.Clip.Form != c.Piece.Form {
			t.Errorf("%s: %q is said in form %c, want %c", id, c.Piece.Text, c.Clip.Form, c.Piece.Form)
		}
	}
	return len(plan.Clips)
}

// Letters are what is heard of a text.
func Letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// VoiceLength holds every profile between two lengths, in seconds, with the
// voice.
func (s Suite) VoiceLength(t *testing.T, least, most int) {
	b := s.Bank(t)
	for _, pr := range s.Profiles {
		tl, _ := s.Speak(t, pr, b)
		t.Logf("%-34s %s, silent %s", pr.Name, timeline.Stamp(tl.Duration)[3:8], timeline.Stamp(s.Compile(t, pr, "it").Duration)[3:8])
		if tl.Duration < least*1000 || tl.Duration > most*1000 {
			t.Errorf("%s takes %d s with the voice, want %d–%d", pr.Name, tl.Duration/1000, least, most)
		}
	}
}

// VoiceCaptions: with the voice, each caption begins when its first word is
// said, and can be read.
func (s Suite) VoiceCaptions(t *testing.T) {
	b := s.Bank(t)
	for _, pr := range s.Profiles {
		tl, _ := s.Speak(t, pr, b)
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
