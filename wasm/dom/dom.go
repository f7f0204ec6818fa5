// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

// Package dom is what the two browser programs share: building HTML elements
// and talking to each other over a small bus.
//
// Text reaches the page only as text nodes and attribute values, never as
// markup, so a name from a token can never become code.
package dom

import "syscall/js"

// Doc returns the page's document.
func Doc() js.Value { return js.Global().Get("document") }

// ByID returns the element with the id, or null.
func ByID(id string) js.Value { return Doc().Call("getElementById", id) }

// Attrs are an element's attributes, in order: name, value, name, value.
type Attrs []string

// El creates an element with attributes and children. A child is a string (a
// text node), a js.Value (an element) or nil, which is left out.
func El(tag string, attrs Attrs, children ...any) js.Value {
	e := Doc().Call("createElement", tag)
	for i := 0; i+1 < len(attrs); i += 2 {
		e.Call("setAttribute", attrs[i], attrs[i+1])
	}
	Append(e, children...)
	return e
}

// Append adds children to e, as El does.
func Append(e js.Value, children ...any) {
	for _, c := range children {
		switch c := c.(type) {
		case nil:
		case string:
			e.Call("appendChild", Doc().Call("createTextNode", c))
		case js.Value:
			e.Call("appendChild", c)
		}
	}
}

// Clear removes every child of e.
func Clear(e js.Value) { e.Call("replaceChildren") }

// On calls f for every event of the given type on e. The listener lives as
// long as the page.
func On(e js.Value, event string, f func(ev js.Value)) {
	e.Call("addEventListener", event, js.FuncOf(func(_ js.Value, args []js.Value) any {
		f(args[0])
		return nil
	}))
}
