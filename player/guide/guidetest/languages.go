// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package guidetest

import (
	"strconv"
	"testing"

	"videoguida/player"
	"videoguida/player/story"
)

// phone is the stage of a page 390 px wide.
var phone = player.View{W: 390, H: 616}

// EveryVariantFits: on a phone, in each language, every line of the guide that
// anybody hears keeps the layout rules, and so do all pages of the services and
// the thanks for a rating.
func (s Suite) EveryVariantFits(t *testing.T, langs ...string) {
	for _, lang := range langs {
		seen := map[string]bool{}
		probe := NewProbe(t, phone)
		for _, pr := range s.Profiles {
			p := s.Player(t, pr, lang)
			p.Resize(phone)
			EveryMark(p, func(p *player.Player, line, marker string) {
				seen[line] = true
				probe.Look(p, lang+" "+pr.Name+" "+line+" "+marker)
			})
			s.eachServicesPage(p, func(page string) { probe.Look(p, lang+" "+pr.Name+" "+page) })
			if Seek(p, story.Cue{Line: s.Prefix + "voto-1", Marker: "voto"}, 500) {
				Press(p, "rate:4")
				probe.Look(p, lang+" "+pr.Name+" thanks")
			}
		}
		if probe.texts == 0 {
			t.Errorf("%s: nothing was painted", lang)
		}
		for _, scene := range s.Board().Scenes {
			for _, l := range scene.Lines {
				if !seen[l.ID] {
					t.Errorf("%s: nobody hears %s", lang, l.ID)
				}
			}
		}
	}
}

// eachServicesPage turns the pages of the services.
func (s Suite) eachServicesPage(p *player.Player, look func(page string)) {
	if !Seek(p, story.Cue{Line: s.Prefix + "servizi-1", Marker: "lista"}, 500) {
		return
	}
	for n := 1; n <= 10; n++ {
		page := "page:" + strconv.Itoa(n)
		Press(p, page)
		look(page)
		if Node(p, "ser-altri") == nil {
			return
		}
	}
}
