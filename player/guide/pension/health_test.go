// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"regexp"
	"testing"

	"videoguida/player/guide/guidetest"
	"videoguida/player/l10n"
	"videoguida/tokengen/token"
)

// health matches what would tell of a person's inability, in three languages,
// and the codes that stand for it.
var health = regexp.MustCompile(`(?i)inabil|invalid|malatt|infort|accompagnament|disabil|behinder|erwerbsunf|krank|disab|illness|sick|(?-i:\bIO(ART|COM|CUM)?\b|\bAOI\b)`)

// children is the one text that names a disability: that of somebody's child,
// told to everybody whose pension is taxed.
const children = "pens-inf-carico"

// TestNoTextTellsOfHealth: no text of the guide tells of inability, and no
// claim can carry it.
func TestNoTextTellsOfHealth(t *testing.T) {
	read := 0
	for _, lang := range l10n.Langs() {
		words := l10n.Lookup(lang)
		for _, id := range words.IDs() {
			if len(id) < 5 || id[:5] != "pens-" || id == children {
				continue
			}
			read++
			for _, text := range []string{words.Text(id, nil), words.Alt(id, nil)} {
				if m := health.FindString(text); m != "" {
					t.Errorf("%s %s tells %q: %s", lang, id, m, text)
				}
			}
		}
	}
	if read < 600 {
		t.Errorf("only %d texts were read", read)
	}
}

// TestMethodAloneTellsOfLoss: two letters that differ in nothing but the method
// differ in the lines about it and in the tone, in nothing else; nobody smiles
// in the sober one.
func TestMethodAloneTellsOfLoss(t *testing.T) {
	glad, sober := version(t, "pension-8"), version(t, "pension-8")
	glad.Claims.Method, sober.Claims.Method = "contributivo", "superstiti"
	about := regexp.MustCompile(`^pens-(saluto-2[ab]|calcolo-|voto-3[ab])`)
	lines := func(p guidetest.Profile) map[string]bool {
		out := map[string]bool{}
		for _, l := range suite(t).Compile(t, p, "it").Lines {
			if !about.MatchString(l.ID) {
				out[l.ID] = true
			}
		}
		return out
	}
	a, b := lines(glad), lines(sober)
	for id := range a {
		if !b[id] {
			t.Errorf("%s is told in one tone only", id)
		}
	}
	if len(a) != len(b) || len(a) < 40 {
		t.Errorf("%d lines in one tone, %d in the other", len(a), len(b))
	}
	if Facts(sober.Claims, today)["tono"].S != "sobrio" || Facts(token.Claims{Method: "misto"}, today)["tono"].S != "lieto" {
		t.Error("the tone follows the method")
	}
}
