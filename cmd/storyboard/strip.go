// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"path/filepath"

	"videoguida/player"
	"videoguida/player/paint"
	"videoguida/player/raster"
	"videoguida/player/timeline"
)

// stripRow is what one row of a strip lasts, s: with a fixed length one finds
// a moment by counting rows.
const stripRow = 2

// writeStrips draws each scene as one picture of many small frames, taken at
// b.fps frames a second, so that motion can be looked at on paper.
func (b *book) writeStrips() error {
	for i := range b.tl.Chapters {
		if b.fps == 0 {
			return nil
		}
		ch := &b.tl.Chapters[i]
		s := b.strip(ch)
		if err := s.write(filepath.Join(b.out, "strip-"+ch.Scene.ID+".png")); err != nil {
			return err
		}
	}
	return nil
}

// strip draws the frames of ch, the first at its start.
func (b *book) strip(ch *timeline.Chapter) sheet {
	s := newStrip(b.w, b.h, b.fps)
	scale := float32(s.w) / float32(b.w)
	canvas := raster.New(s.w, s.h, b.fonts)
	var ops paint.Ops
	for n := 0; ; n++ {
		ms := ch.Start + n*1000/b.fps
		if ms >= ch.End {
			return s
		}
		b.player.Advance(0, player.Input{Kind: player.Seek, Ms: ms})
		b.player.Paint(&ops)
		canvas.Clear()
		ops.Replay(canvas, scale)
		s.add(canvas.Image())
	}
}
