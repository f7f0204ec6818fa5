// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"testing"

	"videoguida/player/guide/guidetest"
	"videoguida/tokengen/token"
)

// departures are the conditions that differ from the script's, by line: a
// letter that does not say something must not be read as saying no, and a line
// must not refer to one that is not told.
func departures() map[string]string {
	return map[string]string{
		"pens-lettera-1c": "!gestione=privata",
		"pens-quanto-2":   "lordo",
		"pens-quanto-3b":  "lordo, netto, !nettoDiverso",
		"pens-tasse-1b":   "completa, !tassata",
		"pens-tasse-2b":   "completa, !tassata",
		"pens-tasse-3b":   "completa, !tassata",
		"pens-reddito-no": "completa, !legataReddito",
	}
}

func TestScript(t *testing.T)      { suite(t).Script(t, departures()) }
func TestWords(t *testing.T)       { suite(t).Words(t) }
func TestConditions(t *testing.T)  { suite(t).Conditions(t) }
func TestCues(t *testing.T)        { suite(t).Cues(t) }
func TestCaptions(t *testing.T)    { suite(t).Captions(t) }
func TestEasyToRead(t *testing.T)  { suite(t).EasyToRead(t) }
func TestAnnounced(t *testing.T)   { suite(t).Announced(t) }
func TestLabelsEnter(t *testing.T) { suite(t).LabelsEnter(t) }
func TestBrief(t *testing.T)       { suite(t).Brief(t) }
func TestNotEmpty(t *testing.T)    { suite(t).NeverLongEmpty(t) }
func TestFiguresTold(t *testing.T) { suite(t).FiguresTold(t, 200) }

func TestSteadyFrameAllocatesNothing(t *testing.T) {
	suite(t).Steady(t, version(t, "pension-longest"))
}

func TestNeverOverTheFace(t *testing.T) {
	for _, id := range []string{"pension-8", "pension-1"} {
		suite(t).NeverOverTheFace(t, version(t, id))
	}
}

func TestSeekEqualsPlay(t *testing.T) { suite(t).SeekEqualsPlay(t, version(t, "pension-8")) }

// TestEveryVariantFits: whatever somebody hears in German or English fits a phone.
func TestEveryVariantFits(t *testing.T) { suite(t).EveryVariantFits(t, "de", "en") }

// TestLayout holds every stage to the layout rules, in three languages.
func TestLayout(t *testing.T) {
	var people []guidetest.Told
	for id, langs := range map[string][]string{
		"pension-1": {"it"}, "pension-8": {"it", "de", "en"}, "pension-longest": {"it", "de"},
		"pension-linked": {"it", "de", "en"}, "pension-contributivo": {"it", "de"}, "pension-superstiti": {"it", "en"}, "pension-cpdel": {"de"},
	} {
		for _, lang := range langs {
			people = append(people, guidetest.Told{Profile: version(t, id), Lang: lang})
		}
	}
	suite(t).Layout(t, people)
}

// TestMissingClaimsInventNothing withholds each claim of the case in turn.
func TestMissingClaimsInventNothing(t *testing.T) {
	suite(t).Missing(t, version(t, "pension-longest"), 25, map[string]func(c *token.Claims){
		"name": func(c *token.Claims) { c.Name = "" }, "fund": func(c *token.Claims) { c.Fund = "" },
		"method": func(c *token.Claims) { c.Method = "" }, "start": func(c *token.Claims) { c.Start = 0 },
		"gross": func(c *token.Claims) { c.Gross = 0 }, "net": func(c *token.Claims) { c.Net = 0 },
		"a net that agrees": func(c *token.Claims) { c.Net = c.Gross + 1 },
		"irpef":             func(c *token.Claims) { c.Irpef = 0 }, "local_tax": func(c *token.Claims) { c.LocalTax = 0 },
		"deductions": func(c *token.Claims) { c.Deductions = 0 }, "arrears": func(c *token.Claims) { c.Arrears = 0 },
		"first_pay": func(c *token.Claims) { c.FirstPay = 0 }, "payer": func(c *token.Claims) { c.Payer = "" },
		"red": func(c *token.Claims) { c.Red = "" }, "red_by": func(c *token.Claims) { c.RedBy = 0 },
		"all": func(c *token.Claims) { *c = token.Claims{V: 1, Guide: "pension", Exp: c.Exp} },
	})
}
