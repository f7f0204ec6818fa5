// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"syscall/js"

	"videoguida/wasm/dom"
)

// printRules make the sheet the only thing on paper. The page's policy allows
// no inline style and no frame, so the sheet is printed from the page itself.
const printRules = `.foglio{display:none}@media print{body>*{display:none!important}body>.foglio{display:block!important}` +
	`.foglio table{width:100%;border-collapse:collapse}.foglio td,.foglio th{padding:2pt 4pt;border-bottom:1px solid #999;text-align:left}}`

// print prints the personal sheet.
func (r *reader) print() {
	useRules(printRules)
	dropPaper()
	dom.Append(dom.Doc().Get("body"), r.paper())
	js.Global().Call("print")
}

// dropPaper takes the sheet out of the page again.
func dropPaper() {
	if old := dom.Doc().Call("querySelector", ".foglio"); old.Truthy() {
		old.Call("remove")
	}
}

// useRules makes css the page's own added style sheet.
func useRules(css string) {
	s := js.Global().Get("CSSStyleSheet").New()
	s.Call("replaceSync", css)
	dom.Doc().Set("adoptedStyleSheets", []any{s})
}

// paper is the personal sheet as part of the page, for the printer alone.
func (r *reader) paper() js.Value {
	return dom.El("div", dom.Attrs{"class", "foglio", "aria-hidden", "true"},
		r.heading("h1", r.sheet().Title),
		r.p("rie-creato"),
		r.figures(),
		r.heading("h2", "rie-scadenze"), r.bullets(r.sheet().Todo...),
		r.paperTable(),
		r.p(r.sheet().Note),
		r.p("rie-nonreg"),
		r.p("err-assistenza"))
}

// figures are the sheet's.
func (r *reader) figures() js.Value {
	dl := dom.El("dl", nil)
	form := r.sheet()
	for _, f := range form.Figures {
		if v, ok := r.facts[f.Fact]; ok && v.Known() {
			dom.Append(dl, dom.El("dt", nil, r.text(f.ID)), dom.El("dd", nil, form.Value(v)))
		}
	}
	return dl
}

// paperTable is the table of the months, of a guide that has them.
func (r *reader) paperTable() any {
	if len(r.sheet().Months) == 0 {
		return nil
	}
	return r.months("mesi-foglio")
}
