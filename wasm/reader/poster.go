// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"strconv"
	"syscall/js"
	"unicode/utf8"

	"videoguida/player/script"
	"videoguida/player/story"
)

// poster is the greeting.
func (r *reader) poster() js.Value {
	return list(
		box("h1", "greeting", r.own("lbl-ciao")+","),
		box("p", "outcome", r.word("accolta-"+r.book.Name)))
}

// start are the ways to go on: the film or the text.
func (r *reader) start() js.Value {
	return box("div", "actions",
		button("primary", r.text("ui-guarda")+" · "+strconv.Itoa(minutes(r.chapters))+" min", "watch", ""),
		button("secondary", r.text("ui-leggi-testo"), "read", ""), r.coverSwitch())
}

// minutes estimates how long the chapters take to tell: fourteen characters a
// second plus the written pauses, rounded to the nearest minute.
func minutes(chapters []script.Chapter) int {
	ms := 0
	for _, ch := range chapters {
		for _, l := range ch.Lines {
			ms += utf8.RuneCountInString(l.Text) * 1000 / 14
			ms += pause(ch.Scene, l.ID)
		}
	}
	return max(1, (ms+30_000)/60_000)
}

func pause(s *story.Scene, line string) int {
	for _, l := range s.Lines {
		if l.ID == line && l.Pause != 0 {
			return l.Pause
		}
	}
	return story.DefaultPause
}
