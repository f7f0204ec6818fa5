// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"syscall/js"

	"videoguida/player/facts"
	"videoguida/player/milestone"
	"videoguida/wasm/dom"
)

// trouble is why a letter cannot be opened, ready to be told.
type trouble struct {
	family string // a to e, as in the message ids
	code   string // for the help desk
	exp    int64  // Unix seconds of the end, family b when it expired
}

// withdrawn reports whether the letter was called back, or its key retired,
// before its six months were over.
func (t trouble) withdrawn() bool { return t.family == "b" && t.exp == 0 }

// showTrouble is the page of a letter that cannot be opened: what happened,
// what to do now, whom to ask. It is never blank.
func (r *reader) showTrouble(t trouble) {
	setClass("plain", true)
	r.count(milestone.Refused(milestone.Reason(t.family, t.code)))
	set := r.troubleFacts(t)
	say := func(id string) string { return r.words.Text(id, set) }
	prefix := "err-" + t.family
	why := say(prefix + "-x")
	if t.withdrawn() {
		why = r.word("ritirata")
	}
	r.fill("errore",
		title("h1", say(prefix+"-t")),
		dom.El("p", nil, why),
		r.wayOut(t),
		dom.El("p", nil, say("err-assistenza")),
		r.generalLink(t),
		box("p", "code", dom.El("small", nil, say("err-codice"))))
	for _, id := range []string{"poster", "risposte", "inizia", "servizi", "voto", "fiducia"} {
		r.fill(id)
	}
	r.fill("testo", r.afterTrouble(t)...)
	r.painted()
}

// troubleFacts are the slots of the error texts.
func (r *reader) troubleFacts(t trouble) facts.Set {
	set := facts.Set{
		"codice":         {Kind: facts.Text, S: t.code},
		"oraDispositivo": {Kind: facts.Text, S: deviceClock(r.words.Lang())},
	}
	if t.exp != 0 {
		set["scadenzaGuida"] = facts.Value{Kind: facts.Date, N: t.exp / 86400}
	}
	return set
}

// deviceClock is what the device believes the time is, as it writes it.
func deviceClock(lang string) string {
	return js.Global().Get("Date").New().Call("toLocaleString", lang,
		map[string]any{"dateStyle": "long", "timeStyle": "short"}).String()
}

// wayOut are the family's buttons.
func (r *reader) wayOut(t trouble) js.Value {
	row := box("div", "actions")
	switch t.family {
	case "a":
		dom.Append(row, button("primary", r.text("err-a-b1"), "go", "testo"), r.myINPS("secondary", "err-a-b2"))
	case "b":
		dom.Append(row, r.myINPS("primary", "err-b-b1"), button("secondary", r.text("err-b-b2"), "go", "testo"))
	case "c":
		dom.Append(row, r.myINPS("primary", "err-c-b1"), dom.El("a",
			dom.Attrs{"class", "secondary", "href", "mailto:phishing@inps.it"}, r.text("err-c-b2")))
	case "d":
		dom.Append(row, button("primary", r.text("err-d-b1"), "reload", ""), button("secondary", r.text("err-d-b2"), "general", ""))
	case "e":
		dom.Append(row, button("primary", r.text("err-e-b1"), "reload", ""))
	}
	return row
}

// myINPS is the link to the person's own area.
func (r *reader) myINPS(class, id string) any {
	a, ok := r.serviceLink("svc-myinps", r.text(id), "", "").(js.Value)
	if !ok {
		return nil
	}
	a.Set("className", class)
	return a
}

// generalLink leads to the guide without personal data; family d has it among
// its buttons.
func (r *reader) generalLink(t trouble) any {
	if t.family == "d" {
		return nil
	}
	return dom.El("p", nil, button("link", r.text("exp-3"), "general", ""))
}

// afterTrouble is what can be done without the letter.
func (r *reader) afterTrouble(t trouble) []any {
	switch t.family {
	case "a":
		return []any{r.ways(), r.contacts()}
	case "b":
		return r.afterExpiry(t)
	}
	return []any{r.contacts()}
}

// afterExpiry is the help page of a letter that is no longer valid.
func (r *reader) afterExpiry(t trouble) []any {
	return []any{
		r.heading("h2", "exp-t"),
		r.expiredOn(t),
		r.bullets("exp-1", "exp-2", "exp-4"), r.contacts(),
	}
}

// expiredOn is why and on which day the guide ended; nothing when it was
// withdrawn instead.
func (r *reader) expiredOn(t trouble) any {
	if t.withdrawn() {
		return nil
	}
	return list(r.p("exp-x"), dom.El("p", nil, r.words.Text("naspi-lbl-scade", r.troubleFacts(t))))
}
