// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package naspi

import (
	"math/rand/v2"
	"strings"
	"testing"

	"videoguida/player"
	"videoguida/player/benefit"
	"videoguida/player/civil"
	"videoguida/player/guide/guidetest"
	"videoguida/tokengen/token"
)

// randomCase returns an invented letter and a day of viewing.
func randomCase(r *rand.Rand) guidetest.Profile {
	pick := func(words ...string) string { return words[r.IntN(len(words))] }
	viewed := civil.Date(2026, 1, 1) + civil.Day(r.IntN(700))
	applied := viewed - civil.Day(r.IntN(900))
	c := token.Claims{
		V: 1, Guide: "naspi", Name: pick("", "Ada", "Bruno", "Maria Immacolata"), Lang: "it",
		Applied: int32(applied), Start: int32(applied) + 3 + r.Int32N(5), Days: 30 + r.Int32N(701),
		Monthly: 20_000 + r.Int64N(136_000), Calc: pick("", "base", "soglia", "massimo"),
		Year: 2026, Contacts: pick("", "ok", "missing"), Over55: r.IntN(2) == 0, Income: r.IntN(2) == 0,
		Exp: int64(viewed+civil.Day(r.IntN(180))) * 86400,
	}
	if r.IntN(3) > 0 {
		c.FirstPay = c.Start + 20 + r.Int32N(30)
	}
	return guidetest.Profile{"random", c, viewed}
}

// TestRandomSeekEqualsPlay: for 200 invented letters, playing and seeking show
// the same frame at equal answers.
func TestRandomSeekEqualsPlay(t *testing.T) {
	suite().RandomSeekEqualsPlay(t, guidetest.Walk{People: 200, Holds: 50, Case: randomCase, Choose: answerSome, Seed: 55})
}

// answerSome walks some way along the infographic, where the guide asks it,
// and chooses a month and a rating, which later lines may show.
func answerSome(p *player.Player, r *rand.Rand) {
	for s, _ := benefit.Walk(nil); s.Question != nil && r.IntN(5) > 0; {
		o := s.Question.Options[r.IntN(len(s.Question.Options))]
		if guidetest.Press(p, "answer:"+o.Answer) == nil {
			break // another line's hold
		}
		s, _ = benefit.Walk(strings.Split(p.State().Choices.Answers, ","))
	}
	guidetest.Press(p, "month:"+string('1'+rune(r.IntN(9))))
	guidetest.Press(p, "rate:"+string('1'+rune(r.IntN(5))))
}
