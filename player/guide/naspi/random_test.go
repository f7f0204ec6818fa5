package naspi

import (
	"math/rand/v2"
	"strings"
	"testing"

	"videoguida/player"
	"videoguida/player/benefit"
	"videoguida/player/civil"
	"videoguida/player/paint"
	"videoguida/tokengen/token"
)

// randomCase returns an invented letter and a day of viewing.
func randomCase(r *rand.Rand) profile {
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
	return profile{"random", c, viewed}
}

// TestRandomSeekEqualsPlay: for 200 invented letters, whoever plays to a random
// instant, answering what the guide asks, sees the frame of whoever seeks there
// with the same answers.
func TestRandomSeekEqualsPlay(t *testing.T) {
	r := rand.New(rand.NewPCG(55, 364))
	holds := 0
	for range 200 {
		pr := randomCase(r)
		p := newPlayer(t, pr)
		from := r.IntN(p.Timeline().Duration)
		to := from + r.IntN(p.Timeline().Duration-from) + 1
		p.Advance(0, player.Input{Kind: player.Seek, Ms: from}, player.Input{Kind: player.Play})
		holds += playTo(p, r, to)
		sameWhenSought(t, p, r.IntN(p.Timeline().Duration))
	}
	if holds < 50 {
		t.Errorf("playing met %d holds, too few to tell", holds)
	}
}

// playTo lets frames of uneven length pass until the guide is at ms, answers
// each hold at random, and returns how many there were.
func playTo(p *player.Player, r *rand.Rand, ms int) (holds int) {
	for p.State().T < ms && p.State().Playing {
		p.Advance(min(1+r.IntN(900), ms-p.State().T))
		if p.State().Hold == 0 {
			continue
		}
		holds++
		p.Advance(r.IntN(3000))
		answerSome(p, r)
		p.Advance(0, player.Input{Kind: player.Press, ID: "continue"})
	}
	return holds
}

// answerSome walks some way along the infographic, where the guide asks it,
// and chooses a month and a rating, which later lines may show.
func answerSome(p *player.Player, r *rand.Rand) {
	for s, _ := benefit.Walk(nil); s.Question != nil && r.IntN(5) > 0; {
		o := s.Question.Options[r.IntN(len(s.Question.Options))]
		if press(p, "answer:"+o.Answer) == nil {
			break // another line's hold
		}
		s, _ = benefit.Walk(strings.Split(p.State().Choices.Answers, ","))
	}
	press(p, "month:"+string('1'+rune(r.IntN(9))))
	press(p, "rate:"+string('1'+rune(r.IntN(5))))
}

// sameWhenSought compares the frame of p with the one that p shows after
// looking elsewhere and coming back: seeking keeps the choices.
func sameWhenSought(t *testing.T, p *player.Player, elsewhere int) {
	t.Helper()
	var played, sought paint.Ops
	at := p.State()
	p.Paint(&played)
	p.Advance(0, player.Input{Kind: player.Pause}, player.Input{Kind: player.Seek, Ms: elsewhere})
	p.Paint(&sought)
	p.Advance(0, player.Input{Kind: player.Seek, Ms: at.T})
	p.Paint(&sought)
	if p.State().Choices != at.Choices {
		t.Fatalf("seeking changed the choices %+v to %+v", at.Choices, p.State().Choices)
	}
	if !played.Equal(&sought) {
		t.Errorf("%+v: the frame at %d ms depends on how one got there", p.Timeline().Facts, at.T)
	}
}
