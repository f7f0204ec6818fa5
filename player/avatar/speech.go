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
		if s.key(at).to.smiles() {
			v = v.Smiling()
		}
		if prev := out[len(out)-1].to; v != prev {
			out = append(out, mouthKey{at, prev, v})
		}
	}
	var events []Event
	for i := range lines {
		l := &lines[i]
		events = Lips(l.Spoken, l.Said-l.Start, events[:0])
		for _, e := range events {
			say(l.Start+e.At, e.V)
		}
		if s.key(l.Said).to.beams() && l.End-l.Said >= beamPause {
			out[len(out)-1].to = Smile
		}
	}
	return out
}

// mouth returns the mouth at m. While held it is closed.
func (s *Score) mouth(m Moment) Mouth {
	t := m.at()
	k := &s.mouths[last(len(s.mouths), t, func(i int) int { return s.mouths[i].at })]
	if m.Hold {
		return Mouth{k.to, X, step(float32(m.Held)/blendMs, BlendSteps)}
	}
	return Mouth{k.from, k.to, step(float32(t-k.at)/blendMs, BlendSteps)}
}
