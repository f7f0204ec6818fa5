// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"strconv"
	"strings"
	"syscall/js"

	"videoguida/player"
	"videoguida/player/a11y"
	"videoguida/static/services"
	"videoguida/wasm/dom"
)

// nodes are the native elements that stand over the painted things: what can
// be pressed on the canvas is a real button or link, and what can be read is
// text that screen readers find in its place.
type nodes struct {
	film    *film
	box     js.Value
	tree    a11y.Tree
	shown   []twin
	pressed bool // one of them is being pressed
}

// twin is an element and the node it stands for.
type twin struct {
	node a11y.Node
	e    js.Value
}

func (n *nodes) build(f *film) {
	n.film = f
	n.box = box("div", "nodes")
	dom.On(n.box, "click", func(ev js.Value) {
		if e := ev.Get("target").Call("closest", "button"); e.Truthy() {
			n.press(e.Call("getAttribute", "data-action").String())
		}
	})
	dom.On(n.box, "input", func(ev js.Value) {
		e := ev.Get("target")
		n.press(dom.Str(e.Get("dataset"), "action") + dom.Str(e, "value"))
	})
}

// press does what a node's action says. The focus follows: the control may be
// gone, but the keyboard must stay in the film.
func (n *nodes) press(action string) {
	n.pressed = true
	n.film.do(player.Input{Kind: player.Press, ID: action})
	n.pressed = false
	if asks(action) && n.read() {
		return
	}
	here := dom.Doc().Get("activeElement")
	if !here.Truthy() || here.Equal(dom.Doc().Get("body")) {
		n.land()
	}
}

// asks reports whether an action leads to another question, to a result or to
// an explanation.
func asks(action string) bool {
	return strings.HasPrefix(action, "explain:") || strings.HasPrefix(action, "answer:") || action == "back" || action == "again"
}

// read gives the focus to the heading of the new picture: what it says must be
// heard before its first control. It reports whether there is one.
func (n *nodes) read() bool {
	e := n.box.Call("querySelector", "h2")
	if e.Truthy() {
		e.Call("setAttribute", "tabindex", "-1")
		e.Call("focus")
	}
	return e.Truthy()
}

// land gives the focus to the first control of the new picture, or to Play.
func (n *nodes) land() {
	if e := n.box.Call("querySelector", "button,a,input"); e.Truthy() {
		e.Call("focus")
		return
	}
	n.film.bar.play.Call("focus")
}

// show brings the elements in line with the frame's nodes. An element is kept
// as long as its node lives, so that focus and screen readers stay with it.
func (n *nodes) show(f *film) {
	f.player.Describe(&n.tree)
	for i := range n.tree.Nodes {
		n.place(i, &n.tree.Nodes[i])
	}
	for _, t := range n.shown[len(n.tree.Nodes):] {
		n.remove(t.e)
	}
	n.shown = n.shown[:len(n.tree.Nodes)]
}

// place puts the element of a node at a place in the reading order.
func (n *nodes) place(i int, want *a11y.Node) {
	at := n.find(i, want)
	switch {
	case at < 0:
		t := twin{*want, n.element(want)}
		n.insert(i, t)
	case at > i:
		// What stood between is no longer shown.
		for _, t := range n.shown[i:at] {
			n.remove(t.e)
		}
		n.shown = append(n.shown[:i], n.shown[at:]...)
	}
	n.shown[i].become(want)
}

// find returns where the node's element is among those not yet placed.
func (n *nodes) find(from int, want *a11y.Node) int {
	for i := from; i < len(n.shown); i++ {
		if s := &n.shown[i].node; s.ID == want.ID && s.Role == want.Role && s.Action == want.Action {
			return i
		}
	}
	return -1
}

// remove takes an element away. A control that goes while it has the focus,
// without having been pressed, leaves the focus to Play.
func (n *nodes) remove(e js.Value) {
	focused := e.Equal(dom.Doc().Get("activeElement"))
	e.Call("remove")
	if focused && !n.pressed {
		n.film.bar.play.Call("focus", map[string]any{"preventScroll": true})
	}
}

func (n *nodes) insert(i int, t twin) {
	before := js.Null()
	if i < len(n.shown) {
		before = n.shown[i].e
	}
	n.box.Call("insertBefore", t.e, before)
	n.shown = append(n.shown, twin{})
	copy(n.shown[i+1:], n.shown[i:])
	n.shown[i] = t
}

