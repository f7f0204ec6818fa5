// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package icon holds the product's line icons as filled outlines.
//
// The drawings are in art/; a generator widens their strokes. An icon lives in
// a 48 by 48 box. A shape carries its own fill and its pointer is its identity,
// so a Set keeps one shape for each icon and colour that was asked for.
package icon

//go:generate go run ./gen

import (
	"videoguida/player/paint"
	"videoguida/player/paint/svgpath"
)

// Side is the side of an icon's box, in its own units.
const Side = 48

// Name is an icon; None draws nothing.
type Name uint8

// None is no icon.
const None Name = 0

// Count is the number of icons; the names are 1 to Count.
const Count = len(drawn)

// colours bounds how many colours of one icon a Set keeps; the palette has
// fewer.
const colours = 8

// Set keeps the shapes of the icons in use. The zero Set is empty.
type Set struct{ kept [Count][]*paint.Shape }

// Shape returns the icon filled with c, or nil for None. Past the bound the
// oldest colour gives way.
func (s *Set) Shape(n Name, c paint.Color) *paint.Shape {
	if n == None || int(n) > Count {
		return nil
	}
	kept := &s.kept[n-1]
	for _, sh := range *kept {
		if sh.Fill == c {
			return sh
		}
	}
	path, err := svgpath.Parse(drawn[n-1])
	if err != nil {
		return nil // a test decodes every icon
	}
	if len(*kept) == colours {
		*kept = (*kept)[1:]
	}
	sh := &paint.Shape{Path: path, Fill: c}
	*kept = append(*kept, sh)
	return sh
}
