// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"strconv"
	"syscall/js"

	"videoguida/wasm/dom"
)

// rating is the last question of the guide: one to five.
func (r *reader) rating() js.Value {
	row := dom.El("div", dom.Attrs{"class", "rating", "role", "group", "aria-labelledby", "voto-titolo"})
	for n := 1; n <= 5; n++ {
		dom.Append(row, r.star(n))
	}
	return list(
		dom.El("h2", dom.Attrs{"id", "voto-titolo", "tabindex", "-1"}, r.own("voto-1")),
		row,
		dom.El("p", dom.Attrs{"class", "thanks", "role", "status", "id", "grazie"}))
}

func (r *reader) star(n int) js.Value {
	d := strconv.Itoa(n)
	label := r.own("btn-voto-" + d)
	b := dom.El("button", append(do("vote", d), "class", "star",
		"aria-label", label, "title", label,
		"aria-pressed", strconv.FormatBool(n == r.vote)), d)
	return b
}

// rate keeps the choice, shows it and thanks once.
func (r *reader) rate(arg string) {
	r.vote, _ = strconv.Atoi(arg)
	r.fill("voto", r.rating())
	r.refocus("vote " + arg)
	thanks := r.own("lbl-voto-grazie")
	dom.Later(100, func() {
		if e := dom.ByID("grazie"); e.Truthy() { // the letter may be erased by now
			dom.SetText(e, thanks)
		}
	})
}
