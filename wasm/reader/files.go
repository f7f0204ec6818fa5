// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"syscall/js"

	"videoguida/player/milestone"
	"videoguida/player/sheet"
	"videoguida/wasm/dom"
)

// sheet is the case the files are made from.
func (r *reader) sheet() sheet.Case {
	return sheet.Case{Form: r.book.Sheet(r.claims, r.facts, r.today), Facts: r.facts, Words: r.words, Today: r.today}
}

// save makes the file an action names. A file is kept by who asked for it: it holds the amounts, covered or not.
func (r *reader) save(action string) {
	defer r.cover(r.covered)
	r.cover(false)
	file := "guida-" + r.sheet().File
	switch action {
	case "dl-riepilogo", "dl-tabella":
		r.count(milestone.Save("sheet"))
		r.download(file+".html", "text/html;charset=utf-8", r.sheet().HTML())
	case "dl-calendario":
		r.count(milestone.Save("calendar"))
		r.download(file+".ics", "text/calendar;charset=utf-8", r.sheet().Calendar())
	case "dl-risultato":
		r.download(file+"-lavoro.txt", "text/plain;charset=utf-8", r.jobReport())
	case "stampa":
		r.count(milestone.Save("print"))
		r.print()
	}
}

// download offers text as a file. Nothing leaves the device.
func (r *reader) download(name, mime, text string) {
	blob := js.Global().Get("Blob").New([]any{text}, map[string]any{"type": mime})
	urls := js.Global().Get("URL")
	url := urls.Call("createObjectURL", blob)
	a := dom.El("a", dom.Attrs{"href", url.String(), "download", name, "hidden", ""})
	dom.Append(dom.Doc().Get("body"), a)
	a.Call("click")
	a.Call("remove")
	dom.Later(60_000, func() { urls.Call("revokeObjectURL", url) })
	r.announce(r.text("pdf-ok"))
}

// fileButtons offers the files and says what they hold.
func (r *reader) fileButtons() js.Value {
	return box("div", "card files",
		r.heading("h2", "ui-scarica-pdf"),
		r.p("pdf-attenzione"),
		box("div", "actions",
			button("secondary", r.text(r.sheet().Save), "save", "dl-riepilogo"),
			button("secondary", r.word("calendario"), "save", "dl-calendario"),
			button("secondary", r.text("ui-stampa"), "save", "stampa")))
}
