// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package declared is the one list of everything that the guide counts about
// its use, and of nothing else: what is not here is refused by the server.
//
// The browser sends milestones in batches, at most once each per page load:
//
//	POST /m   Content-Type: text/plain
//	{"v":1,"b":"3q2-7wAAAAAAAAAAAAAAAA","c":"2026q4","ch":"qr","va":"b","e":[["start"],["scene",7],["ttff",5]]}
//
// v is [Version]; b a nonce of [NonceLength] base64url characters, new for each
// batch and the same when a batch is sent again; c the campaign, see
// [Campaign]; ch one of [Channels]; va one of [Variants], left out when the
// letter names none; e one to [MaxEvents] events, each a metric's name and its
// arguments, no event twice. A batch has at most [MaxBytes] bytes. An unknown
// member, name, value or a wrong count of arguments refuses the whole batch.
//
// The package is data and imports no fmt: the browser program may use it, and
// its tests hold it to the list. docs/METRICS.md is generated from it.
package declared

import "strconv"

//go:generate go run ./gen

// Limits of a batch.
const (
	Version     = 1
	MaxBytes    = 8 << 10
	MaxEvents   = 64
	NonceLength = 22 // 128 random bits, base64url without padding
)

// NoCampaign is the campaign of a letter without one, or whose name is not a
// [Campaign].
const NoCampaign = "none"

// Channels are the ways in which the letter reached the person; web is the
// guide opened without a letter.
var Channels = []string{"qr", "myinps", "io", "mobile", "web"}

// Variants are the rollout arms.
var Variants = []string{"a", "b", "c", "d"}

// Campaign reports whether s can name a campaign: two to sixteen small letters,
// digits and inner dashes, such as "2026q4". The server counts those it was told
// of, and the quarters of the calendar around today, by their names, and all
// others as NoCampaign.
func Campaign(s string) bool {
	if len(s) < 2 || len(s) > 16 || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for _, c := range []byte(s) {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}

// Nonce reports whether s can name a batch.
func Nonce(s string) bool {
	if len(s) != NonceLength {
		return false
	}
	for _, c := range []byte(s) {
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '-' && c != '_' {
			return false
		}
	}
	return true
}

// Metric is one thing that is counted.
type Metric struct {
	Name    string
	Args    []Arg  // none, one, or two: the second is counted within the first
	By      []Dim  // the batch's own words it is also counted by, one at a time
	When    string // the moment in which the browser notes it
	Purpose string // the decision it serves
	Owner   string // who answers for it
	Review  string // YYYY-MM-DD: by then the owner says whether it is still needed; it is counted until it leaves the list
}

// Overdue returns the metrics to be reviewed by a day (YYYY-MM-DD), and the
// earliest of their reviews.
func Overdue(day string) (due []Metric, first string) {
	for _, m := range Metrics {
		if m.Review <= day {
			due = append(due, m)
		}
		if first == "" || m.Review < first {
			first = m.Review
		}
	}
	return due, first
}

// Arg is an argument of an event. All its values are listed; numbers are whole
// and written in decimal.
type Arg struct {
	Name   string
	Number bool // a JSON number, not a string
	Values []string
}

// Dim is a word of the batch by which a metric is also counted.
type Dim string

// Dimensions.
const (
	ByChannel Dim = "ch"
	ByVariant Dim = "va"
)

// Find returns the metric with the name.
func Find(name string) (Metric, bool) {
	for _, m := range Metrics {
		if m.Name == name {
			return m, true
		}
	}
	return Metric{}, false
}

// Takes reports whether the argument may have the value.
func (a Arg) Takes(value string) bool {
	for _, v := range a.Values {
		if v == value {
			return true
		}
	}
	return false
}

// steps returns the whole numbers from first to last in decimal.
func steps(first, last int) (s []string) {
	for n := first; n <= last; n++ {
		s = append(s, strconv.Itoa(n))
	}
	return s
}
