// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package timeline turns a storyboard and one person's facts into times.
//
// Compile picks the scenes and lines that are theirs, formats the words once,
// asks the voice how long each takes and places every marker, caption, chapter
// and hold. The result never changes: film, captions, transcript and WebVTT
// are all read from it.
package timeline

import (
	"errors"
	"sort"
	"strconv"
	"strings"

	"videoguida/player/facts"
	"videoguida/player/l10n"
	"videoguida/player/story"
)

// Timeline is one person's guide in time. All times are ms from its start.
type Timeline struct {
	Board    *story.Storyboard
	Facts    facts.Set
	Lang     string
	Duration int
	Chapters []Chapter
	Lines    []Line
	Cues     []Cue
	words    map[string]string
}

// Chapter is a scene in time.
type Chapter struct {
	Scene      *story.Scene
	Title      string
	Start, End int
	First      int // index of its first line
}

// Line is a told line in time.
type Line struct {
	*story.Line
	Chapter  int    // index into Chapters
	Text     string // caption, markers removed
	Spoken   string // as read aloud
	Speech   Speech // when its words are said, ms from Start
	Describe string // audio description, or empty
	Start    int
	Said     int // end of the speech; the pause follows
	Aside    int // when its description is said, 0: it is not
	End      int
	Marks    []Mark
}

// Mark is a marker in time.
type Mark struct {
	Name string
	At   int
}

// Compile builds the timeline. A line that needs a fact nobody knows is left
// out, and a chapter without lines too; it fails when no line is left.
func Compile(b *story.Storyboard, f facts.Set, c *l10n.Catalog, v Voice) (*Timeline, error) {
	t := &Timeline{Board: b, Facts: f, Lang: c.Lang(), words: map[string]string{}}
	for _, s := range b.Scenes {
		if s.When.Holds(f) {
			t.addScene(s, c, v)
		}
	}
	if len(t.Lines) == 0 {
		return nil, errors.New("timeline: the guide has no line for these facts")
	}
	t.words[b.Title] = c.Text(b.Title, f)
	return t, nil
}

func (t *Timeline) addScene(s *story.Scene, c *l10n.Catalog, v Voice) {
	ch := Chapter{Scene: s, Title: c.Text(s.Title, t.Facts), Start: t.Duration, First: len(t.Lines)}
	for i := range s.Lines {
		if l := &s.Lines[i]; l.When.Holds(t.Facts) && len(c.Missing(l.Message(t.Facts), t.Facts)) == 0 {
			t.addLine(l, c, v)
		}
	}
	if ch.First == len(t.Lines) {
		return
	}
	ch.End = t.Duration
	t.Chapters = append(t.Chapters, ch)
	t.addWords(s, c)
}

func (t *Timeline) addLine(l *story.Line, c *l10n.Catalog, v Voice) {
	written := c.Caption(l.Message(t.Facts), t.Facts)
	spoken, speech := utter(v, l, c, t.Facts)
	pause := l.Pause
	if pause == 0 {
		pause = story.DefaultPause
	}
	line := Line{
		Line: l, Chapter: len(t.Chapters), Text: written.Text, Spoken: spoken.Text,
		Describe: c.Alt(l.ID, t.Facts), Speech: speech,
		Start: t.Duration, Said: t.Duration + speech.Length, End: t.Duration + speech.Length + pause,
	}
	line.describe(v, c, t.Facts)
	line.End = max(line.End, line.Start+minCueTime)
	for _, m := range spoken.Marks {
		line.Marks = append(line.Marks, Mark{m.Name, line.Start + speech.at(spoken.Text, m.At)})
	}
	t.addCues(len(t.Lines), &line, written, spoken)
	t.Lines = append(t.Lines, line)
	t.Duration = line.End
}

// addWords formats every text the scene can show.
func (t *Timeline) addWords(s *story.Scene, c *l10n.Catalog) {
	put := func(ids ...string) {
		for _, id := range ids {
			if id != "" {
				t.words[id] = t.word(id, c)
			}
		}
	}
	put(s.Title)
	put(s.Words...)
	for _, l := range s.Labels {
		put(l.ID)
	}
	for _, b := range s.Buttons {
		put(b.ID, b.Detail, b.Login)
	}
	for _, a := range s.Alts {
		put(a.ID)
	}
	for _, topic := range s.Topics {
		put(topic.ID, topic.Text)
	}
	if s.Table != nil {
		for _, r := range s.Table.Rows {
			put(r.ID, "#"+r.Fact)
		}
	}
	for _, l := range s.Lines {
		if l.Hold == nil {
			continue
		}
		put(l.Hold.Continue)
		put(l.Hold.Words...)
		for _, ch := range l.Hold.Choices {
			put(ch.ID)
		}
	}
}

// word formats one id of story.Words. A message that needs a fact nobody knows
// says nothing, and so does one that the catalog lacks: a help line that only
// some questions have.
func (t *Timeline) word(id string, c *l10n.Catalog) string {
	if fact, ok := strings.CutPrefix(id, "#"); ok {
		if _, known := t.Facts[fact]; !known {
			return ""
		}
		return c.Money(t.Facts[fact].N)
	}
	if n, err := strconv.ParseInt(strings.TrimPrefix(id, "€"), 10, 64); err == nil {
		return c.Money(n)
	}
	if n, err := strconv.ParseInt(strings.TrimPrefix(id, "="), 10, 64); err == nil {
		return c.Int(n)
	}
	if len(c.Missing(id, t.Facts)) > 0 {
		return ""
	}
	return c.Text(id, t.Facts)
}

// Text implements story.Words.
func (t *Timeline) Text(id string) string { return t.words[id] }

// LineAt returns the index of the line at t ms, clamped to the guide.
func (t *Timeline) LineAt(ms int) int {
	i := sort.Search(len(t.Lines), func(i int) bool { return t.Lines[i].Start > ms })
	return max(i-1, 0)
}

// LineIndex finds a line by id, or -1.
func (t *Timeline) LineIndex(id string) int {
	for i := range t.Lines {
		if t.Lines[i].ID == id {
			return i
		}
	}
	return -1
}

// At returns the instant of a cue and whether it is part of this guide.
func (t *Timeline) At(c story.Cue) (ms int, ok bool) {
	i := t.LineIndex(c.Line)
	if i < 0 {
		return 0, false
	}
	l := &t.Lines[i]
	if c.Marker == "" {
		return l.Start, true
	}
	for _, m := range l.Marks {
		if m.Name == c.Marker {
			return m.At, true
		}
	}
	return 0, false
}
