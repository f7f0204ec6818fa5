// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package declared

import "videoguida/static/services"

// Who answers for a metric.
const (
	production = "produzione della guida"
	service    = "comunicazione ai cittadini"
)

// review is when the need of the first year's metrics is looked at again.
const review = "2028-01-01"

var funnel = []Dim{ByChannel, ByVariant}

// Metrics are all there are, in the order of a visit.
var Metrics = []Metric{
	{
		Name: "open", By: funnel, Owner: service, Review: review,
		When:    "The letter was verified and the four answers are on the page; without a letter, the general guide is.",
		Purpose: "How many letters are opened, by channel: where distribution works. The unit is openings of the page, never persons.",
	}, {
		Name: "guide", Args: []Arg{word("guide", "naspi", "pension", "spot")}, Owner: service, Review: review,
		When:    "With open.",
		Purpose: "Which guide is opened.",
	}, {
		Name: "lang", Args: []Arg{word("language", "it", "de", "en")}, Owner: service, Review: review,
		When:    "With open, and again when the language is changed.",
		Purpose: "Whether German and English earn their upkeep.",
	}, {
		Name: "where", Args: []Arg{word("place", "page", "frame", "app")}, Owner: production, Review: review,
		When:    "With open: a page of its own, a frame in MyINPS, an app's web view.",
		Purpose: "Which embedding must be tested first.",
	}, {
		Name: "refused", Args: []Arg{word("reason", Refusals...)}, By: []Dim{ByChannel}, Owner: production, Review: review,
		When:    "The letter cannot be opened, for the reason's family of the message shown.",
		Purpose: "Production checks: printed codes that do not scan, keys that do not match, letters that arrive after they expired.",
	}, {
		Name: "ready", By: funnel, Owner: production, Review: review,
		When:    "The film's first frame is painted.",
		Purpose: "How many openings come as far as a film that can start.",
	}, {
		Name: "ttff", Args: []Arg{number("bucket", 0, len(FirstFrameBounds))}, Owner: production, Review: review,
		When:    "With ready: the time from the press of Guarda to it, see FirstFrame.",
		Purpose: "Whether the film comes in time on the phones and networks that people have.",
	}, {
		Name: "start", By: funnel, Owner: service, Review: review,
		When:    "Guarda is pressed for the first time.",
		Purpose: "How many openings become viewings.",
	}, {
		Name: "text", Owner: service, Review: review,
		When:    "The text guide is brought into view: by its link, or by its button in the film.",
		Purpose: "How many read instead of watching.",
	}, {
		Name: "captions", Args: []Arg{word("state", "on", "off")}, Owner: service, Review: review,
		When:    "With start.",
		Purpose: "Whether captions stay on at first.",
	}, {
		Name: "motion", Args: []Arg{word("state", "full", "reduced")}, Owner: service, Review: review,
		When:    "With start.",
		Purpose: "How many see the version with less motion.",
	}, {
		Name: "voice", Args: []Arg{word("state", "on", "off")}, Owner: service, Review: review,
		When:    "With start.",
		Purpose: "How many watch without sound.",
	}, {
		Name: "viewed", Args: []Arg{{"percent", true, Viewed}}, By: funnel, Owner: service, Review: review,
		When:    "This share of the film's time was played, counting no second twice. 80 is a completed viewing.",
		Purpose: "Where the film loses its viewers.",
	}, {
		Name: "scene", Args: []Arg{{"scene", true, Scenes}}, Owner: service, Review: review,
		When:    "The scene is played for the first time. A scene that only some letters have reports the scene before it, so nothing.",
		Purpose: "Retention by scene: which one to write again.",
	}, {
		Name: "replay", Args: []Arg{{"scene", true, Scenes}}, Owner: service, Review: review,
		When:    "The scene is played again, once per load.",
		Purpose: "Which scene is hard to understand at once.",
	}, {
		Name: "skip", Args: []Arg{{"scene", true, Scenes}}, Owner: service, Review: review,
		When:    "The scene is left forwards before half of it was played, once per load.",
		Purpose: "Which scene people do not need.",
	}, {
		Name: "job", Args: []Arg{word("step", "begun", "done")}, Owner: service, Review: review,
		When:    "The questions about a new job: the first answer, the result. Never which answer.",
		Purpose: "Whether the infographic is used and finished.",
	}, {
		Name: "save", Args: []Arg{word("file", "sheet", "calendar", "print")}, Owner: service, Review: review,
		When:    "A file is saved, or the page is printed.",
		Purpose: "Whether what one can keep is kept.",
	}, {
		Name: "service", Args: []Arg{word("service", services.IDs()...)}, Owner: service, Review: review,
		When:    "The service's button is pressed, for the first time.",
		Purpose: "Which services the guide leads to.",
	}, {
		Name: "rate", Args: []Arg{number("stars", 1, 5)}, By: []Dim{ByVariant}, Owner: service, Review: review,
		When:    "The last vote stands: when the page is left.",
		Purpose: "Whether the guide was useful, by variant.",
	}, {
		Name: "error", Args: []Arg{word("code", Errors...), word("browser", Browsers...)}, Owner: production, Review: review,
		When:    "Something of the page fails, once per code and load.",
		Purpose: "Which browsers the guide fails in.",
	},
}

// Refusals are the reasons for which a letter cannot be opened: the families of
// package token, with signature, expired and revoked on their own.
var Refusals = []string{"unreadable", "expired", "revoked", "signature", "forged", "newer", "clock"}

// Errors are what can fail in a page that opened: webgl (none), film (its
// program did not load), lost (the drawing context), voice (a pack was missing
// or damaged), sound (the browser refused to play), save, internal (a panic).
var Errors = []string{"webgl", "film", "lost", "voice", "sound", "save", "internal"}

// Browsers are families, read from the device by the page; the server keeps no
// User-Agent.
var Browsers = []string{"chromium", "firefox", "safari", "webview", "other"}

// Viewed are the shares of the film that are noted, in per cent: tenths, and
// quarters for the funnel.
var Viewed = []string{"10", "20", "25", "30", "40", "50", "60", "70", "75", "80", "90", "100"}

// Scenes are the numbers of the scenes that every letter of a guide has: a
// guide's first number plus the scene's place in its board. NASpI starts at 1,
// pensions at 21.
var Scenes = []string{
	"1", "2", "3", "4", "5", "6", "7", "9", "10", "11", "12",
	"21", "22", "23", "24", "26", "27", "29", "30", "32", "33", "34", "35",
}

// FirstFrameBounds are the ends of the buckets of ttff in ms, each excluded;
// one more bucket has no end.
var FirstFrameBounds = [...]int{250, 500, 1000, 1500, 2000, 3000, 5000, 8000, 15000}

// FirstFrame returns the bucket of a time in ms.
func FirstFrame(ms int) int {
	for i, end := range FirstFrameBounds {
		if ms < end {
			return i
		}
	}
	return len(FirstFrameBounds)
}

func word(name string, values ...string) Arg { return Arg{name, false, values} }

func number(name string, first, last int) Arg { return Arg{name, true, steps(first, last)} }
