// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package story is the vocabulary of a guide: storyboard, scenes, lines,
// markers, holds and pictures.
//
// A guide is data. Each scene lists its lines, when each is told, what shows
// on screen and at which marker: an instant named inside a sentence. Words
// live in the l10n catalogs and times come from the narration, so scene code
// holds neither text nor seconds.
package story
