// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"syscall/js"

	"videoguida/wasm/dom"
)

// The play bar's pictures, on a square of 24.
const (
	playPath  = "M7 4v16l13-8z"
	pausePath = "M6 4h4v16H6zM14 4h4v16h-4z"
	againPath = "M12 5V1L6 6.5 12 12V8a5.5 5.5 0 1 1-5.5 5.5H3.5A8.5 8.5 0 1 0 12 5z"
	backPath  = "M11 6v12L3 12zM20 6v12l-8-6z"
	aheadPath = "M13 6v12l8-6zM4 6v12l8-6z"
	menuPath  = "M4 5h16v2.6H4zM4 10.7h16v2.6H4zM4 16.4h16V19H4z"
)

const svgSpace = "http://www.w3.org/2000/svg"

// icon is a path as a picture that says nothing: its button has the name.
func icon(path string) js.Value {
	svg := dom.Doc().Call("createElementNS", svgSpace, "svg")
	svg.Call("setAttribute", "viewBox", "0 0 24 24")
	svg.Call("setAttribute", "aria-hidden", "true")
	p := dom.Doc().Call("createElementNS", svgSpace, "path")
	p.Call("setAttribute", "d", path)
	svg.Call("appendChild", p)
	return svg
}
