// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sheet

import (
	"strings"
	"unicode/utf8"

	"videoguida/player/civil"
)

// Event is one day of the person's calendar.
type Event struct {
	Kind string // stable word, part of the UID
	Day  civil.Day
	Text string
}

// Events returns the person's days that are known and not past, in the form's
// order.
func (c Case) Events() []Event {
	var out []Event
	for _, d := range c.Days {
		if d.Day != 0 && d.Day >= c.Today {
			out = append(out, Event{d.Kind, d.Day, c.text(d.ID)})
		}
	}
	return out
}

// Calendar returns the events as an iCalendar file (RFC 5545): all-day events
// with a reminder three days before at nine in the morning.
func (c Case) Calendar() string {
	var b strings.Builder
	line := func(s string) { b.WriteString(fold(s) + "\r\n") }
	line("BEGIN:VCALENDAR")
	line("VERSION:2.0")
	line("PRODID:-//Videoguida//IT")
	for _, e := range c.Events() {
		line("BEGIN:VEVENT")
		line("UID:" + e.Kind + "-" + basic(e.Day) + "@videoguida")
		line("DTSTAMP:" + basic(c.Today) + "T000000Z")
		line("DTSTART;VALUE=DATE:" + basic(e.Day))
		line("DTEND;VALUE=DATE:" + basic(e.Day+1))
		line("SUMMARY:" + escapeICS("INPS: "+e.Text))
		line("TRANSP:TRANSPARENT")
		line("BEGIN:VALARM")
		line("ACTION:DISPLAY")
		line("DESCRIPTION:" + escapeICS(e.Text))
		line("TRIGGER:-P2DT15H")
		line("END:VALARM")
		line("END:VEVENT")
	}
	line("END:VCALENDAR")
	return b.String()
}

// basic writes a day as YYYYMMDD.
func basic(d civil.Day) string {
	s := d.String()
	n := len(s)
	return s[:n-6] + s[n-5:n-3] + s[n-2:]
}

func escapeICS(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '\\', ';', ',':
			b.WriteByte('\\')
		case '\n':
			b.WriteString(`\n`)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// fold breaks a content line after at most 75 octets, never inside a rune.
func fold(s string) string {
	var b strings.Builder
	for width := 75; len(s) > width; width = 74 {
		n := width
		for !utf8.RuneStart(s[n]) {
			n--
		}
		b.WriteString(s[:n] + "\r\n ")
		s = s[n:]
	}
	return b.String() + s
}
