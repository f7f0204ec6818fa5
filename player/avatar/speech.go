// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

// mouthKey is a change of mouth.
type mouthKey struct {
	at       int // ms of the guide
	from, to Viseme
}

// blendMs is how long one mouth takes to become the next.
const blendMs = 70

// beamPause is the shortest pause that shows a smile, ms.
const beamPause = 300

func composeMouths(lines []Line, keys []key) []mouthKey {
	s := Score{keys: keys}
	out := []mouthKey{{at: -blendMs}}
	say := func(at int, v Viseme) {
		if prev := out[len(out)-1].to; v != prev {
			out = append(out, mouthKey{at, prev, v})
		}
	}
	var events []Event
	for i := range lines {
		l := &lines[i]
		events = Lips(l.Spoken, l.Said-l.Start, events[:0])
		for _, e := range events[:len(events)-1] {
			at := l.Start + e.At
			say(at, s.key(at).to.saying(e.V))
		}
		say(l.Said, s.key(l.Said).to.pausing(l.End-l.Said))
	}
	return out
}

// saying returns how a stance says a viseme: joy is heard in the words.
func (s *stance) saying(v Viseme) Viseme {
	if s.beams() {
		return v.Smiling()
	}
	return v
}

// pausing returns the mouth of a stance in a pause of ms.
func (s *stance) pausing(ms int) Viseme {
	switch {
	case s.beams() && ms >= beamPause:
		return Smile
	case s.smiles():
		return X.Smiling()
	}
	return X
}

// mouth returns the mouth at m. While held it is closed and kind.
func (s *Score) mouth(m Moment) Mouth {
	t := m.at()
	k := &s.mouths[last(len(s.mouths), t, func(i int) int { return s.mouths[i].at })]
	if m.Hold {
		return Mouth{k.to, X.Smiling(), step(float32(m.Held)/blendMs, BlendSteps)}
	}
	return Mouth{k.from, k.to, step(float32(t-k.at)/blendMs, BlendSteps)}
}
