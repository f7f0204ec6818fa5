// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package typeset

import "videoguida/player/paint"

// Run is one line of a wrapped text and its width in CSS px.
type Run struct {
	Text  string
	Width float32
}

type blockKey struct {
	text        string
	width, size float32
	weight      paint.Weight
}

// maxBlocks bounds the wrapped texts kept; one guide at one size needs fewer.
const maxBlocks = 1024

// Lines wraps s like Wrap and measures each line. The answer is kept, so
// asking again for the same text does not allocate; it must not be changed.
func (f *Fonts) Lines(s string, width float32, w paint.Weight, size float32) []Run {
	k := blockKey{s, width, size, w}
	if runs, ok := f.blocks[k]; ok {
		return runs
	}
	if len(f.blocks) >= maxBlocks {
		clear(f.blocks)
	}
	var runs []Run
	for _, line := range f.Wrap(s, width, w, size, nil) {
		runs = append(runs, Run{line, f.Measure(line, w, size)})
	}
	f.blocks[k] = runs
	return runs
}
