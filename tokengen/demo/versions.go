// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package demo

import (
	"fmt"
	"time"

	"videoguida/tokengen/token"
)

// Axis is a yes or no by which a guide's versions differ.
type Axis struct {
	Title string // in Italian, for staff
	on    func(c *token.Claims)
}

// Version is one way in which a guide is told: an answer on each axis, or a
// case at the edge of them.
type Version struct {
	Letter
	On   []bool // per axis
	Edge bool   // not one of the versions: a case that stretches or shortens one
}

// Table is a guide's versions.
type Table struct {
	Guide    string
	Axes     []Axis
	Versions []Version
}

// Versions returns a guide's versions as of a day and whether there is such a
// guide. Version n says yes on the axes of the bits of n-1, the first axis
// weighing most, as the customer's table has them.
func Versions(guide string, today time.Time) (Table, bool) {
	b := builder{day: int32(today.Unix() / 86400)}
	switch guide {
	case "pension":
		t := b.versions(Table{Guide: guide, Axes: pensionAxes()}, b.pension)
		t.Versions = append(t.Versions, b.pensionEdges(len(t.Axes))...)
		return t, true
	case "naspi":
		return b.versions(Table{Guide: guide, Axes: naspiAxes(b.day)}, b.before), true
	}
	return Table{}, false
}

// inventor returns invented facts, changed.
type inventor func(id string, change func(c *token.Claims)) token.Claims

func (b *builder) versions(t Table, invent inventor) Table {
	for n := range 1 << len(t.Axes) {
		v := Version{Letter: Letter{ID: fmt.Sprintf("%s-%d", t.Guide, n+1)}, On: make([]bool, len(t.Axes))}
		title := ""
		for i, a := range t.Axes {
			v.On[i] = n>>(len(t.Axes)-1-i)&1 == 1
			title += fmt.Sprintf(", %s %s", a.Title, map[bool]string{true: "sì", false: "no"}[v.On[i]])
		}
		v.Title = fmt.Sprintf("versione %d: %s", n+1, title[2:])
		v.Claims = invent(v.ID, func(c *token.Claims) {
			for i, a := range t.Axes {
				if v.On[i] {
					a.on(c)
				}
			}
		})
		t.Versions = append(t.Versions, v)
	}
	return t
}

// before returns NASpI facts of an application from before SIISL, changed.
func (b *builder) before(id string, change func(c *token.Claims)) token.Claims {
	const lastWithout = 20051 // 24 November 2024
	return b.claims(id, func(c *token.Claims) {
		c.Applied = lastWithout
		change(c)
	})
}

// naspiAxes are what the domain study found of NASpI's versions.
func naspiAxes(day int32) []Axis {
	return []Axis{
		{"55 anni compiuti", func(c *token.Claims) { c.Over55 = true }},
		{"reddito dichiarato", func(c *token.Claims) { c.Income = true }},
		{"SIISL", func(c *token.Claims) { c.Applied = day - 9 }},
	}
}
