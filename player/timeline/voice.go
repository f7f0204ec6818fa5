package timeline

import "unicode/utf8"

// Speech is how long a line takes to say and when its parts are said.
type Speech struct {
	Length int    // ms
	Words  []Word // in order; nil: evenly by characters
}

// Word says when the text at a byte offset of the spoken line begins.
type Word struct{ Offset, At int }

// Voice measures spoken lines. The silent guide uses [Silent]; a recorded
// voice bank answers with its own times.
type Voice interface {
	Say(line, spoken string) Speech
}

// Silent reads at measure A: fourteen characters a second.
type Silent struct{}

// CharsPerSecond is measure A's pace.
const CharsPerSecond = 14

// Say implements Voice.
func (Silent) Say(_, spoken string) Speech {
	return Speech{Length: utf8.RuneCountInString(spoken) * 1000 / CharsPerSecond}
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
