// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package milestone is what the guide tells of its own use: that it was opened,
// how far it was played, which service was pressed. It knows no person, no
// address and no clock.
//
// An [Event] names one milestone of the list in static/metrics/declared; the
// package's tests hold it to that list. A [Log] keeps each event once for one
// load of the page and writes the batches that the page sends. A [Viewing]
// follows the film and tells the events that only follow from playing.
package milestone

import (
	"strconv"
	"strings"
)

// Event is a milestone as it travels: a JSON array of a name and its arguments.
type Event string

// Open: the letter was verified and the answers are on the page, or the general
// guide is.
func Open() Event { return event("open") }

// Guide tells which guide is opened: "naspi", "pension", "spot".
func Guide(name string) Event { return event("guide", quoted(name)) }

// Lang tells the language: "it", "de", "en".
func Lang(lang string) Event { return event("lang", quoted(lang)) }

// Where tells how the guide is embedded: "page", "frame", "app".
func Where(place string) Event { return event("where", quoted(place)) }

// Refused: the letter could not be opened, see [Reason].
func Refused(reason string) Event { return event("refused", quoted(reason)) }

// Ready: the film's first frame is painted.
func Ready() Event { return event("ready") }

// FirstFrame is the time until Ready, ms, told as one of ten buckets.
func FirstFrame(ms int) Event {
	bucket := 0
	for _, end := range firstFrameBounds {
		if ms >= end {
			bucket++
		}
	}
	return event("ttff", strconv.Itoa(bucket))
}

// firstFrameBounds are the ends of the buckets, ms, each excluded.
var firstFrameBounds = [...]int{250, 500, 1000, 1500, 2000, 3000, 5000, 8000, 15000}

// Start: the film was asked for.
func Start() Event { return event("start") }

// Text: the text guide was brought into view.
func Text() Event { return event("text") }

// Captions, Motion and Voice tell with what choices the film starts.
func Captions(on bool) Event { return event("captions", onOff(on)) }

// Motion tells whether the film starts with less motion.
func Motion(reduced bool) Event {
	if reduced {
		return event("motion", `"reduced"`)
	}
	return event("motion", `"full"`)
}

// Voice tells whether the film starts with its voice.
func Voice(on bool) Event { return event("voice", onOff(on)) }

// Viewed is a share of the film that was played, per cent.
func Viewed(percent int) Event { return event("viewed", strconv.Itoa(percent)) }

// Scene, Replay and Skip tell of a scene that every letter of the guide has.
func Scene(n int) Event { return event("scene", strconv.Itoa(n)) }

// Replay: the scene was played again.
func Replay(n int) Event { return event("replay", strconv.Itoa(n)) }

// Skip: the scene was left forwards before half of it was played.
func Skip(n int) Event { return event("skip", strconv.Itoa(n)) }

// Job tells how far the questions about a new job were answered: "begun",
// "done". It never tells an answer.
func Job(step string) Event { return event("job", quoted(step)) }

// Save: a file was saved or the page printed: "sheet", "calendar", "print".
func Save(file string) Event { return event("save", quoted(file)) }

// Service: the service with the id was pressed.
func Service(id string) Event { return event("service", quoted(id)) }

// Rate is the vote that stands when the page is left, 1 to 5.
func Rate(stars int) Event { return event("rate", strconv.Itoa(stars)) }

// Error: something failed, in a browser of this family. Codes are "webgl",
// "film", "lost", "voice", "sound", "save", "internal"; for families see
// [Browser].
func Error(code, browser string) Event { return event("error", quoted(code), quoted(browser)) }

func onOff(on bool) string {
	if on {
		return `"on"`
	}
	return `"off"`
}

// quoted is a word as JSON. Words here are small letters, digits and dashes;
// anything else is left out, so that nothing else can ever travel.
func quoted(word string) string {
	kept := strings.Map(func(c rune) rune {
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' {
			return c
		}
		return -1
	}, word)
	return `"` + kept + `"`
}

func event(name string, args ...string) Event {
	s := `["` + name + `"`
	for _, a := range args {
		s += "," + a
	}
	return Event(s + "]")
}

// Reason is why a letter could not be opened, from the family (a to e) and the
// code of the message shown.
func Reason(family, code string) string {
	switch {
	case code == "expired" || code == "revoked" || code == "signature":
		return code
	case family == "b":
		return "expired"
	case family == "c":
		return "forged"
	case family == "d":
		return "newer"
	case family == "e":
		return "clock"
	}
	return "unreadable"
}

// Browser is the family that a User-Agent text names: "chromium", "firefox",
// "safari", "webview" or "other".
func Browser(agent string) string {
	has := func(part string) bool { return strings.Contains(agent, part) }
	switch {
	case WebView(agent):
		return "webview"
	case has("Firefox/"), has("FxiOS/"):
		return "firefox"
	case has("Chrome/"), has("Chromium/"), has("CriOS/"):
		return "chromium"
	case has("Safari/"):
		return "safari"
	}
	return "other"
}

// WebView reports whether a User-Agent text is that of an app's web view:
// Android's says so, iOS's does not say Safari.
func WebView(agent string) bool {
	if strings.Contains(agent, "; wv)") {
		return true
	}
	ios := strings.Contains(agent, "iPhone") || strings.Contains(agent, "iPad")
	return ios && !strings.Contains(agent, "Safari/")
}
