// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package timeline

import (
	"sort"
	"unicode/utf8"

	"videoguida/player/l10n"
)

// Cue is one caption on screen.
type Cue struct {
	Start, End int
	Line       int // index into Lines
	Text       string
	Figures    []l10n.Span // byte ranges of Text worth a second look
}

// Captions hold at most two lines of 37 characters, seventeen characters a
// second, one second at least.
const (
	maxCue     = 74
	minCueTime = 1000
)

// addCues splits a line's caption into cues. Each begins when its first word is
// said; when the voice does not tell, a caption's share of the line's
// characters is its share of the speech.
func (t *Timeline) addCues(index int, l *Line, written, spoken l10n.Rendered) {
	parts := split(written.Text)
	said := evenly(written.Text, l.Speech.Length)
	if len(l.Speech.Words) > 0 {
		twin := align(written, spoken)
		said = func(offset int) int { return l.Speech.at(spoken.Text, twin(offset)) }
	}
	for i, p := range parts {
		c := Cue{l.Start, l.End, index, written.Text[p.From:p.To], within(written.Figures, p)}
		if i > 0 {
			c.Start = l.Start + said(p.From)
			t.Cues[len(t.Cues)-1].End = c.Start
		}
		t.Cues = append(t.Cues, c)
	}
}

// evenly returns when the text at a byte offset is said, ms, by characters.
func evenly(text string, length int) func(offset int) int {
	total := max(utf8.RuneCountInString(text), 1)
	return func(offset int) int { return length * utf8.RuneCountInString(text[:offset]) / total }
}

func within(spans []l10n.Span, p l10n.Span) (out []l10n.Span) {
	for _, s := range spans {
		if s.From < p.To && s.To > p.From {
			out = append(out, l10n.Span{From: max(s.From, p.From) - p.From, To: min(s.To, p.To) - p.From})
		}
	}
	return out
}

// split cuts text into balanced parts of at most maxCue characters, at the end
// of a sentence if it can, else after a comma, else at a space.
func split(text string) []l10n.Span {
	var out []l10n.Span
	from := 0
	for from < len(text) {
		to := from + cut(text[from:])
		out = append(out, l10n.Span{From: from, To: to})
		for from = to; from < len(text) && text[from] == ' '; from++ {
		}
	}
	return out
}

// cut returns the length in bytes of the first part of text.
func cut(text string) int {
	n := utf8.RuneCountInString(text)
	if n <= maxCue {
		return len(text)
	}
	want := n/2 + 4
	if n > 2*maxCue {
		want = maxCue * 3 / 4
	}
	best, bestScore, runes := len(text), 1<<30, 0
	for i, r := range text {
		runes++
		if r != ' ' || runes > maxCue+1 {
			continue
		}
		score := abs(runes-want) + penalty(text[i-1])
		if score < bestScore {
			best, bestScore = i, score
		}
	}
	return best
}

func penalty(before byte) int {
	switch before {
	case '.', '?', '!':
		return 0
	case ',', ':', ';':
		return 12
	}
	return 30
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// CueAt returns the caption at t ms, or nil.
func (t *Timeline) CueAt(ms int) *Cue {
	i := sort.Search(len(t.Cues), func(i int) bool { return t.Cues[i].Start > ms }) - 1
	if i < 0 || ms >= t.Cues[i].End {
		return nil
	}
	return &t.Cues[i]
}

// NextEdge returns the first instant after ms at which a caption comes or
// goes, or the guide's end.
func (t *Timeline) NextEdge(ms int) int {
	i := sort.Search(len(t.Cues), func(i int) bool { return t.Cues[i].End > ms })
	if i == len(t.Cues) {
		return t.Duration
	}
	if c := t.Cues[i]; c.Start > ms {
		return c.Start
	}
	return t.Cues[i].End
}
