// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"syscall/js"

	"videoguida/player/benefit"
	"videoguida/wasm/dom"
)

// schedule is the months of the benefit as a table, in a region that scrolls
// by keyboard when the page is narrow.
func (r *reader) schedule() js.Value {
	return dom.El("div", dom.Attrs{"class", "table", "role", "region", "tabindex", "0", "aria-labelledby", "mesi"},
		r.months("mesi"))
}

// months is the table itself; the printed sheet shows it too.
func (r *reader) months(captionID string) js.Value {
	body := dom.El("tbody", nil)
	for _, m := range r.sheet().Months {
		dom.Append(body, r.month(m))
	}
	return dom.El("table", nil,
		dom.El("caption", dom.Attrs{"id", captionID}, r.text("rie-tabella")),
		dom.El("thead", nil, dom.El("tr", nil,
			r.head("naspi-tab-mese"), r.head("naspi-tab-giorni"), r.head("naspi-tab-importo"))),
		body)
}

func (r *reader) head(id string) js.Value {
	return dom.El("th", dom.Attrs{"scope", "col"}, r.text(id))
}

func (r *reader) month(m benefit.Month) js.Value {
	return dom.El("tr", nil,
		dom.El("th", dom.Attrs{"scope", "row"}, r.words.Int(int64(m.Index)), " ",
			dom.El("small", nil, r.words.ShortDate(m.From)+" – "+r.words.ShortDate(m.To))),
		dom.El("td", nil, r.words.Int(int64(m.Days))),
		dom.El("td", nil, r.words.Money(int64(m.Amount))))
}
