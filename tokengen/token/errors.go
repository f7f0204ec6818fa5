// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package token

// Family groups refusals by what the person can do about them.
type Family byte

// Families of bad input; each has its page.
const (
	Unreadable Family = 'A' // scan the code again
	Expired    Family = 'B' // no longer valid: expired, revoked, retired key
	Forged     Family = 'C' // not authentic
	Newer      Family = 'D' // update or try again
	WrongClock Family = 'E' // check the device's time
)

// Error says why a token was refused. It names fields and codes, never values.
type Error struct {
	Family Family
	Code   string // stable word for the help desk: "signature", "exp-late"
	Field  string // claim or header member, or empty
	Exp    int64  // for an authentic but expired token, its end, Unix s
}

// Error implements error.
func (e *Error) Error() string {
	s := "token: " + string(rune(e.Family)) + " " + e.Code
	if e.Field != "" {
		s += " (" + e.Field + ")"
	}
	return s
}

func refuse(f Family, code, field string) *Error { return &Error{Family: f, Code: code, Field: field} }
