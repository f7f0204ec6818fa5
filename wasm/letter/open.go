// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package letter

import (
	"syscall/js"

	"videoguida/player/civil"
	"videoguida/tokengen/pack"
	"videoguida/tokengen/token"
)

// Letter is a letter that was verified.
type Letter struct {
	Claims token.Claims
	Today  civil.Day // the day of viewing
}

// Open verifies the letter. The error is one of packages pack and token.
func (b Boot) Open() (Letter, error) {
	compact, err := pack.Unpack(b.Token)
	if err != nil {
		return Letter{}, err
	}
	now := token.Clock(b.built, b.seen, int64(js.Global().Get("Date").Call("now").Float()/1000))
	claims, err := b.trust.Open(compact, now)
	return Letter{claims, b.day(now)}, err
}

// Lang returns the language to start in: the address's, else the letter's,
// else Italian.
func (b Boot) Lang(letters string) string {
	for _, l := range []string{b.Query("lang"), letters} {
		switch l {
		case "it", "de", "en":
			return l
		}
	}
	return "it"
}
