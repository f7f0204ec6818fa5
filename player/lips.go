package player

import (
	"videoguida/player/avatar"
	"videoguida/player/timeline"
)

// lips keeps the mouth track of the line being told.
type lips struct {
	line  int // index plus one
	track []avatar.Event
}

// mouth returns the mouth of the state: closed in pauses and while held.
func (l *lips) mouth(tl *timeline.Timeline, s State) avatar.Mouth {
	i := tl.LineAt(s.T)
	line := &tl.Lines[i]
	if s.Hold != 0 || s.T >= line.Said {
		return avatar.Mouth{From: avatar.X, To: avatar.X}
	}
	if l.line != i+1 {
		l.line, l.track = i+1, avatar.Lips(line.Spoken, l.track[:0])
	}
	length := max(line.Said-line.Start, 1)
	return avatar.MouthAt(l.track, float32(s.T-line.Start)/float32(length), length)
}
