// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package voice

import (
	"videoguida/player/l10n"
	"videoguida/player/timeline"
)

// Speaker says the lines of a guide with a bank and remembers how. It is the
// [timeline.Voice] of a phone that has the packs.
type Speaker struct {
	Bank   *Bank
	plans  map[string]Plan
	asides map[string]Plan
}

// Describing is a speaker that also says the audio descriptions of lines.
type Describing struct{ *Speaker }

// Describe implements [timeline.Describer].
func (d Describing) Describe(line string, spoken l10n.Rendered) (timeline.Speech, bool) {
	plan, ok := d.Bank.Plan(spoken)
	if !ok {
		return timeline.Speech{}, false
	}
	if d.asides == nil {
		d.asides = map[string]Plan{}
	}
	d.asides[line] = plan
	return plan.Speech(), true
}

// Aside returns how a line's description is said, or an empty plan: it is not.
func (s *Speaker) Aside(line string) Plan { return s.asides[line] }

// Say implements [timeline.Voice].
func (s *Speaker) Say(line string, spoken l10n.Rendered) (timeline.Speech, bool) {
	plan, ok := s.Bank.Plan(spoken)
	if !ok {
		return timeline.Speech{}, false
	}
	if s.plans == nil {
		s.plans = map[string]Plan{}
	}
	s.plans[line] = plan
	return plan.Speech(), true
}

// Plan returns how a line is said, or an empty plan: it is not.
func (s *Speaker) Plan(line string) Plan { return s.plans[line] }
