// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package timeline

import (
	"unicode/utf8"

	"videoguida/player/facts"
	"videoguida/player/l10n"
	"videoguida/player/story"
)

// Speech is how long a line takes to say and when its parts are said.
type Speech struct {
	Length int     // ms
	Words  []Word  // in order; nil: evenly by characters
	Mouths []Mouth // in order; nil: by the spelling of the words
}

// Word says when the text at a byte offset of the spoken line begins, ms.
type Word struct{ Offset, At int }

// Mouth is a mouth shape taken At ms after the line's beginning, numbered as
// package avatar does.
type Mouth struct {
	At    int
	Shape byte
}

// Voice measures spoken lines. The silent guide uses [Silent]; a recorded
// voice bank answers with its own times, and with false when it cannot say the
// whole line.
type Voice interface {
	Say(line string, spoken l10n.Rendered) (s Speech, ok bool)
}

// Describer is a voice that also says the audio descriptions of lines, after
// them.
type Describer interface {
	Describe(line string, spoken l10n.Rendered) (s Speech, ok bool)
}

// asideGap is the silence between a line and its description, ms.
const asideGap = 350

// describe adds the description of a line after its speech, if the voice says
// descriptions.
func (l *Line) describe(v Voice, c *l10n.Catalog, f facts.Set) {
	d, describes := v.(Describer)
	spoken := c.AltSpoken(l.ID, f)
	if !describes || spoken.Text == "" {
		return
	}
	if s, ok := d.Describe(l.ID, spoken); ok {
		l.Aside = l.Said + asideGap
		l.End = l.Aside + s.Length + asideGap
	}
}

// utter asks the voice for a line. A line with a name that the voice does not
// know is said without it; one that it cannot say at all is silent.
func utter(v Voice, l *story.Line, c *l10n.Catalog, f facts.Set) (l10n.Rendered, Speech) {
	spoken := c.Spoken(l.Message(f), f)
	if s, ok := v.Say(l.ID, spoken); ok {
		return spoken, s
	}
	nameless := c.Nameless(l.Message(f), f)
	if s, ok := v.Say(l.ID, nameless); ok {
		return nameless, s
	}
	s, _ := Silent{}.Say(l.ID, spoken)
	return spoken, s
}

// Silent reads at measure A: fourteen characters a second.
type Silent struct{}

// CharsPerSecond is measure A's pace.
const CharsPerSecond = 14

// Say implements Voice.
func (Silent) Say(_ string, spoken l10n.Rendered) (Speech, bool) {
	return Speech{Length: utf8.RuneCountInString(spoken.Text) * 1000 / CharsPerSecond}, true
}

// at returns the ms at which the byte offset of spoken is said.
func (s Speech) at(spoken string, offset int) int {
	if len(s.Words) == 0 {
		n := utf8.RuneCountInString(spoken)
		if n == 0 {
			return 0
		}
		return s.Length * utf8.RuneCountInString(spoken[:min(offset, len(spoken))]) / n
	}
	t := 0
	for _, w := range s.Words {
		if w.Offset > offset {
			break
		}
		t = w.At
	}
	return t
}
