// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"videoguida/player"
	"videoguida/player/civil"
	"videoguida/player/guide/guidetest"
	"videoguida/player/l10n"
	"videoguida/player/paint"
	"videoguida/tokengen/token"
)

// randomCase returns an invented letter and a day of viewing.
func randomCase(r *rand.Rand) guidetest.Profile {
	pick := func(words ...string) string { return words[r.IntN(len(words))] }
	some := func(cents int64) int64 {
		if r.IntN(3) == 0 {
			return 0
		}
		return r.Int64N(cents) + 1
	}
	viewed := civil.Date(2026, 1, 1) + civil.Day(r.IntN(700))
	c := token.Claims{
		V: 1, Guide: "pension", Name: pick("", "Mara", "Giovanni"), Lang: "it",
		Fund: pick("private", "cpdel"), Method: pick("", "retributivo", "misto", "contributivo", "superstiti"),
		Start: int32(viewed) - r.Int32N(200), Gross: 20_000 + r.Int64N(400_000), Arrears: some(900_000),
		Thirteenth: r.IntN(2) == 0, Payer: pick("", "bank", "post"), Taxed: r.IntN(2) == 0,
		Contacts: pick("ok", "missing"), Red: pick("", "send", "none", "unknown"),
		Exp: int64(viewed+civil.Day(r.IntN(180))) * 86400,
	}
	c.Net = c.Gross
	if c.Taxed {
		c.Irpef, c.LocalTax, c.Deductions = some(c.Gross/4), some(c.Gross/40), some(6_000)
		c.Net = c.Gross - c.Irpef - c.LocalTax
	}
	for _, sum := range []string{"14a", "minimo", "maggiorazione", "superstiti"} {
		if r.IntN(4) == 0 {
			c.Linked = append(c.Linked, sum)
		}
	}
	if r.IntN(3) > 0 {
		c.FirstPay = int32(viewed) - 40 + r.Int32N(90)
	}
	if c.Red == "send" && r.IntN(2) == 0 {
		c.RedBy = int32(viewed) - 30 + r.Int32N(200)
	}
	return guidetest.Profile{"random", c, viewed}
}

// owed says which lines a letter asks for and which it forbids, from the claims
// alone: another reading of the script than its conditions.
func owed(c token.Claims, viewed civil.Day) map[string]bool {
	linked := func(sum string) bool { return slices.Contains(c.Linked, sum) }
	some := len(c.Linked) > 0
	send := some && c.Red == "send"
	return map[string]bool{
		"pens-saluto-2a": c.Method != "superstiti", "pens-saluto-2b": c.Method == "superstiti",
		"pens-lettera-1a": c.Fund == "private", "pens-lettera-1b": c.Fund == "cpdel", "pens-lettera-1c": c.Fund == "cpdel",
		"pens-calcolo-1":  c.Method != "" && c.Method != "superstiti",
		"pens-calcolo-2a": c.Method == "misto", "pens-calcolo-2b": c.Method == "retributivo",
		"pens-calcolo-2c": c.Method == "contributivo", "pens-calcolo-2d": c.Method == "superstiti",
		"pens-quanto-3a": c.Net != c.Gross, "pens-quanto-3b": c.Net == c.Gross,
		"pens-quanto-4a": c.FirstPay != 0 && civil.Day(c.FirstPay) >= viewed,
		"pens-quanto-4b": c.FirstPay != 0 && civil.Day(c.FirstPay) < viewed,
		"pens-quanto-4c": c.FirstPay == 0, "pens-quanto-5": c.Arrears != 0, "pens-quanto-7": c.Thirteenth,
		"pens-tasse-1a": c.Taxed, "pens-tasse-2a": c.Taxed, "pens-tasse-3a": c.Taxed,
		"pens-tasse-1b": !c.Taxed, "pens-tasse-2b": !c.Taxed, "pens-tasse-3b": !c.Taxed,
		"pens-detrazioni-1": c.Taxed, "pens-detrazioni-2": c.Taxed,
		"pens-reddito-no": !some, "pens-reddito-si": some, "pens-reddito-2": some,
		"pens-reddito-q14": linked("14a"), "pens-reddito-minimo": linked("minimo"),
		"pens-reddito-magg": linked("maggiorazione"), "pens-reddito-sup": linked("superstiti"),
		"pens-red-1a": send, "pens-red-2a": send, "pens-red-4a": send, "pens-red-3a": send && civil.Day(c.RedBy) >= viewed,
		"pens-red-1b": some && c.Red == "none", "pens-red-1c": some && (c.Red == "" || c.Red == "unknown"),
		"pens-contatti-1a": c.Contacts == "ok", "pens-contatti-1b": c.Contacts == "missing",
		"pens-contatti-2b": c.Contacts == "missing",
		"pens-voto-3a":     c.Method != "superstiti", "pens-voto-3b": c.Method == "superstiti",
	}
}

// TestEveryoneHearsWhatIsTheirs: for 1,000 invented letters, no line is told
// that is not the person's, none that is theirs is missing, and every amount
// that is painted is one of the letter's.
func TestEveryoneHearsWhatIsTheirs(t *testing.T) {
	r := rand.New(rand.NewPCG(2026, 11))
	s, told := suite(t), map[string]int{}
	for n := range 1000 {
		pr := randomCase(r)
		tl := s.Compile(t, pr, "it")
		for id, want := range owed(pr.Claims, pr.Today) {
			if got := tl.LineIndex(id) >= 0; got != want {
				t.Errorf("%+v: %s is told: %v, want %v", pr.Claims, id, got, want)
			}
			if want {
				told[id]++
			}
		}
		if n%20 == 0 {
			paintsTheLetter(t, s, pr)
		}
	}
	for id := range owed(token.Claims{}, 0) {
		if told[id] < 20 {
			t.Errorf("%s was told %d times, too few to tell", id, told[id])
		}
	}
}

// paintsTheLetter compares the amounts on the stage with the letter's.
func paintsTheLetter(t *testing.T, s guidetest.Suite, pr guidetest.Profile) {
	c, words := pr.Claims, l10n.Lookup("it")
	known := map[string]bool{}
	for _, cents := range []int64{c.Gross, c.Net, c.Irpef, c.LocalTax, c.Deductions, c.Arrears} {
		known[words.Money(cents)] = true
	}
	var o paint.Ops
	guidetest.EveryMark(s.Player(t, pr, "it"), func(p *player.Player, line, marker string) {
		p.Paint(&o)
		o.Texts(func(text string) {
			if strings.Contains(text, "€") && !known[text] {
				t.Errorf("%+v: %s [[%s]] paints %q, which the letter does not hold", c, line, marker, text)
			}
		})
	})
}

// TestRandomSeekEqualsPlay: for 100 invented letters, playing and seeking show
// the same frame.
func TestRandomSeekEqualsPlay(t *testing.T) {
	suite(t).RandomSeekEqualsPlay(t, guidetest.Walk{People: 100, Case: randomCase, Seed: 67})
}
