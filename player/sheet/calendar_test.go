// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sheet_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"videoguida/player/civil"
	"videoguida/player/l10n"
)

// event is an event read back from an iCalendar file.
type event map[string]string

// readCalendar is a strict little reader of RFC 5545: folded lines, nesting,
// one value per name.
func readCalendar(t *testing.T, text string) (calendar event, events []event) {
	t.Helper()
	var open []string
	at := map[string]event{"VCALENDAR": {}}
	for line := range strings.SplitSeq(unfold(t, text), "\r\n") {
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			t.Fatalf("no value: %q", line)
		}
		switch name {
		case "BEGIN":
			open = append(open, value)
			if value != "VCALENDAR" {
				at[value] = event{}
			}
		case "END":
			if len(open) == 0 || open[len(open)-1] != value {
				t.Fatalf("%q ends %v", value, open)
			}
			open = open[:len(open)-1]
			if value == "VEVENT" {
				at[value]["alarm"] = at["VALARM"]["TRIGGER"]
				events = append(events, at[value])
			}
		default:
			in := at[open[len(open)-1]]
			if _, twice := in[name]; twice {
				t.Fatalf("%s twice in one %s", name, open[len(open)-1])
			}
			in[name] = value
		}
	}
	if len(open) > 0 {
		t.Fatalf("left open: %v", open)
	}
	return at["VCALENDAR"], events
}

// unfold joins folded lines and checks how they were written.
func unfold(t *testing.T, text string) string {
	t.Helper()
	if !strings.HasSuffix(text, "\r\n") || strings.Count(text, "\n") != strings.Count(text, "\r\n") || strings.Count(text, "\r") != strings.Count(text, "\r\n") {
		t.Error("lines must end with CR LF, all of them")
	}
	for line := range strings.SplitSeq(text, "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) {
			t.Errorf("a line of %d octets: %q", len(line), line)
		}
	}
	return strings.TrimSuffix(strings.ReplaceAll(text, "\r\n ", ""), "\r\n")
}

func TestCalendar(t *testing.T) {
	for _, lang := range l10n.Langs() {
		calendar, events := readCalendar(t, sheetOf(maria(), lang).Calendar())
		if calendar["VERSION"] != "2.0" || calendar["PRODID"] == "" {
			t.Errorf("%s: the calendar is %v", lang, calendar)
		}
		seen := map[string]bool{}
		var days []string
		for _, e := range events {
			checkEvent(t, e)
			if seen[e["UID"]] {
				t.Errorf("%s: two events are %s", lang, e["UID"])
			}
			seen[e["UID"]] = true
			days = append(days, e["DTSTART;VALUE=DATE"])
		}
		want := []string{"20261211", "20261203", "20270131", "20271116", "20270522"}
		if d := cmp.Diff(want, days); d != "" {
			t.Errorf("%s: %s", lang, d)
		}
	}
}

// checkEvent holds an event to what calendars ask for: a whole day, told once,
// with a reminder three days before at nine.
func checkEvent(t *testing.T, e event) {
	t.Helper()
	day := regexp.MustCompile(`^(\d{4})(\d\d)(\d\d)$`)
	from, ok1 := civil.Parse(day.ReplaceAllString(e["DTSTART;VALUE=DATE"], "$1-$2-$3"))
	to, ok2 := civil.Parse(day.ReplaceAllString(e["DTEND;VALUE=DATE"], "$1-$2-$3"))
	if !ok1 || !ok2 || to != from+1 || from < today {
		t.Errorf("the event lasts from %s to %s", from, to)
	}
	if !regexp.MustCompile(`^\d{8}T\d{6}Z$`).MatchString(e["DTSTAMP"]) || e["alarm"] != "-P2DT15H" {
		t.Errorf("stamp %q, alarm %q", e["DTSTAMP"], e["alarm"])
	}
	if !strings.HasPrefix(e["SUMMARY"], "INPS: ") || strings.ContainsAny(e["SUMMARY"], "{}⟦") {
		t.Errorf("summary %q", e["SUMMARY"])
	}
	if regexp.MustCompile(`(^|[^\\])[,;]`).MatchString(e["SUMMARY"]) {
		t.Errorf("a comma is not escaped: %q", e["SUMMARY"])
	}
}

// TestCalendarForgetsThePast: on a later day the deadlines that are over are
// gone and 31 January is next year's.
func TestCalendarForgetsThePast(t *testing.T) {
	c := sheetOn(maria(), "it", civil.Date(2027, 2, 1))
	var days []string
	for _, e := range c.Events() {
		days = append(days, e.Day.String())
	}
	if d := cmp.Diff([]string{"2028-01-31", "2027-11-16", "2027-05-22"}, days); d != "" {
		t.Error(d)
	}
}
