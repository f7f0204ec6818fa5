// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package player

import (
	"videoguida/player/avatar"
	"videoguida/player/paint"
	"videoguida/player/story"
	"videoguida/player/timeline"
	"videoguida/player/ui"
)

// perform composes the avatar's performance of a guide: the gestures that its
// lines ask for, at their markers, and the words she says.
func perform(tl *timeline.Timeline) *avatar.Score {
	lines := make([]avatar.Line, len(tl.Lines))
	for i := range tl.Lines {
		l := &tl.Lines[i]
		lines[i] = avatar.Line{
			Start: l.Start, Said: l.Said, End: l.End, Spoken: l.Spoken, Hold: l.Hold != nil,
		}
		voiced(&lines[i], l.Speech)
		for _, m := range l.Marks {
			lines[i].Accents = append(lines[i].Accents, m.At)
		}
		for _, g := range l.Gestures {
			at, _ := tl.At(story.Cue{Line: l.ID, Marker: g.Marker})
			lines[i].Gestures = append(lines[i].Gestures, avatar.Gesture{At: at, Name: gesture(g.Name, i == len(tl.Lines)-1)})
		}
	}
	score := avatar.Compose(lines)
	score.Sober = tl.Facts["tono"].S == "sobrio"
	return score
}

// voiced takes over what the voice knows: when each word is said, and with which
// mouth.
func voiced(to *avatar.Line, s timeline.Speech) {
	for _, w := range s.Words {
		to.Words = append(to.Words, avatar.Word(w))
	}
	for _, m := range s.Mouths {
		to.Mouths = append(to.Mouths, avatar.Event{At: m.At, V: avatar.Viseme(m.Shape)})
	}
}

// gesture returns the rig's name of a script's gesture: who waves in the last
// line says goodbye.
func gesture(name string, last bool) string {
	if name == "greet" && last {
		return "farewell"
	}
	return name
}

// moment is the avatar's instant of the current state on a stage where she is
// placed by m: her hands keep between her centre line and the nearer edge, and
// she looks at what is shown beside her or over her head.
func (p *Player) moment(m paint.Matrix) avatar.Moment {
	x := m.Apply(paint.Point{X: 500}).X
	held := p.s.HeldFor
	if p.returned() {
		held += avatar.Settled
	}
	return avatar.Moment{
		T: p.s.T, Held: held, Hold: p.s.Hold != 0, Reduced: p.view.Reduced,
		Stage: avatar.Stage{Reach: min(x, p.view.W-x) / m.A, Floor: (p.view.H - m.F) / m.D, Above: ui.Above(&p.m)},
	}
}

// returned reports whether the person came back to a hold from one of its
// answers: then the avatar is already waiting.
func (p *Player) returned() bool {
	h := p.hold()
	if h == nil {
		return false
	}
	for _, c := range h.Choices {
		if c.ID == p.s.Choice {
			return true
		}
	}
	return false
}
