// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"strings"
	"syscall/js"

	"videoguida/wasm/dom"
)

// frame puts the fixed parts of the page, which arrive in Italian, into the
// page's language.
func (r *reader) frame() {
	dom.Doc().Set("title", r.text(r.board().Title))
	r.say(".skip", "ui-leggi-testo")
	r.say("#dimostrazione", "ui-demo")
	footer := dom.Doc().Call("querySelector", "footer")
	if !footer.Truthy() {
		return
	}
	dom.Clear(footer)
	dom.Append(footer,
		dom.El("p", nil, callable(r.text("err-assistenza"))),
		dom.El("p", nil, r.page("/privacy", "", r.text("pri-titolo"))),
		dom.El("p", nil, r.page("/licenze", "", r.text("lic-titolo"))),
		dom.El("p", nil, r.page("/accessibilita", "", r.text("acc-link"))),
		dom.El("p", nil, r.page("/accessibilita", "#segnala", r.text("acc-segnala"))))
}

// page is a link to a page beside the guide, in the page's language.
func (r *reader) page(path, section, text string) js.Value {
	suffix := ".html"
	if lang := r.words.Lang(); lang != "it" {
		suffix = "." + lang + suffix
	}
	return dom.El("a", dom.Attrs{"href", path + suffix + section}, text)
}

func (r *reader) say(selector, id string) {
	if e := dom.Doc().Call("querySelector", selector); e.Truthy() {
		dom.SetText(e, r.text(id))
	}
}

// numbers are the institute's, as texts write them and as a phone dials them.
var numbers = [...]struct{ written, dialled string }{{"803\u00a0164", "tel:803164"}, {"06\u00a0164\u00a0164", "tel:06164164"}}

// callable is a text whose phone numbers can be pressed.
func callable(text string) js.Value {
	out := list()
	for _, n := range numbers {
		before, after, found := strings.Cut(text, n.written)
		if !found {
			continue
		}
		dom.Append(out, before, dom.El("a", dom.Attrs{"href", n.dialled}, n.written))
		text = after
	}
	dom.Append(out, text)
	return out
}
