// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"syscall/js"

	"videoguida/player/timeline"
	"videoguida/wasm/dom"
)

// captions shows what is being said, figures in another colour. It is not a
// live region: a screen reader that hears the voice, or reads the text guide,
// is not interrupted by the same words.
type captions struct {
	box, p js.Value
	shown  *timeline.Cue
}

func (c *captions) build(f *film) {
	c.p = dom.El("p", nil)
	c.box = box("div", "captions", c.p)
	c.dress(&f.prefs)
}

// show changes the caption when cue is another one; nil empties it.
func (c *captions) show(cue *timeline.Cue) {
	if cue == c.shown {
		return
	}
	c.shown = cue
	dom.Clear(c.p)
	if cue == nil {
		return
	}
	at := 0
	for _, s := range cue.Figures {
		dom.Append(c.p, cue.Text[at:s.From], dom.El("em", nil, cue.Text[s.From:s.To]))
		at = s.To
	}
	dom.Append(c.p, cue.Text[at:])
}

// forget makes the next caption appear even if it is the same cue.
func (c *captions) forget() { c.show(nil) }
