// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package script_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/player/guide"
	"videoguida/player/guide/naspi"
	"videoguida/player/l10n"
	"videoguida/player/script"
	"videoguida/player/story"
	"videoguida/player/timeline"
	"videoguida/tokengen/demo"
	"videoguida/tokengen/token"
)

func invented(change func(c *token.Claims)) facts.Set {
	c := token.Claims{
		Guide: "naspi", Name: "Maria", Applied: 20772, Start: 20775, Days: 364, Monthly: 114471, Calc: "soglia", Year: 2026,
		FirstPay: 20798, Contacts: "ok", Exp: 20962 * 86400,
	}
	change(&c)
	return naspi.Facts(c, civil.Date(2026, 11, 24))
}

var cases = map[string]func(c *token.Claims){
	"base":     func(*token.Claims) {},
	"longest":  func(c *token.Claims) { c.Over55, c.Income, c.Contacts = true, true, "missing" },
	"shortest": func(c *token.Claims) { c.Days, c.Calc, c.FirstPay, c.Applied = 91, "base", 0, 20045 },
	"no name":  func(c *token.Claims) { c.Name = "" },
}

// TestTextAndFilmSayTheSame: chapters, lines, words and descriptions are equal,
// in every language, for every guide.
func TestTextAndFilmSayTheSame(t *testing.T) {
	for name, change := range cases {
		sameWords(t, name, naspi.Board(), invented(change))
	}
	day := civil.Date(2026, 11, 24)
	told := map[string]int{}
	for _, l := range demo.Letters(time.Unix(int64(day)*86400, 0)) {
		if g, ok := guide.Find(l.Claims.Guide); ok && l.Family == 0 {
			told[g.Name]++
			sameWords(t, l.ID, g.Board(), g.Facts(l.Claims, day))
		}
	}
	if len(told) != len(guide.All()) {
		t.Errorf("the demonstration has letters of %v only", told)
	}
}

func sameWords(t *testing.T, name string, b *story.Storyboard, f facts.Set) {
	t.Helper()
	for _, lang := range l10n.Langs() {
		words := l10n.Lookup(lang)
		tl, err := timeline.Compile(b, f, words, timeline.Silent{})
		if err != nil {
			t.Fatal(err)
		}
		var film []script.Chapter
		for i, ch := range tl.Chapters {
			film = append(film, script.Chapter{Title: ch.Title})
			for _, l := range tl.Lines {
				if l.Chapter == i {
					film[i].Lines = append(film[i].Lines, script.Line{ID: l.ID, Text: l.Text, Describe: l.Describe})
				}
			}
		}
		text := script.Read(b, f, words)
		for i := range text {
			text[i].Scene = nil
		}
		if d := cmp.Diff(film, text); d != "" {
			t.Errorf("%s, %s: film and text differ: %s", name, lang, d)
		}
	}
}

func TestTranscript(t *testing.T) {
	got := script.Transcript([]script.Chapter{
		{Title: "Ciao!", Lines: []script.Line{{Text: "Ciao, Maria."}, {Text: "Ho una notizia.", Describe: "Appare un foglio."}}},
		{Title: "Quando", Lines: []script.Line{{Text: "Presto."}}},
	})
	want := "Ciao!\nCiao, Maria.\nHo una notizia.\n[Appare un foglio.]\n\nQuando\nPresto.\n"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if script.Transcript(nil) != "" {
		t.Error("no chapter has a transcript")
	}
}

// TestTranscriptIsPlain: no markup, marker or slot is left in what is printed.
func TestTranscriptIsPlain(t *testing.T) {
	for name, change := range cases {
		text := script.Transcript(script.Read(naspi.Board(), invented(change), l10n.Lookup("it")))
		if i := strings.IndexAny(text, "<>{}⟦⟧*_"); i >= 0 || strings.Contains(text, "[[") {
			t.Errorf("%s: the transcript holds %.30q", name, text[max(i, 0):])
		}
	}
}
