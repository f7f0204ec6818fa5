// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"syscall/js"

	"videoguida/wasm/dom"
)

// p is a message as a paragraph.
func (r *reader) p(id string) js.Value { return dom.El("p", nil, r.text(id)) }

// heading is a message as a heading that can take the focus.
func (r *reader) heading(tag, id string) js.Value { return title(tag, r.text(id)) }

// title is a heading that can take the focus.
func title(tag, text string) js.Value {
	return dom.El(tag, dom.Attrs{"tabindex", "-1"}, text)
}

// box is an element with a class.
func box(tag, class string, content ...any) js.Value {
	return dom.El(tag, dom.Attrs{"class", class}, content...)
}

// bullets are messages as a list.
func (r *reader) bullets(ids ...string) js.Value {
	ul := dom.El("ul", nil)
	for _, id := range ids {
		dom.Append(ul, dom.El("li", nil, r.text(id)))
	}
	return ul
}

// setClass gives the page a class or takes it away.
func setClass(name string, on bool) {
	dom.Doc().Get("body").Get("classList").Call("toggle", name, on)
}

// list makes a group of elements usable as one child of dom.El.
func list(items ...any) js.Value {
	f := dom.Doc().Call("createDocumentFragment")
	dom.Append(f, items...)
	return f
}
