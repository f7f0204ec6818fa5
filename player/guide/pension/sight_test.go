// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import "testing"

// TestContrast and TestFlashes are items 34 and 43 of the accessibility list.
func TestContrast(t *testing.T) { suite(t).Contrast(t, suite(t).Profiles).Report() }
func TestFlashes(t *testing.T)  { suite(t).Flashes(t, suite(t).Profiles) }

// TestReducedMotionIsStill is item 42.
func TestReducedMotionIsStill(t *testing.T) { suite(t).Still(t, version(t, "pension-8")) }
