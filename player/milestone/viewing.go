// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package milestone

import (
	"math/bits"
	"slices"

	"videoguida/player/story"
	"videoguida/player/timeline"
)

// Viewing follows which parts of the film were played, in tenths of a line, so
// that another language or voice, which takes other times, changes nothing.
type Viewing struct {
	note   func(Event)
	tl     *timeline.Timeline
	played map[string]uint16 // by line id, a bit for each tenth
	scenes []scene           // by chapter
	first  int               // number of the guide's first scene
	whole  int               // ms played, ten times, no tenth twice
	viewed int               // how many of steps were told
}

// scene is what was seen of a chapter; lengths are ms, ten times.
type scene struct {
	number                    int // 0: not every letter has it, so it is never told
	length, seen, again       int
	played, replayed, skipped bool
}

// tenths are the parts of a line.
const tenths = 10

// steps are the shares that are told, per cent: tenths, and quarters for the
// funnel.
var steps = [...]int{10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 100}

// NewViewing returns a viewing that calls note for every milestone, once.
func NewViewing(note func(Event)) *Viewing {
	return &Viewing{note: note, played: map[string]uint16{}}
}

// firstScene is the number of a guide's first scene, 0 when its scenes are not
// counted: the spot is too short for that.
func firstScene(guide string) int {
	switch guide {
	case "naspi":
		return 1
	case "pension":
		return 21
	}
	return 0
}

// Tell makes tl what is played from now on. What was played before counts.
func (v *Viewing) Tell(tl *timeline.Timeline) {
	old := v.scenes
	v.tl, v.whole = tl, 0
	v.scenes = make([]scene, len(tl.Chapters))
	for i, ch := range tl.Chapters {
		if i < len(old) {
			v.scenes[i] = old[i]
		}
		s := &v.scenes[i]
		s.number, s.length, s.seen, s.again = Number(tl.Board, ch.Scene), 0, 0, 0
	}
	for i := range tl.Lines {
		s := &v.scenes[tl.Lines[i].Chapter]
		seen := bits.OnesCount16(v.played[tl.Lines[i].ID]) * v.length(i)
		s.length += tenths * v.length(i)
		s.seen += seen
		v.whole += seen
	}
}

// Number is the number of a scene of a board, 0 when only some letters have it:
// that a person saw it would tell something of their letter.
func Number(b *story.Storyboard, s *story.Scene) int {
	first := firstScene(b.Guide)
	if first == 0 {
		return 0
	}
	for i := range b.Scenes {
		if b.Scenes[i] == s && s.When == "" && slices.ContainsFunc(s.Lines, always) {
			return first + i
		}
	}
	return 0
}

func always(l story.Line) bool { return l.When == "" }

// start is when line i begins, with the pause before the first; the guide's end
// for the line after the last.
func (v *Viewing) start(i int) int {
	switch {
	case i == 0:
		return 0
	case i == len(v.tl.Lines):
		return v.tl.Duration
	}
	return v.tl.Lines[i].Start
}

func (v *Viewing) length(i int) int { return v.start(i+1) - v.start(i) }

// Played tells that the film went from one moment to a later one, ms, by
// playing.
func (v *Viewing) Played(from, to int) {
	for i := v.tl.LineAt(from); i < len(v.tl.Lines) && v.start(i) < to; i++ {
		for k := range tenths {
			if end := v.start(i) + v.length(i)*(k+1)/tenths; from < end && end <= to {
				v.mark(i, k)
			}
		}
	}
}

// mark tells that tenth k of line i was played.
func (v *Viewing) mark(i, k int) {
	l := &v.tl.Lines[i]
	s := &v.scenes[l.Chapter]
	if v.played[l.ID]&(1<<k) != 0 {
		s.again += v.length(i)
		v.once(&s.replayed, s.again*2 >= s.length, s.number, Replay)
		return
	}
	v.played[l.ID] |= 1 << k
	s.seen += v.length(i)
	v.whole += v.length(i)
	v.once(&s.played, true, s.number, Scene)
	for v.viewed < len(steps) && v.whole*100 >= steps[v.viewed]*tenths*v.tl.Duration {
		v.note(Viewed(steps[v.viewed]))
		v.viewed++
	}
}

// once tells an event of a scene when it is due and was not told yet.
func (v *Viewing) once(told *bool, due bool, number int, event func(int) Event) {
	if !due || *told {
		return
	}
	*told = true
	if number != 0 {
		v.note(event(number))
	}
}

// Jumped tells that the film went from one moment to another without playing
// what lies between.
func (v *Viewing) Jumped(from, to int) {
	a, b := v.tl.Lines[v.tl.LineAt(from)].Chapter, v.tl.Lines[v.tl.LineAt(to)].Chapter
	s := &v.scenes[a]
	v.once(&s.skipped, b > a && s.seen > 0 && s.seen*2 < s.length, s.number, Skip)
}
