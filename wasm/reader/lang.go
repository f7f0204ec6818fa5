// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"strings"
	"syscall/js"

	"videoguida/player/l10n"
	"videoguida/player/milestone"
	"videoguida/wasm/dom"
)

// speak draws the whole page in a language.
func (r *reader) speak(lang string) {
	r.words = l10n.Lookup(lang)
	dom.Doc().Get("documentElement").Set("lang", lang)
	r.languageButtons()
	r.frame()
	r.screen()
	dom.Send(dom.ToFilm, dom.Message{Type: dom.MsgPref, ID: "lang", Value: lang})
	if r.told && r.opens != "" {
		r.count(milestone.Lang(lang))
	}
}

// languageButtons draws the switch in the page's header.
func (r *reader) languageButtons() {
	group := dom.ByID("lingue")
	if !group.Truthy() {
		group = dom.El("div", dom.Attrs{"id", "lingue", "class", "languages", "role", "group"})
		header := dom.Doc().Call("querySelector", "header")
		if !header.Truthy() {
			return
		}
		dom.Append(header, group)
	}
	group.Call("setAttribute", "aria-label", r.text("set-lingua"))
	dom.Clear(group)
	for _, l := range l10n.Langs() {
		dom.Append(group, r.languageButton(l))
	}
}

func (r *reader) languageButton(lang string) js.Value {
	pressed := "false"
	if lang == r.words.Lang() {
		pressed = "true"
	}
	return dom.El("button", append(do("lang", lang), "lang", lang, "aria-pressed", pressed,
		"title", r.text("set-lingua-"+lang), "aria-label", strings.ToUpper(lang)+", "+r.text("set-lingua-"+lang)), strings.ToUpper(lang))
}
