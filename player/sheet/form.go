// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sheet

import (
	"videoguida/player/benefit"
	"videoguida/player/civil"
)

// Form is what a guide puts on the sheet, in the calendar and at the top of its
// page. Texts are message ids.
type Form struct {
	File    string   // what the files' names end with: "naspi"
	Title   string   // over the sheet
	Note    string   // what its figures are worth
	Save    string   // on the button that makes the sheet
	Answers []Answer // what people ask first
	Figures []Figure
	Todo    []string        // what is to do
	Next    string          // the nearest of them
	Days    []Date          // of the calendar, by kind
	Months  []benefit.Month // the schedule, for the table; nil: none
}

// Figure is a fact with its name. One that is not known is left out.
type Figure struct{ ID, Fact string }

// Answer is a figure that is looked for first.
type Answer struct {
	Kind string // stable word
	Figure
	None string // what is said when it is not known; empty: nothing
	Note string // said beside it; empty: nothing
}

// Date is a day of the person's calendar.
type Date struct {
	Kind string // stable word, part of the event's UID
	Day  civil.Day
	ID   string
}
