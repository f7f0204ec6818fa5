// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package naspi

import (
	"os"
	"strings"
	"testing"

	"videoguida/player"
	"videoguida/player/benefit"
	"videoguida/player/guide/guidetest"
)

// TestContrast is item 34 of the accessibility list: five frames a second of
// every scene-variant, and every screen of the infographic.
func TestContrast(t *testing.T) {
	eye := suite().Contrast(t, profiles())
	view, paths := player.View{W: 390, H: 616}, 0
	p := tryYour(t, "it")
	eachScreen(t, p, nil, func(so []string, _ benefit.Step) {
		if paths++; paths%5 == 0 || os.Getenv("FULL") != "" {
			p.Advance(1000)
			eye.Look(p, view, "lavoro "+strings.Join(so, " "))
		}
	})
	eye.Report()
}

// TestFlashes is item 43.
func TestFlashes(t *testing.T) { suite().Flashes(t, []guidetest.Profile{profiles()[7], profiles()[0]}) }

// TestReducedMotionIsStill is item 42.
func TestReducedMotionIsStill(t *testing.T) { suite().Still(t, profiles()[7]) }
