// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"errors"
	"strings"

	"videoguida/player/guide"
	"videoguida/player/story"
	"videoguida/tokengen/pack"
	"videoguida/tokengen/token"
)

// open verifies the letter and returns what draws the page for it: the guide,
// the general page when there is no letter, or what went wrong.
func (r *reader) open() func() {
	if r.boot.Token == "" {
		r.opens = "spot"
		return r.general
	}
	l, err := r.boot.Open()
	if err != nil {
		t := troubleOf(err)
		return func() { r.showTrouble(t) }
	}
	g, ok := guide.Find(l.Claims.Guide)
	if !ok {
		return func() { r.showTrouble(trouble{family: "d", code: "guide"}) }
	}
	r.book, r.whole, r.today, r.opens = g, l.Claims, l.Today, g.Name
	r.cover(r.wasCovered())
	return r.guide
}

// board is the storyboard of the person's guide.
func (r *reader) board() *story.Storyboard { return r.book.Board() }

// troubleOf tells the family of an unpacking or verification error.
func troubleOf(err error) trouble {
	var e *token.Error
	switch {
	case errors.As(err, &e):
		return trouble{family: strings.ToLower(string(rune(e.Family))), code: e.Code, exp: e.Exp}
	case errors.Is(err, pack.ErrVersion):
		return trouble{family: "d", code: "transport"}
	case errors.Is(err, pack.ErrBomb):
		return trouble{family: "c", code: "bomb"}
	case errors.Is(err, pack.ErrTooLong):
		return trouble{family: "a", code: "too-long"}
	}
	return trouble{family: "a", code: "damaged"}
}
