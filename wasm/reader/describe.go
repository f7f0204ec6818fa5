// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"syscall/js"

	"videoguida/wasm/dom"
)

// description is what a picture of the film shows, hidden until asked for.
func (r *reader) description(text string) js.Value {
	e := box("p", "descrizione", text)
	dom.Show(e, r.described)
	return e
}

// describeSwitch shows and hides the descriptions.
func (r *reader) describeSwitch() js.Value {
	input := dom.El("input", dom.Attrs{"type", "checkbox", "id", "descrizioni", "data-do", "describe"})
	input.Set("checked", r.described)
	return box("p", "switch", input,
		dom.El("label", dom.Attrs{"for", "descrizioni"}, r.text("tr-descrizioni")))
}

func (r *reader) toggleDescriptions() {
	r.described = dom.ByID("descrizioni").Get("checked").Bool()
	all := dom.Doc().Call("querySelectorAll", ".descrizione")
	for i := range all.Length() {
		dom.Show(all.Index(i), r.described)
	}
}
