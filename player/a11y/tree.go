// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package a11y describes what a frame shows to people who do not see it.
//
// A picture fills a [Tree] with nodes in reading order; the browser shell
// mirrors the tree as native HTML elements laid over the painted canvas. The
// same tree is the storyboard's semantics.json.
package a11y

import "strings"

// Role says which native element a node becomes.
type Role uint8

// Roles and their HTML element.
const (
	Text    Role = iota // p
	Heading             // h2…h4, by Level
	Image               // an img role with a text alternative in Name
	Button              // button
	Link                // a[href]
	Slider              // input type=range
	Group               // fieldset with legend
	Radio               // input type=radio
	Table               // table
	Output              // output
)

var roleNames = [...]string{"text", "heading", "image", "button", "link", "slider", "group", "radio", "table", "output"}

// String returns the role's lower-case name.
func (r Role) String() string { return roleNames[r] }

// Rect is a rectangle in CSS px, origin at the stage's top left corner.
type Rect struct{ X, Y, W, H float32 }

// Node is one announced thing. ID is stable between frames: it is the message
// id of its label, so a shell can match old and new nodes.
type Node struct {
	ID     string
	Role   Role
	Level  int    // heading level, 0 for others
	Name   string // accessible name, in the guide's language
	Value  string // current value, if any
	Bounds Rect   // CSS px, the painted area it stands for
	Action string // what a press does ("goto:quanto", "open:svc-naspi"); empty for none
	Range  Range  // of a Slider
	Grid   *Grid  // of a Table; its pointer changes only when its cells do
}

// Range is a slider's whole numbers; its Action ends in ":" and the shell adds
// the new number.
type Range struct{ Min, Max, Now int }

// Grid is a table's cells: one head and its rows.
type Grid struct {
	Head []string
	Rows [][]string
}

// Tree is the list of nodes of one frame, in reading order. The zero Tree is
// empty; Reset keeps its memory so steady frames do not allocate.
type Tree struct {
	Nodes  []Node
	joined map[[4]string]string
}

// Reset empties the tree and keeps its memory.
func (t *Tree) Reset() { t.Nodes = t.Nodes[:0] }

// Add appends a node.
func (t *Tree) Add(n Node) { t.Nodes = append(t.Nodes, n) }

// Join returns its parts as one string. The tree keeps the answer, so steady
// frames do not allocate.
func (t *Tree) Join(parts [4]string) string {
	if s, ok := t.joined[parts]; ok {
		return s
	}
	if t.joined == nil || len(t.joined) > maxJoined {
		t.joined = map[[4]string]string{}
	}
	s := strings.Join(parts[:], "")
	t.joined[parts] = s
	return s
}

// maxJoined bounds the strings kept; a whole guide needs fewer.
const maxJoined = 512
