// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package spot

import "testing"

// TestContrast and TestFlashes are items 34 and 43 of the accessibility list.
func TestContrast(t *testing.T) { suite().Contrast(t, suite().Profiles).Report() }
func TestFlashes(t *testing.T)  { suite().Flashes(t, suite().Profiles) }

// TestReducedMotionIsStill is item 42.
func TestReducedMotionIsStill(t *testing.T) { suite().Still(t, everybody) }
