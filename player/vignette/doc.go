// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package vignette holds the small drawings that explain: the calendar leaf,
// the coins, the phone, the stairs. Each is a ui.Block: it draws itself, moves
// with the narration's markers and says the labels it paints.
//
// Drawings are made of boxes and icons. What only decorates takes no height
// when room is short.
package vignette
