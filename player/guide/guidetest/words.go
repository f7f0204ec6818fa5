// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package guidetest

import (
	"strings"
	"testing"
	"unicode/utf8"

	"videoguida/player/l10n"
	"videoguida/player/story"
	"videoguida/player/timeline"
)

// Length holds every profile between two lengths, in seconds, at measure A.
func (s Suite) Length(t *testing.T, least, most int) {
	for _, p := range s.Profiles {
		d := s.Compile(t, p, "it").Duration
		if d < least*1000 || d > most*1000 {
			t.Errorf("%s lasts %d s, want %d–%d", p.Name, d/1000, least, most)
		}
		t.Logf("%-32s %d:%02d", p.Name, d/60000, d/1000%60)
	}
}

// Words fails when any text of any profile in any language lacks a slot or a
// message.
func (s Suite) Words(t *testing.T) {
	for _, lang := range l10n.Langs() {
		for _, p := range s.Profiles {
			tl := s.Compile(t, p, lang)
			for _, l := range tl.Lines {
				whole(t, p.Name+" "+lang+" "+l.ID, l.Text)
				whole(t, p.Name+" "+lang+" "+l.ID, l.Spoken)
			}
			for _, ch := range tl.Chapters {
				whole(t, ch.Scene.ID, ch.Title)
				for _, lb := range ch.Scene.Labels {
					if _, ok := tl.At(lb.At); ok && lb.When.Holds(tl.Facts) {
						whole(t, lb.ID, tl.Text(lb.ID))
					}
				}
				for _, topic := range ch.Scene.Topics {
					whole(t, topic.Text, tl.Text(topic.ID))
					whole(t, topic.Text, tl.Text(topic.Text))
				}
			}
		}
	}
}

func whole(t *testing.T, where, text string) {
	t.Helper()
	if text == "" || strings.ContainsAny(text, "⟦⟧{}[]") {
		t.Errorf("%s: %q", where, text)
	}
}

// Conditions fails when a condition reads a name that no profile ever knows: a
// misspelt fact.
func (s Suite) Conditions(t *testing.T) {
	known := map[string]bool{}
	for _, p := range s.Profiles {
		for name := range s.facts(p) {
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
	for _, sc := range s.Board().Scenes {
		read(sc.When)
		for _, l := range sc.Lines {
			read(l.When)
		}
		for _, l := range sc.Labels {
			read(l.When)
		}
		for _, b := range sc.Buttons {
			read(b.When)
		}
		for _, a := range sc.Alts {
			read(a.When)
		}
		for _, topic := range sc.Topics {
			read(topic.When)
		}
	}
}

// Cues fails when a label, a button or a gesture waits for a marker that its
// line does not have.
func (s Suite) Cues(t *testing.T) {
	for _, p := range s.Profiles {
		tl := s.Compile(t, p, "it")
		for _, ch := range tl.Chapters {
			for _, l := range ch.Scene.Labels {
				marked(t, tl, l.At)
			}
			for _, b := range ch.Scene.Buttons {
				marked(t, tl, b.At)
			}
		}
		for _, l := range tl.Lines {
			for _, g := range l.Gestures {
				marked(t, tl, story.Cue{Line: l.ID, Marker: g.Marker})
			}
		}
	}
}

func marked(t *testing.T, tl *timeline.Timeline, c story.Cue) {
	t.Helper()
	if _, ok := tl.At(c); !ok && tl.LineIndex(c.Line) >= 0 {
		t.Errorf("no marker %q in %s", c.Marker, c.Line)
	}
}

// Captions: every narrated word is in a caption, two lines at most, at most 17
// characters a second, at least a second each.
func (s Suite) Captions(t *testing.T) {
	for _, p := range s.Profiles {
		tl := s.Compile(t, p, "it")
		words := map[int]string{}
		for i, c := range tl.Cues {
			words[c.Line] += c.Text + " "
			n := utf8.RuneCountInString(c.Text)
			if n > 74 {
				t.Errorf("caption of %d characters: %q", n, c.Text)
			}
			if d := c.End - c.Start; d < 1000 || n*1000 > 17*d {
				t.Errorf("%s: %q shows %d ms for %d characters", p.Name, c.Text, d, n)
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
