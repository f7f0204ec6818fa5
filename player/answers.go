// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package player

import (
	"strings"

	"videoguida/player/story"
	"videoguida/player/ui"
)

// after returns the answers of a quiz after an action, and whether the action
// is one of its.
func after(answers, action string) (string, bool) {
	word, given := strings.CutPrefix(action, actAnswer)
	switch {
	case given && strings.Contains(word, ","):
		return "", false // one answer at a time
	case given && answers != "":
		return answers + "," + word, true
	case given:
		return word, true
	case action == actBack:
		return answers[:max(strings.LastIndexByte(answers, ','), 0)], true
	case action == actAgain:
		return "", true
	}
	return "", false
}

// answer is the person answering in the film: at the line that asks, with an
// answer that is offered there. The guide then waits, even if the line was not
// told to its end.
func (p *Player) answer(answers string, out []Effect) []Effect {
	h := p.tl.Lines[p.tl.LineAt(p.at())].Hold
	if h == nil || h.Quiz == nil || !h.Quiz.Leads(answers) || !p.arrive() {
		return out
	}
	if p.s.Playing && !p.view.Reduced && answers != p.s.Choices.Answers {
		p.s.before, p.s.Turning = p.s.Choices.Answers, ui.Turn
	}
	p.s.Choices.Answers, p.s.Choices.Page = answers, 0
	return append(out, Effect{Answered, answers})
}

// take is the person answering elsewhere: nothing moves and nothing is told
// back.
func (p *Player) take(answers string) {
	if q := p.quiz(); q == nil || !q.Leads(answers) || answers == p.s.Choices.Answers {
		return
	}
	p.s.Choices.Answers, p.s.Choices.Page = answers, 0
}

// quiz is the guide's quiz, or nil.
func (p *Player) quiz() story.Quiz {
	for i := range p.tl.Lines {
		if h := p.tl.Lines[i].Hold; h != nil && h.Quiz != nil {
			return h.Quiz
		}
	}
	return nil
}
