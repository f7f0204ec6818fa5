// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

// key is a change of pose.
type key struct {
	at       int // ms of the guide
	from, to *stance
	cut      bool // comes out of a hold: the pose before at does not matter
}

// Times of gestures, ms.
const (
	poseHold = 900  // a pose is held at least this long
	lead     = 180  // a gesture starts this much before its word, to arrive with it
	tooLate  = 1500 // a gesture delayed more than this is left out
	tiring   = 5000 // an arm kept up this long comes down
	patience = 9000 // counting waits this long for its next finger
)

// composer builds the keys in order of time.
type composer struct {
	keys  []key
	asked int // when the current pose was last asked for
}

func composeKeys(lines []Line) []key {
	rest := &stances[Neutral]
	c := composer{keys: []key{{at: -poseHold, from: rest, to: rest}}, asked: -poseHold}
	for i := range lines {
		l := &lines[i]
		for _, g := range l.Gestures {
			c.ask(max(l.Start, g.At-lead), named(g.Name))
		}
		if l.Hold {
			c.relax(l.End, nil)
			c.keys = append(c.keys, key{l.End, &stances[Attentive], rest, true})
			c.asked = l.End
		} else if i+1 < len(lines) && lines[i+1].rests() {
			c.ask(l.Said, rest)
		}
	}
	if n := len(lines); n > 0 {
		c.relax(lines[n-1].End, nil)
	}
	return c.keys
}

// rests reports whether the line is told with the arms down: then they come
// down in the pause before it.
func (l *Line) rests() bool {
	return len(l.Gestures) > 0 && l.Gestures[0].At <= l.Start && named(l.Gestures[0].Name) == &stances[Neutral]
}

// named returns the stance of a gesture's name.
func named(name string) *stance {
	if name == "nod" {
		return &stances[NodSmile]
	}
	if s, ok := Named(name); ok {
		return &stances[s]
	}
	for i := range faces {
		if faces[i].name == name {
			return &faces[i]
		}
	}
	return &stances[Neutral]
}

// ask appends the stance s asked for at t. The same one twice running goes on.
func (c *composer) ask(t int, s *stance) {
	c.relax(t, s)
	now := &c.keys[len(c.keys)-1]
	switch due := max(t, now.at+poseHold); {
	case now.to == s:
		c.asked = t
	case now.cut && t == now.at:
		now.to = s
	case due-t <= tooLate:
		c.keys = append(c.keys, key{at: due, from: now.to, to: s})
		c.asked = due
	}
}

// relax lets a raised arm come down before the next gesture at t, when it has
// been up for long. Counting waits for the next finger.
func (c *composer) relax(t int, next *stance) {
	now := &c.keys[len(c.keys)-1]
	limit, to := now.to.endurance()
	if limit == 0 || next == now.to && t-c.asked < limit+poseHold {
		return
	}
	if next != nil && now.to.counts() && next.counts() && t-c.asked < patience {
		return
	}
	if due := c.asked + limit; due+poseHold <= t {
		c.keys = append(c.keys, key{at: due, from: now.to, to: to})
		c.asked = due
	}
}

// endurance returns how long a stance is kept up, ms, and what follows; 0
// means for ever.
func (s *stance) endurance() (ms int, then *stance) {
	switch {
	case s.waves():
		return waveStart + waves*wavePeriod + 300, named("smile")
	case s == &stances[NodSmile]:
		return 2600, &stances[Neutral]
	case s.left.Hand != Relaxed || s.right.Hand != Relaxed:
		return tiring, &stances[Neutral]
	}
	return 0, nil
}

func (s *stance) waves() bool { return s.left.Hand == Wave || s.right.Hand == Wave }

func (s *stance) counts() bool { return s.right.Hand >= One }

// smiles reports whether a stance ends in a smile.
func (s *stance) smiles() bool { return s.mouth == Smile || s.mouth == X.Smiling() }

// beams reports whether a stance smiles while speaking and shows teeth in
// pauses: the script asked for joy, not for a nod.
func (s *stance) beams() bool {
	return s.mouth == Smile && s.face.Squint > 0 && s != &stances[NodSmile]
}

func (s *Score) key(t int) *key {
	return &s.keys[last(len(s.keys), t, func(i int) int { return s.keys[i].at })]
}
