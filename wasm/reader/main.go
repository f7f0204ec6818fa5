// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

// Command reader is the small browser program that opens a letter: it verifies
// the token, shows the four answers at once and then the whole guide as HTML
// (text, table, form, services, rating, downloads).
//
// It owns the token, the facts, the language and the person's choices. The
// film is a second program that starts when the person asks for it; the two
// talk over the bus of package dom. The reader is complete without the film.
//
// Everything is drawn by functions that return elements from the state, and
// every press is a word in a data-do attribute handled in one place (act.go),
// so a change of language simply draws the page again.
package main

import (
	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/player/guide"
	"videoguida/player/l10n"
	"videoguida/player/milestone"
	"videoguida/player/script"
	"videoguida/tokengen/token"
	"videoguida/wasm/letter"
)

// reader is the state of the page.
type reader struct {
	boot      letter.Boot
	book      guide.Guide // the letter's, the spot without one
	claims    token.Claims
	whole     token.Claims // the letter's claims, when those in use are covered
	covered   bool         // amounts are neither read nor heard
	today     civil.Day
	facts     facts.Set
	words     *l10n.Catalog
	chapters  []script.Chapter
	job       job
	rev       int    // of the job's answers, see dom.Message
	vote      int    // 1 to 5, 0 before the rating
	described bool   // picture descriptions shown
	told      bool   // the loader knows that the answers are painted
	playing   bool   // the film is telling
	line      string // the line the film is at
	pending   string // the line to go to once the film is there
	screen    func() // draws the page for what the token turned out to be
	opens     string // what the page opens: a guide's name, "spot", or "" for an error
	log       milestone.Log
	agent     string  // the browser's name for itself; only its family is counted
	gathers   bool    // events wait for company
	voted     bool    // the vote was counted
	asked     float64 // performance.now() when the film was asked for, ms
}

func main() {
	r := &reader{boot: letter.ReadBoot(), book: guide.Spot()}
	r.screen = r.open()
	r.counting()
	r.speak(r.boot.Lang(r.claims.Lang))
	r.listen()
	r.expose()
	select {}
}

// own returns one of the guide's own messages: "lbl-ciao" is the greeting.
func (r *reader) own(id string) string { return r.text(r.book.Prefix + id) }

// text returns a message in the page's language.
func (r *reader) text(id string) string { return r.words.Text(id, r.facts) }