// element makes the native element of a node.
func (n *nodes) element(want *a11y.Node) js.Value {
	tag, attrs := "p", dom.Attrs{"data-node", want.ID}
	switch want.Role {
	case a11y.Slider:
		tag, attrs = "input", append(attrs, "type", "range", "aria-label", want.Name, "data-action", want.Action,
			"min", strconv.Itoa(want.Range.Min), "max", strconv.Itoa(want.Range.Max))
	case a11y.Table:
		tag = "table"
	case a11y.Heading:
		tag = "h" + strconv.Itoa(max(want.Level, 2))
	case a11y.Image:
		tag, attrs = "div", append(attrs, "role", "img", "aria-label", want.Name)
	case a11y.Button, a11y.Radio:
		tag, attrs = "button", append(attrs, "type", "button", "data-action", want.Action)
	case a11y.Output:
		attrs = append(attrs, "role", "status") // an output is a field of a form and wants a label
	}
	if id, ok := strings.CutPrefix(want.Action, "open:"); ok {
		if s, found := services.Find(id); found {
			return n.link(s, want)
		}
	}
	e := dom.El(tag, attrs)
	if hasText(want.Role) {
		dom.SetText(e, want.Name)
	}
	setValue(e, want)
	put(e, want.Bounds)
	return e
}

// hasText reports whether an element of the role shows its name as text.
func hasText(r a11y.Role) bool {
	return r != a11y.Image && r != a11y.Slider && r != a11y.Table
}

// setValue shows what a slider or a table holds.
func setValue(e js.Value, n *a11y.Node) {
	switch n.Role {
	case a11y.Slider:
		e.Set("value", n.Range.Now)
		e.Call("setAttribute", "aria-valuetext", n.Value)
	case a11y.Table:
		fillTable(e, n)
	}
}

// fillTable writes a table's cells; the first column names its row.
func fillTable(e js.Value, n *a11y.Node) {
	dom.Clear(e)
	head := dom.El("tr", nil)
	for _, c := range n.Grid.Head {
		dom.Append(head, dom.El("th", dom.Attrs{"scope", "col"}, c))
	}
	body := dom.El("tbody", nil)
	for _, cells := range n.Grid.Rows {
		row := dom.El("tr", nil, dom.El("th", dom.Attrs{"scope", "row"}, cells[0]))
		for _, c := range cells[1:] {
			dom.Append(row, dom.El("td", nil, c))
		}
		dom.Append(body, row)
	}
	dom.Append(e, dom.El("caption", nil, n.Name), dom.El("thead", nil, head), body)
}

// link is a real link: it says that it opens a new tab.
func (n *nodes) link(s services.Service, want *a11y.Node) js.Value {
	attrs := dom.Attrs{"data-node", want.ID, "href", s.URL, "data-service", s.ID}
	e := dom.El("a", attrs, want.Name)
	if strings.HasPrefix(s.URL, "https:") && n.film.boot.NewTab() {
		e.Call("setAttribute", "target", "_blank")
		e.Call("setAttribute", "rel", "noopener noreferrer")
		dom.Append(e, dom.El("span", nil, " · "+n.film.text("ui-nuova-scheda")))
	}
	put(e, want.Bounds)
	return e
}

// become changes what differs between an element and its node.
func (t *twin) become(want *a11y.Node) {
	if t.node.Name != want.Name {
		if hasText(want.Role) {
			dom.SetText(t.e, want.Name)
		} else {
			t.e.Call("setAttribute", "aria-label", want.Name)
		}
	}
	if t.node.Value != want.Value || t.node.Range != want.Range || t.node.Grid != want.Grid {
		setValue(t.e, want)
	}
	if t.node.Bounds != want.Bounds {
		put(t.e, want.Bounds)
	}
	t.node = *want
}

// put places an element over what is painted.
func put(e js.Value, r a11y.Rect) {
	style := e.Get("style")
	for _, p := range [...]struct {
		name string
		v    float32
	}{{"left", r.X}, {"top", r.Y}, {"width", r.W}, {"height", r.H}} {
		style.Set(p.name, strconv.Itoa(int(p.v+0.5))+"px")
	}
}

// forget drops every element: the language changed.
func (n *nodes) forget() {
	dom.Clear(n.box)
	n.shown = n.shown[:0]
}
