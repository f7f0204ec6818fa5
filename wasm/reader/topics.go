// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"videoguida/player/story"
	"videoguida/wasm/dom"
)

// topics are a chapter's explanations, each to be opened, or nil.
func (r *reader) topics(s *story.Scene) any {
	row := box("div", "topics")
	for _, t := range s.Topics {
		if t.When.Holds(r.facts) {
			dom.Append(row, dom.El("details", dom.Attrs{"data-topic", t.Text},
				dom.El("summary", nil, r.text(t.ID)), r.p(t.Text)))
		}
	}
	if row.Get("childElementCount").Int() == 0 {
		return nil
	}
	return row
}

// figuresTable is a chapter's figures, or nil when none is known.
func (r *reader) figuresTable(s *story.Scene) any {
	if s.Table == nil {
		return nil
	}
	body := dom.El("tbody", nil)
	for _, row := range s.Table.Rows {
		if v, known := r.facts[row.Fact]; known && row.When.Holds(r.facts) {
			dom.Append(body, dom.El("tr", nil,
				dom.El("th", dom.Attrs{"scope", "row"}, r.text(row.ID)),
				dom.El("td", nil, r.sheet().Value(v))))
		}
	}
	if body.Get("childElementCount").Int() == 0 {
		return nil
	}
	return dom.El("table", dom.Attrs{"class", "figures"},
		dom.El("caption", nil, r.text(s.Title)),
		dom.El("thead", nil, dom.El("tr", nil, r.head(s.Table.Head[0]), r.head(s.Table.Head[1]))),
		body)
}
