// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package ui is the toolkit of the overlays: panels, tiles, steps, buttons and
// the stage that shows them.
//
// A scene's picture is a Stage: a list of beats. A beat is a panel that takes
// the overlay from a cue on and replaces the one before. A panel is made of
// blocks; a block knows its height for a width and draws and announces itself
// in one place, through a Pen. Blocks name messages by id: a block enters at
// the marker of the scene's label or button with the same id, so that scene
// code needs neither seconds, nor words, nor coordinates.
package ui
