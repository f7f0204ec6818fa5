// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"strings"
	"syscall/js"

	"videoguida/player/milestone"
	"videoguida/wasm/dom"
)

// milestones is where the page sends what it counts.
const milestones = "/m"

// gathering is how long events wait for company before they are sent, ms.
const gathering = 10_000

// counting prepares the log: nothing is kept on the device, and nobody is
// counted who asks not to be, by the address or by the browser's settings.
func (r *reader) counting() {
	nav := js.Global().Get("navigator")
	r.log.Off = r.boot.Query("metrics") == "off" || dom.Str(nav, "doNotTrack") == "1" || nav.Get("globalPrivacyControl").Truthy()
	r.agent = dom.Str(nav, "userAgent")
	c := r.claims
	r.log.Campaign, r.log.Channel, r.log.Variant = c.Camp, c.Ch, c.Arm
	dom.On(dom.Doc(), "visibilitychange", func(js.Value) { r.leaving() })
	dom.On(js.Global(), "pagehide", func(js.Value) { r.leaving() })
	dom.On(dom.Doc(), "click", r.pressed)
}

// count notes an event, and sees to it that it is sent.
func (r *reader) count(e milestone.Event) {
	if r.log.Note(e) && !r.gathers {
		r.gathers = true
		dom.Later(gathering, r.send)
	}
}

// opened counts that the page is there to be read, and how.
func (r *reader) opened() {
	r.count(milestone.Open())
	r.count(milestone.Guide(r.opens))
	r.count(milestone.Lang(r.words.Lang()))
	r.count(milestone.Where(r.boot.Where()))
}

// failed counts that something of the page failed.
func (r *reader) failed(code string) { r.count(milestone.Error(code, milestone.Browser(r.agent))) }

// send sends what waits. The page neither waits for an answer nor learns one.
func (r *reader) send() {
	r.gathers = false
	for more := true; more; {
		batch := r.log.Batch(nonce())
		if batch == "" || !js.Global().Get("navigator").Call("sendBeacon", milestones, batch).Truthy() {
			return
		}
		more = r.log.Sent()
	}
}

// leaving sends what waits when the page is left: it may be the last moment.
func (r *reader) leaving() {
	if r.vote != 0 && !r.voted {
		r.voted = true
		r.count(milestone.Rate(r.vote))
	}
	r.send()
}

// dontCount ends the counting of this visit. A reload in this tab does not
// count either: the address says so, since nothing is kept on the device.
func (r *reader) dontCount() {
	r.log.Off = true
	history, at := js.Global().Get("history"), js.Global().Get("location")
	url := js.Global().Get("URL").New(at.Get("href"))
	url.Get("searchParams").Call("set", "metrics", "off")
	history.Call("replaceState", js.Null(), "", dom.Str(url, "pathname")+dom.Str(url, "search"))
	r.fill("conteggio", r.counted())
	dom.Focus(dom.ByID("conteggio").Get("firstElementChild"))
}

// pressed counts a press on a service, in the text or in the film.
func (r *reader) pressed(ev js.Value) {
	if a := ev.Get("target").Call("closest", "[data-service]"); a.Truthy() {
		r.count(milestone.Service(dom.Str(a.Get("dataset"), "service")))
	}
}

// letters are those of base64url.
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// nonce is a word for one batch: 22 characters of six random bits.
func nonce() string {
	random := js.Global().Get("Uint8Array").New(22)
	js.Global().Get("crypto").Call("getRandomValues", random)
	var b [22]byte
	js.CopyBytesToGo(b[:], random)
	var s strings.Builder
	for _, n := range b {
		s.WriteByte(letters[n%64])
	}
	return s.String()
}
