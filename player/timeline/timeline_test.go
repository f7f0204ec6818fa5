// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package timeline_test

import (
	"testing"
	"unicode/utf8"

	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/player/guide/naspi"
	"videoguida/player/l10n"
	"videoguida/player/story"
	"videoguida/player/timeline"
	"videoguida/tokengen/token"
)

// guide is the real guide of an invented letter.
func guide(t testing.TB, lang string, v timeline.Voice) *timeline.Timeline {
	t.Helper()
	tl, err := timeline.Compile(naspi.Board(), invented(), l10n.Lookup(lang), v)
	if err != nil {
		t.Fatal(err)
	}
	return tl
}

func invented() facts.Set {
	return naspi.Facts(token.Claims{
		Guide: "naspi", Name: "Maria", Applied: 20772, Start: 20775, Days: 364, Monthly: 114471, Calc: "soglia", Year: 2026,
		FirstPay: 20798, Income: true, Contacts: "missing", Exp: 20962 * 86400,
	}, civil.Date(2026, 11, 24))
}

// TestTimesFollowEachOther: chapters are made of lines and lines of speech and
// pause, without gaps; markers lie inside their line, in the order of the text.
func TestTimesFollowEachOther(t *testing.T) {
	for _, lang := range l10n.Langs() {
		tl := guide(t, lang, timeline.Silent{})
		at := 0
		for i, l := range tl.Lines {
			if l.Start != at || l.Said < l.Start || l.End <= l.Said {
				t.Errorf("%s %s: starts at %d, said at %d, ends at %d; the one before ends at %d", lang, l.ID, l.Start, l.Said, l.End, at)
			}
			at = l.End
			from := l.Start
			for _, m := range l.Marks {
				if m.At < from || m.At > l.Said {
					t.Errorf("%s %s: marker %s at %d lies outside %d–%d", lang, l.ID, m.Name, m.At, from, l.Said)
				}
				from = m.At
				if got, ok := tl.At(story.Cue{Line: l.ID, Marker: m.Name}); !ok || got != m.At {
					t.Errorf("%s %s: marker %s is at %d, found at %d %v", lang, l.ID, m.Name, m.At, got, ok)
				}
			}
			if tl.LineAt(l.Start) != i || tl.LineAt(l.End-1) != i || tl.LineIndex(l.ID) != i {
				t.Errorf("%s %s is not found at its own times", lang, l.ID)
			}
		}
		if at != tl.Duration {
			t.Errorf("%s: the last line ends at %d of %d ms", lang, at, tl.Duration)
		}
		chapters(t, tl)
	}
}

func chapters(t *testing.T, tl *timeline.Timeline) {
	t.Helper()
	at := 0
	for i, ch := range tl.Chapters {
		if ch.Start != at || ch.End <= ch.Start || tl.Lines[ch.First].Start != ch.Start || tl.Lines[ch.First].Chapter != i {
			t.Errorf("chapter %q lasts from %d to %d, its first line starts at %d", ch.Title, ch.Start, ch.End, tl.Lines[ch.First].Start)
		}
		at = ch.End
	}
	if at != tl.Duration {
		t.Errorf("the last chapter ends at %d of %d ms", at, tl.Duration)
	}
}

func TestBeyondTheEnds(t *testing.T) {
	tl := guide(t, "it", timeline.Silent{})
	if tl.LineAt(-5) != 0 || tl.LineAt(tl.Duration*2) != len(tl.Lines)-1 || tl.LineIndex("no-such-line") != -1 {
		t.Error("lines beyond the ends")
	}
	if tl.CueAt(-1) != nil || tl.CueAt(tl.Duration) != nil || tl.CueAt(0) == nil {
		t.Error("captions beyond the ends")
	}
	if _, ok := tl.At(story.Cue{Line: "no-such-line"}); ok {
		t.Error("an unknown line has a time")
	}
	if _, ok := tl.At(story.Cue{Line: tl.Lines[0].ID, Marker: "nessuno"}); ok {
		t.Error("an unknown marker has a time")
	}
	if _, err := timeline.Compile(&story.Storyboard{}, nil, l10n.Lookup("it"), timeline.Silent{}); err == nil {
		t.Error("a guide without lines was compiled")
	}
}

// recorded is a voice as a bank of recordings answers: it starts after a breath
// and reads each word in a tenth of a second.
type recorded struct{}

const breath, perWord = 120, 100 // ms

// Say implements timeline.Voice.
func (recorded) Say(_ string, spoken l10n.Rendered) (timeline.Speech, bool) {
	s := timeline.Speech{Length: breath}
	inWord := false
	for i, r := range spoken.Text {
		if r != ' ' && !inWord {
			s.Words = append(s.Words, timeline.Word{Offset: i, At: s.Length})
			s.Length += perWord
		}
		inWord = r != ' '
	}
	return s, true
}

// TestRecordedVoice: with the times of words, a marker falls when its word is
// said, and captions still cover the line.
func TestRecordedVoice(t *testing.T) {
	tl := guide(t, "it", recorded{})
	marks := 0
	for _, l := range tl.Lines {
		for _, m := range l.Marks {
			marks++
			if since := m.At - l.Start; since != 0 && (since < breath || (since-breath)%perWord != 0) {
				t.Errorf("%s: marker %s falls %d ms into the line, between two words", l.ID, m.Name, since)
			}
		}
		if s, _ := (recorded{}).Say(l.ID, l10n.Rendered{Text: l.Spoken}); l.Said != l.Start+s.Length {
			t.Errorf("%s is said in %d ms, want %d", l.ID, l.Said-l.Start, s.Length)
		}
	}
	if marks < 20 {
		t.Errorf("only %d markers", marks)
	}
	silent := guide(t, "it", timeline.Silent{})
	if len(silent.Cues) != len(tl.Cues) {
		t.Errorf("%d captions with the voice, %d without", len(tl.Cues), len(silent.Cues))
	}
}

// TestMarkerOnItsWord: the amount appears when the amount is said.
func TestMarkerOnItsWord(t *testing.T) {
	tl := guide(t, "it", recorded{})
	l := &tl.Lines[tl.LineIndex("naspi-quanto-1")]
	// "All'inizio, ogni mese, ti spettano [[importo]]mille…": the sixth word.
	if got := l.Marks[0].At - l.Start; got != breath+5*perWord {
		t.Errorf("marker %s falls at %d ms, want %d: %q", l.Marks[0].Name, got, breath+5*perWord, l.Spoken)
	}
}

// TestSilentPace: measure A reads fourteen characters a second.
func TestSilentPace(t *testing.T) {
	for _, text := range []string{"", "a", "Perché è così.", "millecentoquarantaquattro euro"} {
		s, ok := timeline.Silent{}.Say("", l10n.Rendered{Text: text})
		if want := utf8.RuneCountInString(text) * 1000 / 14; s.Length != want || !ok {
			t.Errorf("%q takes %d ms, want %d", text, s.Length, want)
		}
	}
}
