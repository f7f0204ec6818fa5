// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"strings"
	"syscall/js"

	"videoguida/player/script"
	"videoguida/player/story"
	"videoguida/wasm/dom"
)

// guideText is the whole guide to read: a list of the chapters and then each
// of them, with the same lines as the film.
func (r *reader) guideText() js.Value {
	out := list(
		r.heading("h2", "tr-titolo"),
		box("p", "hint", r.text("tr-tocca")),
		r.describeSwitch(),
		r.contents())
	for _, ch := range r.chapters {
		dom.Append(out, r.chapter(ch))
	}
	return out
}

// contents is the list of the chapters, as links.
func (r *reader) contents() js.Value {
	ol := dom.El("ol", nil)
	for _, ch := range r.chapters {
		link := dom.El("a", dom.Attrs{"href", "#" + chapterID(ch), "data-do", "go " + chapterID(ch)}, ch.Title)
		dom.Append(ol, dom.El("li", nil, link))
	}
	return dom.El("nav", dom.Attrs{"class", "chapters", "aria-label", r.text("ui-capitoli")}, ol)
}

func chapterID(ch script.Chapter) string { return "cap-" + ch.Scene.ID }

func (r *reader) chapter(ch script.Chapter) js.Value {
	s := dom.El("section", dom.Attrs{"class", "chapter", "id", chapterID(ch)},
		title("h3", ch.Title))
	for i, l := range ch.Lines {
		dom.Append(s, r.paragraph(l, i == 0))
		if l.Describe != "" {
			dom.Append(s, r.description(l.Describe))
		}
	}
	for _, a := range ch.Scene.Alts {
		if a.When.Holds(r.facts) && len(r.words.Missing(a.ID, r.facts)) == 0 {
			dom.Append(s, r.description(r.text(a.ID)))
		}
	}
	dom.Append(s, r.extra(ch.Scene), r.figuresTable(ch.Scene), r.topics(ch.Scene), r.chapterButtons(ch.Scene))
	return s
}

// paragraph is one told line. Its button, and the text itself, play the film
// from there; only a chapter's first button is a tab stop, arrows reach the
// others.
func (r *reader) paragraph(l script.Line, first bool) js.Value {
	tab := "-1"
	if first {
		tab = "0"
	}
	b := dom.El("button", append(do("seek", l.ID), "class", "line-play", "tabindex", tab,
		"aria-label", r.text("ui-play")+": "+opening(l.Text)), "▶")
	return dom.El("p", dom.Attrs{"class", "line", "data-line", l.ID, "data-do", "seek " + l.ID}, b,
		dom.El("span", nil, l.Text))
}

// opening is the first words of a line, enough to tell it from the others.
func opening(text string) string {
	words := strings.Fields(text)
	if len(words) <= 5 {
		return text
	}
	return strings.Join(words[:5], " ") + "…"
}

// extra is what a chapter adds in native HTML, or nil.
func (r *reader) extra(s *story.Scene) any {
	switch s.Extra {
	case story.Schedule:
		return r.schedule()
	case story.Job:
		return r.jobCard()
	}
	return nil
}

// moveAlongLines moves between the play buttons of a chapter with the arrows.
func (r *reader) moveAlongLines(ev js.Value) {
	step := 0
	switch dom.Str(ev, "key") {
	case "ArrowDown":
		step = 1
	case "ArrowUp":
		step = -1
	}
	here := dom.Doc().Get("activeElement")
	if step == 0 || !here.Truthy() || !here.Call("matches", ".line-play").Bool() {
		return
	}
	all := here.Call("closest", ".chapter").Call("querySelectorAll", ".line-play")
	for i := range all.Length() {
		if !all.Index(i).Equal(here) || i+step < 0 || i+step >= all.Length() {
			continue
		}
		ev.Call("preventDefault")
		next := all.Index(i + step)
		here.Set("tabIndex", -1)
		next.Set("tabIndex", 0)
		next.Call("focus")
		return
	}
}
